package org.copydesk.beam;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.storage.Locations;

/**
 * Dumps in, their pages out: page text, HTML, WARC, WET and JSON Lines, plain or compressed, as
 * {@code copydesk build} reads them. What is damaged or not a page comes out as {@link Rejected}.
 *
 * <pre>{@code
 * ReadDumps.Dumps dumps = pipeline.apply(ReadDumps.from("hdfs://names/crawl/*.warc.gz"));
 * dumps.pages().apply(SegmentPages.create());
 * }</pre>
 *
 * <p>A file that cannot be read fails the bundle, which the runner tries again. A page is at most
 * 16 MB ({@link DumpSettings}).
 */
public final class ReadDumps extends PTransform<PBegin, ReadDumps.Dumps> {
  private static final long serialVersionUID = 1;

  private static final TupleTag<Page> PAGES = new TupleTag<>("pages") {};
  private static final TupleTag<Rejected> REJECTED = new TupleTag<>("rejected") {};

  private final List<String> inputs;
  private final DumpSettings settings;

  private ReadDumps(List<String> inputs, DumpSettings settings) {
    this.inputs = inputs;
    this.settings = settings;
  }

  /**
   * Reads what is named.
   *
   * @param inputs globs, folders (all files below) and files
   */
  public static ReadDumps from(String... inputs) {
    return new ReadDumps(List.of(inputs), DumpSettings.defaults());
  }

  /** Reads what a pipeline names: an element is a glob, a folder or a file. */
  public static PTransform<PCollection<String>, Dumps> paths() {
    return new Paths(DumpSettings.defaults());
  }

  /** The same with other bounds. */
  public ReadDumps withSettings(DumpSettings other) {
    return new ReadDumps(inputs, other);
  }

  @Override
  public Dumps expand(PBegin begin) {
    return begin
        .apply("Inputs", Create.of(inputs).withCoder(StringUtf8Coder.of()))
        .apply("Paths", new Paths(settings));
  }

  /**
   * What dumps hold.
   *
   * @param pages with their payload and where they stood
   * @param rejected records that were skipped or rejected, and damage of files, with the reason
   */
  public record Dumps(PCollection<Page> pages, PCollection<Rejected> rejected) implements POutput {
    @Override
    public Pipeline getPipeline() {
      return pages.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(PAGES, pages, REJECTED, rejected);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class Paths extends PTransform<PCollection<String>, Dumps> {
    private static final long serialVersionUID = 1;

    private final DumpSettings settings;

    Paths(DumpSettings settings) {
      this.settings = settings;
    }

    @Override
    public Dumps expand(PCollection<String> paths) {
      PCollectionTuple read =
          paths
              .apply("List files", ParDo.of(new ListFn()))
              .setCoder(ByteArrayCoder.of())
              .apply("Spread files", Reshuffle.viaRandomKey())
              .apply(
                  "Read files",
                  ParDo.of(new ReadFn(settings)).withOutputTags(PAGES, TupleTagList.of(REJECTED)));
      return new Dumps(
          RecordSchema.of(Page.class).on(read.get(PAGES)),
          RecordSchema.of(Rejected.class).on(read.get(REJECTED)));
    }
  }

  private static final class ListFn extends DoFn<String, byte[]> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void list(@Element String path, OutputReceiver<byte[]> out) throws IOException, Failure {
      for (Input file : new Locations(Map.of()).list(List.of(path))) {
        for (DumpUnit unit : DumpUnit.cutWhole(List.of(file))) {
          out.output(unit.encode());
        }
      }
    }
  }

  private static final class ReadFn extends DoFn<byte[], Page> {
    private static final long serialVersionUID = 1;

    private final Counter pages = Metrics.counter(ReadDumps.class, "pages");
    private final Counter rejects = Metrics.counter(ReadDumps.class, "rejected");
    private final DumpSettings settings;
    private transient DumpReader reader;
    private transient Locations locations;

    ReadFn(DumpSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      reader = new DumpReader(settings);
      locations = new Locations(Map.of());
    }

    @ProcessElement
    public void read(@Element byte[] unit, MultiOutputReceiver out) throws IOException {
      for (Input file : DumpUnit.decode(unit).files()) {
        reader.read(
            locations.file(file),
            new DumpSink() {
              @Override
              public void page(Page page) {
                pages.inc();
                out.get(PAGES).output(page);
              }

              @Override
              public void rejected(Rejected rejected) {
                rejects.inc();
                out.get(REJECTED).output(rejected);
              }
            });
      }
    }
  }
}
