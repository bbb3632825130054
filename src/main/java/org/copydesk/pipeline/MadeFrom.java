package org.copydesk.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.Algorithms;
import org.copydesk.corpus.AuditMemo;
import org.copydesk.corpus.Sha256;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFiles;

/**
 * What a generation hangs on besides its files and its epoch, and what reading its parts back gave;
 * an entry of the cache under the generation's name.
 *
 * @param by {@link #by}
 * @param audit an {@link AuditMemo}
 */
record MadeFrom(String by, byte[] audit) {
  /** Raised when an entry means something else. */
  private static final int FORMAT = 1;

  /**
   * A hash of all settings, lists and versions that can change a row.
   *
   * @param version of the program
   * @param topics hash of the model by which articles are classified; null where none is
   */
  static String by(String version, BuildSettings settings, SideFiles sides, String topics) {
    Map<String, String> all = new TreeMap<>(Algorithms.versions());
    all.put("copydesk", version);
    all.put("schema", Integer.toString(Tables.SCHEMA_VERSION));
    all.put("settings", settings.toString());
    all.put("suppressed", sides.suppressed() == null ? "" : sides.suppressed().sha256());
    all.put("topics", String.valueOf(topics));
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
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
      ByteReader read = new ByteReader(in.readAllBytes());
      return new MadeFrom(read.getText(), read.getBlob());
    } catch (IOException unreadable) {
      // More work, and the same result.
      return null;
    }
  }

  /** Puts it into the cache; gives its key. */
  String keep(CacheStore store, String generation) throws IOException {
    try (CacheStore.Draft draft = store.draft()) {
      draft.content().write(new ByteWriter().putText(by).putBlob(audit).toByteArray());
      draft.commit(key(generation));
    }
    return key(generation);
  }
}
