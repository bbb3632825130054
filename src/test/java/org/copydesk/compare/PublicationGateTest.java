package org.copydesk.compare;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.corpus.AuditMemo;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.GenerationFinish;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.PartWriter;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.Suppression;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.LedgerRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generations of one file with so many articles, held against one another. */
class PublicationGateTest {
  private static final PublicationGate GATE =
      new PublicationGate(.1, .1, .1, new DriftGate(.1, 50), false);

  @TempDir Path folder;
  private Storage output;
  private Generations generations;
  private int made;

  @BeforeEach
  void open() {
    output = Storage.local(folder);
    generations = new Generations(output);
  }

  /** A generation, and what was read back of it. */
  private record Made(String name, GenerationAudit audit) {}

  private Made make(int articles, CapTally... caps) throws IOException, Failure {
    return make(articles, 0, caps);
  }

  /**
   * @param rejected bytes of the file that were rejected, of 1,000 and 10 an article
   */
  private Made make(int articles, long rejected, CapTally... caps) throws IOException, Failure {
    String name = generations.newName(Instant.EPOCH, ++made);
    Storage generation = generations.generation(name);
    Storage work = generation.in(Generations.WORK);
    List<ArticleRow> rows = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      String id = ContentHash.of("article " + i).hex();
      rows.add(
          SomeRow.of(
              Tables.ARTICLES,
              Map.of(
                  "id",
                  id,
                  "cluster_id",
                  id,
                  "cluster_size",
                  1L,
                  "source_file",
                  "a",
                  "source_record",
                  (long) i,
                  "site",
                  "elm.test",
                  "word_count",
                  100L)));
    }
    long text = 10L * articles;
    LedgerRow file =
        SomeRow.of(
            Tables.LEDGER,
            new TreeMap<>(
                Map.of(
                    "source_file",
                    "a",
                    "status",
                    rejected == 0 ? "ok" : "rejected",
                    "records",
                    (long) articles,
                    "pages",
                    (long) articles,
                    "articles",
                    (long) articles,
                    "payload_bytes",
                    text,
                    "covered_bytes",
                    text,
                    "rejected_bytes",
                    rejected,
                    "container_bytes",
                    1000 - rejected,
                    "decompressed_bytes",
                    text + 1000)));
    List<PartResult> parts =
        List.of(part(Tables.ARTICLES, rows, work), part(Tables.LEDGER, List.of(file), work));
    BuildResults results =
        new BuildResults(
            parts, List.of(), List.of(caps), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    Manifest.Build build =
        new Manifest.Build(
            name, "test", Map.of(), "direct", Instant.EPOCH, Instant.EPOCH, List.of(), 1, 9);
    return new Made(
        name,
        new GenerationFinish(generation, work)
            .finish(build, results, false, Suppression.NONE, AuditMemo.empty(""), 1));
  }

  private static <R extends Record> PartResult part(Table<R> table, List<R> rows, Storage work)
      throws IOException {
    PartWriter<R> writer =
        new PartWriter<>(table, new BufferedOutputStream(work.create(table.name())));
    try (writer) {
      for (R row : rows) {
        writer.write(row);
      }
    }
    return new PartResult(
        table.name(), 0, table.name(), writer.rows(), writer.bytes(), writer.digest().sum());
  }

  /** A file that both have was hashed when the new one was read back, a moment ago. */
  @Test
  void whatAPublishedGenerationSharesWithTheNewOneIsNotHashedOnceMore() throws Exception {
    String part = "articles/part-00000.parquet";
    String published = make(3).name();
    String fresh = make(3).name();
    Storage before = generations.generation(published);
    Storage now = generations.generation(fresh);
    assertThat(generations.reference(published, fresh, null, 1).name(), is(published));
    now.delete(part);
    before.share(part, now, part);
    Path file = Path.of(before.location()).resolve(part);
    Files.write(file, new byte[(int) Files.size(file)]);
    assertThat(generations.reference(published, fresh, null, 1).name(), is(published));
    // With no other that has it, it is read.
    now.delete(part);
    now.createText(part, "");
    assertThat(generations.reference(published, fresh, null, 1).name(), is(nullValue()));
  }

  private PublicationGate.Decision decide(PublicationGate gate, String published, Made fresh)
      throws IOException, Failure {
    return gate.decide(generations, published, fresh.name(), fresh.audit(), 1, 1, PartStore.NONE);
  }

  private Failure refusal(PublicationGate gate, String published, Made fresh) {
    return assertThrows(Failure.class, () -> decide(gate, published, fresh));
  }

  @Test
  void theFirstGenerationIsHeldAgainstNone() throws Exception {
    PublicationGate.Decision decision = decide(GATE, null, make(3));
    assertFalse(decision.isUnchanged());
    assertNull(decision.comparedWith());
    assertEquals(List.of("first"), decision.after(List.of("first")).told());
  }

  @Test
  void aCorpusWithoutArticlesIsNotPublished() throws Exception {
    assertEquals("empty", refusal(GATE, null, make(0)).about());
  }

  @Test
  void theSameRowsAreUnchangedHoweverOftenTheyAreMade() throws Exception {
    String published = make(3).name();
    PublicationGate.Decision decision = decide(GATE, published, make(3));
    assertTrue(decision.isUnchanged());
    assertEquals(published, decision.comparedWith());
  }

  @Test
  void tooManyArticlesLessAreDriftUnlessThatIsAccepted() throws Exception {
    String published = make(100).name();
    Made fewer = make(90);
    Failure drift = refusal(GATE, published, fewer);
    assertEquals("drift", drift.about());
    assertEquals(Failure.DATA, drift.exitCode());
    assertTrue(generations.generation(fewer.name()).exists(Drift.NAME));
    PublicationGate.Decision accepted = decide(GATE.acceptingDrift(), published, fewer);
    assertFalse(accepted.isUnchanged());
    assertTrue(accepted.told().contains("compared with " + published), accepted.told().toString());
    assertFalse(decide(GATE, published, make(91)).isUnchanged());
  }

  @Test
  void aCapOnRoomThatLeftOutTooMuchEndsIt() throws Exception {
    assertEquals(
        "forgotten", refusal(GATE, null, make(3, new CapTally(Cap.CLUSTERS, 100, 11))).about());
    decide(GATE, null, make(3, new CapTally(Cap.CLUSTERS, 100, 10)));
    decide(GATE, null, make(3, new CapTally(Cap.LINK_KEYS, 100, 99)));
  }

  @Test
  void muchThatIsRejectedEndsLargeBuildsAndIsToldOfSmallOnes() throws Exception {
    Made much = make(3, 900);
    PublicationGate.Decision small = decide(GATE, null, much);
    assertTrue(small.told().get(0).startsWith("warning: 100.0 % of files"), small.told().get(0));
    Failure large =
        assertThrows(
            Failure.class,
            () ->
                GATE.decide(generations, null, much.name(), much.audit(), 100, 1, PartStore.NONE));
    assertEquals("rejected", large.about());
    assertTrue(large.getMessage().contains("bytes were rejected"), large.getMessage());
  }

  @Test
  void aDamagedPublishedGenerationIsReplacedByItsOwnRowsAloneOrIfAccepted() throws Exception {
    String published = make(3).name();
    generations.generation(published).delete("articles/part-00000.parquet");
    PublicationGate.Decision same = decide(GATE, published, make(3));
    assertFalse(same.isUnchanged());
    assertTrue(same.told().toString().contains("and replaces it"), same.told().toString());
    assertEquals("drift", refusal(withoutOthers(published), published, make(4)).about());
    assertFalse(decide(GATE.acceptingDrift(), published, make(4)).isUnchanged());
  }

  /** Takes away what else there is to be held against. */
  private PublicationGate withoutOthers(String published) throws IOException {
    for (String name : generations.output().list("generations")) {
      if (!name.equals(published)) {
        generations.generation(name).delete("");
      }
    }
    return GATE;
  }
}
