package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A generation whose files or manifest somebody changed: {@code verify} says so, and {@code
 * publish} does not publish it.
 */
class TamperingTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fields that tell whether all others are as they were written; older manifests have none. */
  private static final String HASH = "manifest_hash";

  @TempDir static Path folder;
  private static Path base;
  private static int copies;

  @BeforeAll
  static void build() throws IOException {
    base = folder.resolve("base");
    Corpus.build(base, "testdata/dumps/harbour-ledger", "--spans=true", "--format=parquet,jsonl");
    assertThat(Commands.run("verify", base.toString()), is(0));
  }

  /** Something done to a generation. */
  private interface Change {
    void to(Path generation) throws IOException;
  }

  private record Tampering(String what, Change change) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Tampering files(String what, Change change) {
    return new Tampering(what, change);
  }

  /** An edit of the manifest, with no hash to tell it by. */
  private static Tampering edit(String what, UnaryOperator<ObjectNode> edit) {
    return new Tampering(
        what,
        generation -> {
          ObjectNode manifest = manifest(generation);
          manifest.remove(HASH);
          write(generation, edit.apply(manifest));
        });
  }

  private static ObjectNode manifest(Path generation) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(generation.resolve("manifest.json")));
  }

  private static void write(Path generation, ObjectNode manifest) throws IOException {
    Files.writeString(generation.resolve("manifest.json"), JSON.writeValueAsString(manifest));
  }

  private static ObjectNode in(ObjectNode manifest, String field) {
    return (ObjectNode) manifest.get(field);
  }

  private static ObjectNode file(ObjectNode manifest, String table) {
    for (JsonNode file : manifest.get("files")) {
      if (file.get("path").asText().startsWith(table + "/")) {
        return (ObjectNode) file;
      }
    }
    throw new AssertionError(table);
  }

  private static void removeFiles(ObjectNode manifest, String table) {
    ArrayNode files = (ArrayNode) manifest.get("files");
    for (int i = files.size() - 1; i >= 0; i--) {
      if (files.get(i).get("path").asText().startsWith(table + "/")) {
        files.remove(i);
      }
    }
  }

  private static Path part(Path generation, String table) throws IOException {
    try (Stream<Path> parts = Files.list(generation.resolve(table))) {
      return parts.sorted().findFirst().orElseThrow();
    }
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  static Stream<Tampering> tamperings() {
    return Stream.of(
        files("a byte of a part", g -> flip(part(g, "articles"))),
        files("a byte of the export", g -> flip(part(g, "documents"))),
        files(
            "a part cut",
            g -> {
              byte[] bytes = Files.readAllBytes(part(g, "teasers"));
              Files.write(part(g, "teasers"), java.util.Arrays.copyOf(bytes, bytes.length - 1));
            }),
        files("a part missing", g -> Files.delete(part(g, "sites"))),
        files(
            "a part that is a link to the same bytes",
            g -> {
              Path part = part(g, "sites");
              Path moved = Files.move(part, g.resolve("sites.bytes"));
              Files.createSymbolicLink(part, moved.toAbsolutePath());
            }),
        files(
            "two files swapped",
            g -> {
              Path one = part(g, "teasers");
              Path other = part(g, "sites");
              Path aside = Files.move(one, g.resolve("aside"));
              Files.move(other, one);
              Files.move(aside, other);
            }),
        files(
            "a part added",
            g -> Files.copy(part(g, "articles"), g.resolve("articles/part-99999.parquet"))),
        files(
            "a part added in an unknown folder",
            g -> {
              Files.createDirectories(g.resolve("more"));
              Files.copy(part(g, "articles"), g.resolve("more/part-00000.parquet"));
            }),
        files(
            "a part added in an unknown folder, and listed",
            g -> {
              Files.createDirectories(g.resolve("more"));
              Files.copy(part(g, "articles"), g.resolve("more/part-00000.parquet"));
              ObjectNode manifest = manifest(g);
              manifest.remove(HASH);
              ObjectNode more = file(manifest, "articles").deepCopy();
              more.put("path", "more/part-00000.parquet");
              ((ArrayNode) manifest.get("files")).add(more);
              write(g, manifest);
            }),
        files(
            "a table gone with all that the manifest says of it",
            g -> {
              Storage.local(g).delete("sites");
              ObjectNode manifest = manifest(g);
              manifest.remove(HASH);
              removeFiles(manifest, "sites");
              in(manifest, "counts").remove("sites");
              in(manifest, "digests").remove("sites");
              write(g, manifest);
            }),
        files(
            "the rejects gone with all that the manifest says of them",
            g -> {
              Storage.local(g).delete("rejects");
              ObjectNode manifest = manifest(g);
              manifest.remove(HASH);
              removeFiles(manifest, "rejects");
              in(manifest, "counts").remove("rejects");
              in(manifest, "digests").remove("rejects");
              write(g, manifest);
            }),
        files(
            "a part of another table under its own name and hash",
            g -> {
              Files.copy(
                  part(g, "sites"),
                  part(g, "teasers"),
                  java.nio.file.StandardCopyOption.REPLACE_EXISTING);
              ObjectNode manifest = manifest(g);
              manifest.remove(HASH);
              ObjectNode sites = file(manifest, "sites");
              ObjectNode teasers = file(manifest, "teasers");
              teasers.set("sha256", sites.get("sha256"));
              teasers.set("bytes", sites.get("bytes"));
              write(g, manifest);
            }),
        edit(
            "a path that leads outside",
            m -> {
              file(m, "sites").put("path", "../../../etc/passwd.parquet");
              return m;
            }),
        edit(
            "a file listed twice",
            m -> {
              ((ArrayNode) m.get("files")).add(file(m, "sites").deepCopy());
              return m;
            }),
        edit(
            "rows of a file",
            m -> {
              file(m, "sites").put("rows", 77);
              return m;
            }),
        edit(
            "rows of the export",
            m -> {
              file(m, "documents").put("rows", 77);
              return m;
            }),
        edit(
            "bytes of a file",
            m -> {
              file(m, "sites").put("bytes", 77);
              return m;
            }),
        edit(
            "a count of a table",
            m -> {
              in(m, "counts").put("articles", 77);
              return m;
            }),
        edit(
            "records",
            m -> {
              in(m, "counts").put("records", 77);
              return m;
            }),
        edit(
            "articles segmented",
            m -> {
              in(m, "counts").put("articles_segmented", 77);
              return m;
            }),
        edit(
            "teasers seen",
            m -> {
              in(m, "counts").put("teasers_seen", 77);
              return m;
            }),
        edit(
            "files of the inputs",
            m -> {
              in(m, "inputs").put("files", 77);
              return m;
            }),
        edit(
            "bytes of the inputs",
            m -> {
              in(m, "inputs").put("bytes", 77);
              return m;
            }),
        edit(
            "a digest",
            m -> {
              in(m, "digests").put("teasers", "0".repeat(32));
              return m;
            }),
        edit(
            "a digest of a table that is not there",
            m -> {
              in(m, "digests").put("chapters", "0".repeat(32));
              return m;
            }),
        edit(
            "no checks",
            m -> {
              m.putArray("checks");
              return m;
            }),
        edit(
            "a check that does not hold",
            m -> {
              ((ObjectNode) m.get("checks").get(3)).put("holds", false);
              return m;
            }),
        edit(
            "a side of a check",
            m -> {
              ((ObjectNode) m.get("checks").get(3)).put("left", "7").put("right", "7");
              return m;
            }),
        edit(
            "a setting",
            m -> {
              in(m, "definition").put("quality", false);
              return m;
            }),
        edit(
            "a version of an algorithm",
            m -> {
              in(m, "algorithms").put("segmenter", "77");
              return m;
            }),
        edit(
            "the hash of the settings",
            m -> {
              m.put("params_hash", "0".repeat(32));
              return m;
            }),
        edit(
            "the version of the schema",
            m -> {
              m.put("schema_version", 77);
              return m;
            }),
        files(
            "the version of the program",
            g -> {
              ObjectNode manifest = manifest(g);
              manifest.put("version", "7.7");
              write(g, manifest);
            }),
        files(
            "when it began",
            g -> {
              ObjectNode manifest = manifest(g);
              manifest.put("started_at", "2001-01-01T00:00:00Z");
              write(g, manifest);
            }),
        files(
            "a manifest cut",
            g -> {
              String text = Files.readString(g.resolve("manifest.json"));
              Files.writeString(g.resolve("manifest.json"), text.substring(0, text.length() / 2));
            }),
        files("an empty manifest", g -> Files.writeString(g.resolve("manifest.json"), "")),
        files(
            "a manifest 100,000 deep",
            g -> Files.writeString(g.resolve("manifest.json"), "[".repeat(100_000))),
        files("a manifest of nothing", g -> Files.writeString(g.resolve("manifest.json"), "{}")));
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void isNoticed(Tampering tampering) throws IOException {
    Path output = copy();
    Path generation = Corpus.published(output).generation();
    tampering.change().to(generation);
    Printed.by(Failure.ACCOUNTING, "verify", generation.toString());
    String told = Printed.by(Failure.ACCOUNTING, "publish", generation.toString());
    assertThat(told, not(containsString("should not have happened")));
    Storage.local(output).delete("");
  }

  @Test
  void aManifestFromBeforeItHadAHashIsSound() throws IOException {
    Path output = copy();
    Path generation = Corpus.published(output).generation();
    ObjectNode manifest = manifest(generation);
    manifest.remove(HASH);
    write(generation, manifest);
    assertThat(Commands.run("verify", output.toString()), is(0));
  }

  /** What was changed together with all that tells of it is not noticed: nothing is signed. */
  @ParameterizedTest
  @ValueSource(strings = {"report.html", "README.md", "summary.json", "metrics.prom"})
  void whatIsMadeOfTheTablesIsNotCovered(String name) throws IOException {
    Path output = copy();
    Files.delete(Corpus.published(output).generation().resolve(name));
    assertThat(Commands.run("verify", output.toString()), is(0));
  }

  private static Path copy() throws IOException {
    Path copy = folder.resolve("copy-" + copies++);
    Corpus.copyTree(base.resolve("generations"), copy.resolve("generations"));
    Files.copy(base.resolve("CURRENT"), copy.resolve("CURRENT"));
    return copy;
  }
}
