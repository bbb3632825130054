package org.copydesk.corpus.lines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.PartWriter;
import org.copydesk.corpus.Sha256;
import org.copydesk.corpus.Tables;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.PersonalDataRow;
import org.copydesk.row.RightsRow;
import org.copydesk.row.TopicRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleLinesTest {
  @TempDir Path folder;

  /** Keeps what it is given in memory. */
  private static final class Kept implements PartStore {
    private final Map<String, byte[]> parts = new HashMap<>();
    private int found;

    @Override
    public InputStream find(String key) {
      found++;
      return look(key);
    }

    @Override
    public InputStream look(String key) {
      byte[] part = parts.get(key);
      return part == null ? null : new ByteArrayInputStream(part);
    }

    @Override
    public void keep(String key, InputStream part) throws IOException {
      parts.put(key, part.readAllBytes());
    }
  }

  private Storage generation() {
    return Storage.local(folder);
  }

  private void write(String part, List<Map<String, ?>> rows) throws IOException {
    Files.createDirectories(folder.resolve("articles"));
    Files.deleteIfExists(folder.resolve(part));
    try (PartWriter<ArticleRow> writer =
        new PartWriter<>(Tables.ARTICLES, generation().create(part))) {
      for (Map<String, ?> row : rows) {
        writer.write(SomeRow.of(Tables.ARTICLES, row));
      }
    }
  }

  private void writeManifest(String... parts) throws IOException {
    List<String> files = new ArrayList<>();
    for (String part : parts) {
      String sha256 = Sha256.of(Files.readAllBytes(folder.resolve(part)));
      files.add("{\"path\":\"" + part + "\",\"sha256\":\"" + sha256 + "\"}");
    }
    String text = "{\"files\":[" + String.join(",", files) + "]}";
    Files.writeString(folder.resolve("manifest.json"), text);
  }

  private List<String> lines(PartStore store) throws Exception {
    List<String> lines = new ArrayList<>();
    ArticleLines.scan(
        generation(), store, (line, part, row) -> lines.add(part + " " + row + " " + line));
    return lines;
  }

  @Test
  void whatIsKeptIsWhatIsRead() throws Exception {
    write(
        "articles/part-00000.parquet",
        List.of(
            Map.of(
                "id",
                "a",
                "site",
                "elm.test",
                "title",
                "Crane",
                "word_count",
                7L,
                "published_at",
                1_700_000_000_123_456L,
                "cluster_size",
                3L,
                "story_id",
                "s",
                "topics",
                List.of(new TopicRow("medtop:1", "one", .5)),
                "pii",
                new PersonalDataRow(1L, 2L, 0L, 0L, 0L),
                "rights",
                new RightsRow("noai", true, null, null, "CC0", List.of("*"))),
            Map.of("id", "b")));
    write("articles/part-00001.parquet", List.of(Map.of("id", "c", "url", "https://elm.test/c")));
    writeManifest("articles/part-00000.parquet", "articles/part-00001.parquet");
    List<String> read = lines(PartStore.NONE);
    assertThat(read, hasSize(3));
    Kept store = new Kept();
    assertThat(lines(store), is(read));
    assertThat(store.parts.size(), is(2));
    // What is kept is not read again.
    Files.write(folder.resolve("articles/part-00000.parquet"), new byte[0]);
    assertThat(lines(store), is(read));
  }

  @Test
  void ofAGenerationOfBeforeNothingIsKept() throws Exception {
    String part = "articles/part-00000.parquet";
    write(part, List.of(Map.of("id", "a")));
    writeManifest(part);
    Kept store = new Kept();
    List<String> ids = new ArrayList<>();
    ArticleLines.scanBefore(generation(), store, (line, of, row) -> ids.add(line.id()));
    assertThat(store.parts.size(), is(0));
    ArticleLines.scan(generation(), store, (line, of, row) -> ids.add(line.id()));
    Files.write(folder.resolve(part), new byte[0]);
    ArticleLines.scanBefore(generation(), store, (line, of, row) -> ids.add(line.id()));
    assertThat(ids, contains("a", "a", "a"));
    assertThat("it was looked at and not found for the new one", store.found, is(1));
  }

  @Test
  void aPartThatIsAnotherIsRead() throws Exception {
    String part = "articles/part-00000.parquet";
    write(part, List.of(Map.of("id", "a")));
    writeManifest(part);
    Kept store = new Kept();
    List<String> ids = new ArrayList<>();
    ArticleLines.scan(generation(), store, (line, of, row) -> ids.add(line.id()));
    write(part, List.of(Map.of("id", "b")));
    writeManifest(part);
    ArticleLines.scan(generation(), store, (line, of, row) -> ids.add(line.id()));
    assertThat(ids, contains("a", "b"));
    assertThat(store.parts.size(), is(2));
  }

  /** Keeps what it is given, and then has trouble. */
  private static final class Failing implements PartStore {
    private final Kept kept = new Kept();
    private byte[] damaged;
    private boolean isDown;

    @Override
    public InputStream find(String key) throws IOException {
      if (isDown) {
        throw new IOException("the store is down");
      }
      InputStream found = kept.find(key);
      if (found == null || damaged != null) {
        return found == null ? null : new ByteArrayInputStream(damaged);
      }
      return new SequenceInputStream(
          new ByteArrayInputStream(found.readNBytes(20)),
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the connection is gone");
            }
          });
    }

    @Override
    public void keep(String key, InputStream part) throws IOException {
      if (isDown) {
        throw new IOException("the store is down");
      }
      kept.keep(key, part);
    }
  }

  @Test
  void whereWhatIsKeptCannotBeReadThePartIs() throws Exception {
    String part = "articles/part-00000.parquet";
    write(part, List.of(Map.of("id", "a"), Map.of("id", "b")));
    writeManifest(part);
    List<String> read = lines(PartStore.NONE);
    Failing store = new Failing();
    store.isDown = true;
    assertThat("nothing can be asked for or kept", lines(store), is(read));
    store.isDown = false;
    assertThat(lines(store), is(read));
    assertThat(store.kept.parts.size(), is(1));
    assertThat("the content ends with an error", lines(store), is(read));
    byte[] whole = store.kept.parts.values().iterator().next();
    store.damaged = Arrays.copyOf(whole, whole.length - 3);
    assertThat("the last line is cut", lines(store), is(read));
    for (PartStore each : List.of(store, new Kept())) {
      List<String> before = new ArrayList<>();
      ArticleLines.scanBefore(
          generation(), each, (line, of, row) -> before.add(of + " " + row + " " + line));
      assertThat(before, is(read));
    }
  }

  @Test
  void troubleOfWhoTakesLinesIsNotTakenForTroubleOfTheStore() throws Exception {
    String part = "articles/part-00000.parquet";
    write(part, List.of(Map.of("id", "a"), Map.of("id", "b")));
    writeManifest(part);
    Kept store = new Kept();
    lines(store);
    List<String> taken = new ArrayList<>();
    assertThrows(
        IOException.class,
        () ->
            ArticleLines.scan(
                generation(),
                store,
                (line, of, row) -> {
                  taken.add(line.id());
                  throw new IOException("the disk is full");
                }));
    assertThat(taken, contains("a"));
  }

  @Test
  void keysAreThoseUnderWhichLinesAreKept() throws Exception {
    write("articles/part-00000.parquet", List.of(Map.of("id", "a")));
    write("articles/part-00001.parquet", List.of(Map.of("id", "b")));
    writeManifest("articles/part-00000.parquet", "articles/part-00001.parquet");
    Kept store = new Kept();
    lines(store);
    assertThat(ArticleLines.keys(generation()), is(store.parts.keySet()));
  }
}
