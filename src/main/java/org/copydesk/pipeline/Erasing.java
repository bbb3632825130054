package org.copydesk.pipeline;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.bucket.KeptBucket;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.PartReader;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.Erasure;
import org.copydesk.dump.source.Retry;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;
import org.copydesk.text.BytePhrases;
import org.copydesk.text.ContentHash;

/**
 * What {@code --erase} names is looked up in the generations that are there: the ids of these
 * articles and of their copies, their headlines and texts. Ids and hashes of headlines are kept
 * from build to build, so that what was erased does not come back with its dump; headlines and
 * texts are held against all that is left in the output.
 *
 * <p>Memory: the headline of each article that is erased now, and the beginning of its text.
 */
final class Erasing {
  /** What is looked for of a text: a file that holds the text holds its beginning. */
  private static final int TEXT_CHARS = 300;

  /** Shorter headlines and texts are words that anybody may use. */
  private static final int LEAST_CHARS = BytePhrases.LEAST;

  private static final List<Charset> WRITTEN_IN =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  /** The first bytes of a zstd frame. */
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  private final boolean isAsked;
  private final TreeSet<String> lines = new TreeSet<>();
  private final BytePhrases phrases = new BytePhrases();
  private final Set<ContentHash> ids = new TreeSet<>();

  private Erasing(boolean isAsked) {
    this.isAsked = isAsked;
  }

  private record Kept(String id, String url, String site, String title, String text) {}

  private record Gone(
      String id, String keptId, String url, String site, String title, String text) {}

  /**
   * @param asked files of lines, or addresses
   */
  static Erasing of(Generations generations, List<String> asked) throws IOException, Failure {
    Erasing erasing = new Erasing(!asked.isEmpty());
    List<String> named = new ArrayList<>();
    for (String each : asked) {
      named.addAll(each.contains("://") ? List.of(each) : file(Path.of(each)));
    }
    named.replaceAll(String::strip);
    named.removeIf(line -> line.isEmpty() || line.startsWith("#"));
    Erasure wanted;
    try {
      wanted = Erasure.of(named);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, "--erase: " + e.getMessage(), e);
    }
    for (String name : generations.finished()) {
      Storage generation = generations.generation(name);
      String before = Retry.DEFAULT.run(() -> generation.readText(WorkNames.ERASED));
      if (before != null) {
        erasing.lines.addAll(Erasure.lines(before.getBytes(StandardCharsets.UTF_8)));
      }
      if (erasing.isAsked) {
        // What is found twice is found once.
        Retry.DEFAULT.run(
            () -> {
              erasing.find(generation, wanted);
              return null;
            });
      }
    }
    erasing.lines.addAll(named);
    return erasing;
  }

  private static List<String> file(Path list) throws Failure {
    try {
      return Files.readAllLines(list);
    } catch (NoSuchFileException e) {
      throw new Failure(Failure.USAGE, "no list of what is to be erased: " + list, e);
    } catch (IOException e) {
      throw new Failure(Failure.USAGE, "cannot read " + list + ": " + Failure.reason(e), e);
    }
  }

  private void find(Storage generation, Erasure wanted) throws IOException {
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Kept.class))) {
      for (Kept row = rows.next(); row != null; row = rows.next()) {
        if (wanted.covers(ContentHash.parse(row.id()), row.url(), row.site())) {
          add(row.id(), row.title(), row.text());
        }
      }
    }
    // Copies of what goes would take its place.
    Set<ContentHash> kept = Set.copyOf(ids);
    try (var rows = new TableScan<>(generation, Tables.REMOVED.view(Gone.class))) {
      for (Gone row = rows.next(); row != null; row = rows.next()) {
        boolean isCopy = row.keptId() != null && kept.contains(ContentHash.parse(row.keptId()));
        if (isCopy || wanted.covers(ContentHash.parse(row.id()), row.url(), row.site())) {
          add(row.id(), row.title(), row.text());
        }
      }
    }
    ids.forEach(id -> lines.add(id.hex()));
  }

  private void add(String id, String title, String text) {
    ids.add(ContentHash.parse(id));
    if (title != null) {
      if (title.strip().length() >= LEAST_CHARS) {
        lines.add(Erasure.titleLine(title));
      }
      add(title);
    }
    if (text != null) {
      int end = Math.min(TEXT_CHARS, text.length());
      boolean isCutInALetter =
          end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
      add(text.substring(0, isCutInALetter ? end - 1 : end));
    }
  }

  /** As it stands, and as it stands in JSON. */
  private void add(String words) {
    if (words.length() < LEAST_CHARS) {
      return;
    }
    for (Charset charset : WRITTEN_IN) {
      phrases.add(words.getBytes(charset));
    }
    String inJson = new String(JsonStringEncoder.getInstance().quoteAsString(words));
    phrases.add(inJson.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether something is to be erased by this build. */
  boolean isAsked() {
    return isAsked;
  }

  /** Puts what is erased, now or before, where every worker sees it; null for nothing. */
  SideFile write(Storage work) throws IOException {
    return lines.isEmpty() ? null : SideFile.write(work, WorkNames.ERASED, Erasure.bytes(lines));
  }

  /** Fails where a build that is to erase would not be there to prove it. */
  void checkThatItWaits(boolean isDetached) throws Failure {
    if (isDetached && isAsked) {
      throw new Failure(
          Failure.USAGE, "--erase proves what it did: it wants a build that waits for its job");
    }
  }

  /** What it came to, once that is proved. */
  String told(Storage output) {
    return phrases.isEmpty()
        ? "nothing that --erase names is in " + output + ": there was nothing to search for"
        : String.format(
            Locale.ROOT,
            "erased %,d articles: nothing in %s holds a headline or text of them",
            ids.size(),
            output);
  }

  /** What suppression lists do not have to name. */
  List<String> suppressed() {
    return Erasure.suppressed(List.copyOf(lines));
  }

  /**
   * Fails where a generation that is to be published holds a headline, or the beginning of a text.
   */
  void check(Storage generation) throws IOException, Failure {
    List<String> holders = new ArrayList<>();
    for (String name : generation.files()) {
      if (name.startsWith(WorkNames.FOLDER + "/")) {
        continue;
      }
      int slash = name.indexOf('/');
      if (slash > 0 && name.endsWith(".parquet")) {
        Table<?> table = Tables.named(name.substring(0, slash));
        holders.addAll(Retry.DEFAULT.run(() -> holders(generation, name, table)));
      }
      if (Retry.DEFAULT.run(() -> holds(generation, name))) {
        holders.add(name);
      }
    }
    fail(holders, "nothing is published");
  }

  private <R extends Record> List<String> holders(Storage generation, String name, Table<R> table)
      throws IOException {
    List<String> holders = new ArrayList<>();
    try (PartReader<R> rows = new PartReader<>(table, generation, name)) {
      for (R row = rows.next(); row != null; row = rows.next()) {
        if (phrases.isIn(row.toString().getBytes(StandardCharsets.UTF_8))) {
          // The first columns tell which row it is, without its words.
          holders.add(table.name() + " " + table.value(row, 0));
        }
      }
    }
    return holders;
  }

  /** Removes all generations but one, and what the cache has besides what that was made from. */
  void removeOthers(Generations generations, String published) throws IOException {
    Storage output = generations.output();
    for (String name : output.list(Generations.FOLDER)) {
      if (!name.equals(published)) {
        Retry.DEFAULT.run(
            () -> {
              output.delete(Generations.FOLDER + "/" + name);
              return null;
            });
      }
    }
  }

  /** Fails where anything in an output still holds a headline, or the beginning of a text. */
  void checkAll(Storage output) throws IOException, Failure {
    List<String> holders = new ArrayList<>();
    for (String name : output.files()) {
      boolean isCached = name.startsWith(CacheStore.FOLDER + "/");
      boolean holds = Retry.DEFAULT.run(() -> holds(output, name));
      if (holds || isCached && Retry.DEFAULT.run(() -> holdsUnpacked(output, name))) {
        holders.add(name);
      }
    }
    fail(holders, "it is published without");
  }

  private boolean holds(Storage storage, String name) throws IOException {
    BytePhrases.Scan scan = phrases.scan();
    try (InputStream in = storage.open(name)) {
      in.transferTo(scan);
    }
    return scan.found();
  }

  /** Whether what an entry of the cache packs holds something; false where it is no entry. */
  private boolean holdsUnpacked(Storage output, String name) throws IOException {
    String key = name.substring(name.lastIndexOf('/', name.lastIndexOf('/') - 1) + 1);
    CacheStore.Found found =
        key.length() == 65 ? CacheStore.of(output).find(key.replace("/", "")) : null;
    if (found == null) {
      // What is damaged is removed by that; what is there still could not be read.
      if (key.length() == 65 && output.exists(name)) {
        throw new IOException("cannot be read: " + name);
      }
      return false;
    }
    BytePhrases.Scan scan = phrases.scan();
    try (PushbackInputStream in = new PushbackInputStream(found.openPacked(), ZSTD.length)) {
      byte[] first = in.readNBytes(ZSTD.length);
      in.unread(first);
      if (Arrays.equals(first, ZSTD)) {
        new ZstdInputStream(in).transferTo(scan);
      } else {
        KeptBucket.copyRun(in, scan);
      }
    }
    return scan.found();
  }

  private static void fail(List<String> holders, String state) throws Failure {
    if (!holders.isEmpty()) {
      throw new Failure(
          Failure.ACCOUNTING,
          String.format(
              Locale.ROOT,
              "%,d places still hold a headline or text that is to be erased; %s. Name them, too:"
                  + " %s",
              holders.size(),
              state,
              String.join("; ", holders.subList(0, Math.min(20, holders.size())))));
    }
  }
}
