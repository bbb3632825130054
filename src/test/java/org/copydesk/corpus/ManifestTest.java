package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.dedup.Suppression;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts and older versions read manifests: names and their order stay. */
class ManifestTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path folder;

  static Manifest.Build build(Map<String, Object> definition) {
    return new Manifest.Build(
        "b-1",
        "1.2",
        definition,
        "direct",
        NOON,
        NOON.plusMillis(1500),
        List.of("s3://me:secret@bucket/a"),
        3,
        1000);
  }

  static BuildResults results() {
    return new BuildResults(
        List.of(),
        List.of(new StageTally("LinkTeasers", 5, 6, 7, 8, 1_500_000_000L, 20_000L)),
        List.of(new CapTally(Cap.LINK_KEYS, 10, 1)),
        new TreeMap<>(Map.of("site-models", "ab")),
        new TreeSet<>(),
        new TreeMap<>());
  }

  private Manifest manifest(Map<String, Object> definition) throws IOException {
    Storage empty = Storage.local(Files.createDirectories(folder.resolve("empty")));
    GenerationAudit audit = GenerationAudit.read(empty, Suppression.NONE, AuditMemo.empty(""), 1);
    return Manifest.of(
        build(definition),
        results(),
        audit,
        List.of(Check.of("a = b", 1, 1), Check.of("c = d", 1, 2)));
  }

  private String written(Manifest manifest) throws IOException {
    Storage generation = Storage.local(folder.resolve("generation"));
    manifest.write(generation);
    return generation.readText("manifest.json");
  }

  @Test
  void itIsWrittenAsItEverWas() throws IOException {
    String text =
        written(manifest(Map.of("output", "/x", "spans", true, "input", List.of("k=v?sig=abc"))))
            .replaceAll("(?s)\"algorithms\" : \\{.*?\\}", "\"algorithms\" : { }")
            .replaceAll("(?s)\"counts\" : \\{(.*?\"teasers_seen\" : 0).*?\\}", "\"counts\" : {$1 }")
            .replaceAll("\"schema_version\" : \\d+", "\"schema_version\" : 0")
            .replaceAll("_hash\" : \"[0-9a-f]{32}\"", "_hash\" : \"#\"");
    assertEquals(
        """
        {
          "build_id" : "b-1",
          "schema_version" : 0,
          "version" : "1.2",
          "algorithms" : { },
          "definition" : {
            "input" : [ "k=v?sig=***" ],
            "output" : "/x",
            "spans" : true
          },
          "params_hash" : "#",
          "runner" : "direct",
          "started_at" : "2026-01-02T12:00:00Z",
          "finished_at" : "2026-01-02T12:00:01.500Z",
          "stages" : [ {
            "name" : "LinkTeasers",
            "records_in" : 5,
            "bytes_in" : 6,
            "records_out" : 7,
            "bytes_out" : 8,
            "cpu_seconds" : 1.5,
            "wall_seconds" : 2.0E-5
          } ],
          "inputs" : {
            "patterns" : [ "s3://***@bucket/a" ],
            "files" : 3,
            "bytes" : 1000
          },
          "counts" : {
            "records" : 0,
            "articles_segmented" : 0,
            "teasers_seen" : 0 },
          "forgotten" : {
            "link_keys" : {
              "compared" : 10,
              "forgotten" : 1
            }
          },
          "checks" : [ {
            "name" : "a = b",
            "left" : "1",
            "right" : "1",
            "holds" : true
          }, {
            "name" : "c = d",
            "left" : "1",
            "right" : "2",
            "holds" : false
          } ],
          "digests" : { },
          "side_files" : {
            "site_models" : "ab"
          },
          "files" : [ ],
          "manifest_hash" : "#"
        }
        """,
        text);
  }

  @Test
  void whatWasWrittenIsRead() throws IOException, Failure {
    written(manifest(Map.of("spans", true)));
    Manifest read = Manifest.read(Storage.local(folder.resolve("generation")));
    assertEquals(Tables.SCHEMA_VERSION, read.schemaVersion());
    assertEquals(3, read.filesMatched());
    assertEquals(1000, read.bytesMatched());
    assertEquals(List.of("c = d"), read.failedChecks());
    assertEquals(List.of(new CapTally(Cap.LINK_KEYS, 10, 1)), read.forgotten());
    assertEquals(Algorithms.versions(), read.algorithms());
    assertEquals(2, read.checks().size());
    assertTrue(read.asWritten().holds());
    assertTrue(read.settings().holds());
  }

  @Test
  void anyValueThatWasChangedIsTold() throws IOException, Failure {
    String text = written(manifest(Map.of("spans", true)));
    Storage generation = Storage.local(folder.resolve("generation"));
    generation.replaceText("manifest.json", text.replace("\"files\" : 3", "\"files\" : 4"));
    assertFalse(Manifest.read(generation).asWritten().holds());
    generation.replaceText("manifest.json", text.replace("\"spans\" : true", "\"spans\" : false"));
    assertFalse(Manifest.read(generation).settings().holds());
  }

  @Test
  void theHashOfSettingsIsOfThoseThatCanChangeAResult() throws IOException {
    String plain = hash(Map.of("spans", true));
    assertEquals(plain, hash(Map.of("spans", true, "runner", "flink", "parallelism", 8)));
    assertNotEquals(plain, hash(Map.of("spans", true, "duplicates", "mark")));
    assertNotEquals(plain, hash(Map.of("spans", false)));
  }

  private String hash(Map<String, Object> definition) throws IOException {
    return manifest(definition).json().path("params_hash").asText();
  }

  @Test
  void filesAreAddedBehindThoseThereAre() throws IOException {
    Manifest before = manifest(Map.of());
    GenerationFile file = new GenerationFile("documents/part-00000.jsonl.zst", 2, 30, "ff");
    Manifest more = before.withFiles(List.of(file)).withFiles(List.of(file));
    assertEquals(List.of(file, file), more.files());
    assertEquals(List.of(), before.files());
    assertEquals(Map.of(), more.partDigests());
  }

  @Test
  void whatIsNoManifestIsAFailureOfAccounting() throws IOException {
    Storage generation = Storage.local(folder.resolve("generation"));
    assertEquals(
        Failure.OTHER, assertThrows(Failure.class, () -> Manifest.read(generation)).exitCode());
    for (String text : List.of("[]", "{\"a\"", "7")) {
      generation.replaceText("manifest.json", text);
      Failure failure = assertThrows(Failure.class, () -> Manifest.read(generation));
      assertEquals(Failure.ACCOUNTING, failure.exitCode(), text);
    }
    generation.replaceText("manifest.json", "{}");
    assertTrue(assertManifestIsEmpty(generation));
  }

  private static boolean assertManifestIsEmpty(Storage generation) throws IOException {
    try {
      Manifest read = Manifest.read(generation);
      return read.files().isEmpty() && read.checks().isEmpty() && read.forgotten().isEmpty();
    } catch (Failure e) {
      return false;
    }
  }
}
