package org.copydesk.pipeline;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.corpus.BuildResults;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/** Reports of all steps in, one file of the build's results out, in the work folder. */
final class WriteResults extends PTransform<PCollectionList<byte[]>, PCollection<Void>> {
  private static final long serialVersionUID = 1;

  private final Storage work;

  private WriteResults(Storage work) {
    this.work = work;
  }

  static WriteResults to(Storage work) {
    return new WriteResults(work);
  }

  @Override
  public PCollection<Void> expand(PCollectionList<byte[]> reports) {
    return reports
        .apply("All reports", Flatten.pCollections())
        .apply(
            "To one place", WithKeys.<Integer, byte[]>of(0).withKeyType(TypeDescriptors.integers()))
        .setCoder(GroupInBuckets.blockCoder())
        .apply("Gather reports", GroupByKey.create())
        .apply("Write results", ParDo.of(new WriteFn(work)));
  }

  /**
   * A run that was repeated after a loss finds the first one's: the parts it names lie there whole,
   * so the first counts.
   */
  private static final class WriteFn extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1;

    private final Storage work;

    WriteFn(Storage work) {
      this.work = work;
    }

    @ProcessElement
    public void write(@Element KV<Integer, Iterable<byte[]>> reports) throws IOException {
      work.createIfAbsent(WorkNames.RESULTS, BuildResults.of(reports.getValue()).toFile());
    }
  }
}
