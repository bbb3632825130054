package org.copydesk.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Algorithms;
import org.copydesk.corpus.AuditMemo;
import org.copydesk.corpus.Sha256;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SideFiles;

/**
 * What a generation hangs on besides its files and its epoch, and what a later build can go on
 * from; an entry of the cache under the generation's name.
 *
 * @param by {@link #by}
 * @param listed what must not be in it, as lists say; null for nothing
 * @param units keys of what its units came to, by the numbers of their parts; null where one of
 *     them is not kept
 * @param build name under which its buckets are kept; null where they are not
 * @param epoch SHA-256 of the epoch of that build
 * @param audit an {@link AuditMemo}
 */
record MadeFrom(
    String by,
    byte[] listed,
    SortedMap<Integer, String> units,
    String build,
    String epoch,
    byte[] audit) {
  /** Raised when an entry means something else. */
  private static final int FORMAT = 2;

  /**
   * A hash of all settings and versions that can change a row.
   *
   * @param version of the program
   * @param topics hash of the model by which articles are classified; null where none is
   * @param sides of which the texts for which articles are taken out count, and what is erased
   */
  static String by(String version, BuildSettings settings, String topics, SideFiles sides) {
    return by(Algorithms.versions(), version, settings, topics, sides);
  }

  /** The same with versions of the algorithms. */
  static String by(
      Map<String, String> algorithms,
      String version,
      BuildSettings settings,
      String topics,
      SideFiles sides) {
    Map<String, String> all = new TreeMap<>(algorithms);
    all.put("copydesk", version);
    all.put("schema", Integer.toString(Tables.SCHEMA_VERSION));
    all.put("settings", settings.withoutLists().toString());
    all.put("topic_model", String.valueOf(topics));
    all.put("benchmark", hash(sides.benchmark()));
    all.put("erased", hash(sides.erased()));
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(SideFile file) {
    return file == null ? "" : file.sha256();
  }

  /** Hash of what must not be in it; null for nothing. */
  String listedSha256() {
    return listed == null ? null : Sha256.of(listed);
  }

  /** The key of a generation's entry. */
  static String key(String generation) {
    return Sha256.of(("made " + FORMAT + " " + generation).getBytes(StandardCharsets.UTF_8));
  }

  /** The entry of a generation; null where there is none that is whole. */
  static MadeFrom find(CacheStore store, String generation) {
    CacheStore.Found found = generation == null ? null : store.find(key(generation));
    if (found == null) {
      return null;
    }
    try (InputStream in = found.open()) {
      return decode(new ByteReader(in.readAllBytes()));
    } catch (IOException unreadable) {
      // More work, and the same result.
      return null;
    }
  }

  private static MadeFrom decode(ByteReader in) {
    String by = in.getText();
    byte[] listed = in.getBlob();
    SortedMap<Integer, String> units = null;
    if (in.getBoolean()) {
      units = new TreeMap<>();
      for (int left = in.getVarInt(); left > 0; left--) {
        units.put(in.getVarInt(), in.getText());
      }
    }
    return new MadeFrom(by, listed, units, in.getText(), in.getText(), in.getBlob());
  }

  /** Puts it into the cache, in the place of what was there; gives its key. */
  String keep(CacheStore store, String generation) throws IOException {
    ByteWriter out = new ByteWriter().putText(by).putBlob(listed).putBoolean(units != null);
    if (units != null) {
      out.putVarLong(units.size());
      units.forEach((part, key) -> out.putVarLong(part).putText(key));
    }
    out.putText(build).putText(epoch).putBlob(audit);
    store.remove(key(generation));
    try (CacheStore.Draft draft = store.draft()) {
      draft.content().write(out.toByteArray());
      draft.commit(key(generation));
    }
    return key(generation);
  }
}
