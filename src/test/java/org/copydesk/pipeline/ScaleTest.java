package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.Lane;
import org.copydesk.command.ParsedBuild;
import org.copydesk.dedup.Components;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.sites.SiteSampler;
import org.copydesk.pipeline.teasers.RewriteOccurrences;
import org.junit.jupiter.api.Test;

/**
 * What a build of 1, 10 and 100 TB of page text comes to, computed from the constants the program
 * runs by: nothing here is measured. The runbook shows the same table.
 */
class ScaleTest {
  private static final long MEGABYTE = 1L << 20;
  private static final long GIGABYTE = 1L << 30;
  private static final int[] TERABYTES = {1, 10, 100};

  /** Bytes of a page of generated text, measured. */
  private static final double PAGE_BYTES = 3_800;

  /** Share of generated articles that are in a verified pair, the largest that was measured. */
  private static final double PAIRED = .15;

  /** What a grouping sorts in memory where the heap is 1 GB or more. */
  private static final long SORTED_BYTES = 64 * MEGABYTE;

  /** Heap that the runbook gives a slot. */
  private static final long SLOT_BYTES = 400 * MEGABYTE;

  /** Page text of so many terabytes, in files of a gigabyte. */
  private record Corpus(List<Input> files, List<DumpUnit> units, Buckets buckets, Lanes lanes) {
    static Corpus of(int terabytes) throws Exception {
      List<Input> files = new ArrayList<>();
      for (int i = 0; i < terabytes * 1024; i++) {
        String name = String.format(Locale.ROOT, "dump-%06d.txt", i);
        files.add(new Input(name, name, GIGABYTE));
      }
      Buckets buckets = Buckets.forInput(files);
      Lanes lanes = Lanes.of(buckets, ParsedBuild.settings("in", "-o", "out").duplicates());
      return new Corpus(files, DumpUnit.cut(files), buckets, lanes);
    }

    long bytes() {
      return files.size() * GIGABYTE;
    }

    long parts() {
      return units.stream().mapToLong(DumpUnit::parts).sum();
    }

    long unitBytes() {
      return bytes() / parts();
    }

    long bucketBytes() {
      return bytes() / buckets.articles();
    }

    /** How often a record of a bucket is written to a sorted run. */
    long writes() {
      long writes = 0;
      for (long runs = (bucketBytes() + SORTED_BYTES - 1) / SORTED_BYTES;
          runs > 1;
          runs /= BucketSorter.MOST_RUNS) {
        writes++;
      }
      return writes;
    }

    long blockBytes() {
      return lanes.articles().packingBytes() / buckets.articles();
    }

    long packingBytes() {
      return lanes.read().all().stream().mapToLong(Lane::packingBytes).sum();
    }

    long componentBytes() {
      return (long) (bytes() / PAGE_BYTES * PAIRED) * Components.BYTES_AN_ID;
    }

    long groups() {
      return RewriteOccurrences.groups((int) parts());
    }

    long sampled() {
      return SiteSampler.choose(files).size();
    }
  }

  /** A line of the table. */
  private record Line(String what, ToLongFunction<Corpus> figure) {}

  private static final List<Line> LINES =
      List.of(
          new Line("parts of files read side by side, a file a table each", Corpus::parts),
          new Line("MB of input in each", corpus -> corpus.unitBytes() / MEGABYTE),
          new Line("buckets, and files of articles", corpus -> corpus.buckets().articles()),
          new Line("MB of records in each", corpus -> corpus.bucketBytes() / MEGABYTE),
          new Line("times a record is written to sorted runs", Corpus::writes),
          new Line("bytes of a block of articles", Corpus::blockBytes),
          new Line("MB held where records are packed", corpus -> corpus.packingBytes() / MEGABYTE),
          new Line("groups that occurrences are rewritten in", Corpus::groups),
          new Line("files looked into for sites", Corpus::sampled),
          new Line(
              "MB held by `Join components`, one task",
              corpus -> corpus.componentBytes() / MEGABYTE));

  private static List<Corpus> corpora() throws Exception {
    List<Corpus> corpora = new ArrayList<>();
    for (int terabytes : TERABYTES) {
      corpora.add(Corpus.of(terabytes));
    }
    return corpora;
  }

  @Test
  void aSlotHoldsNoMoreWhateverTheSize() throws Exception {
    for (Corpus corpus : corpora()) {
      long held = corpus.packingBytes() + 2 * SORTED_BYTES;
      assertThat(held, lessThanOrEqualTo(SLOT_BYTES));
      assertThat(corpus.writes(), lessThanOrEqualTo(2L));
      assertThat((long) corpus.sampled(), lessThanOrEqualTo(8_000L));
    }
  }

  @Test
  void theRunbookShowsWhatTheConstantsComeTo() throws Exception {
    assertThat(Files.readString(Path.of("pipelines/flink/RUNBOOK.md")), containsString(table()));
  }

  private static String table() throws Exception {
    List<Corpus> corpora = corpora();
    Stream<String> head =
        Stream.of(
            "| page text |"
                + IntStream.of(TERABYTES)
                    .mapToObj(size -> " " + size + " TB |")
                    .collect(Collectors.joining()),
            "|---|---|---|---|");
    Stream<String> lines =
        LINES.stream()
            .map(
                line ->
                    "| "
                        + line.what()
                        + " |"
                        + corpora.stream()
                            .map(
                                c ->
                                    String.format(
                                        Locale.ROOT, " %,d |", line.figure().applyAsLong(c)))
                            .collect(Collectors.joining()));
    return Stream.concat(head, lines).collect(Collectors.joining("\n"));
  }

  /** Prints the table, for the runbook. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(table());
  }
}
