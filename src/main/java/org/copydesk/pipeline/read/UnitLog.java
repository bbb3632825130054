package org.copydesk.pipeline.read;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.cache.CacheStore;
import org.copydesk.cache.HashedStream;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Sha256;
import org.copydesk.corpus.StageTally;
import org.copydesk.dump.source.RangeStream;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.pages.ApplyRules;
import org.copydesk.pipeline.teasers.OccurrenceSpool;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.quality.Signal;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * All that a unit came to, in the order in which it did: articles, what was sent for each, what was
 * sent besides, the parts and the spool that were written. Articles are in it whatever a
 * suppression list says, each with what such a list looks at, so that another list makes no other
 * log.
 *
 * <p>It is two entries of the cache: one of articles and what was sent, and a brief one of what a
 * list looks at, the parts and the spool, which is all that is wanted of a unit that is as it was.
 */
final class UnitLog implements Closeable {
  /** Raised when the events or what is in them change. */
  static final int FORMAT = 6;

  private static final int END = 0;
  private static final int ARTICLE = 1;
  private static final int SENT = 2;
  private static final int KEY_SENT = 3;
  private static final int PART = 4;
  private static final int SPOOL = 5;
  private static final int TALLY = 6;

  /**
   * An article as a suppression list sees it.
   *
   * @param url null when unknown
   * @param site null when unknown
   * @param chars length of its text
   * @param broken why a rule takes it out; null where none does
   */
  record Seen(ContentHash id, String url, String site, int chars, ApplyRules.Removal broken) {
    static Seen of(ArticleRecord record, ApplyRules.Removal broken) {
      return new Seen(
          record.id(),
          record.article().url(),
          record.article().site(),
          record.article().text().length(),
          broken);
    }
  }

  /** Takes what a log holds, in order. */
  interface Taker {
    /** What is sent next on the lanes of articles is this one's. */
    void article(Seen article) throws IOException;

    /**
     * A record on its way, framed.
     *
     * @param lane number of its lane among those on which units send
     * @param isBandKey whether it is sent once an id
     */
    void sent(int lane, boolean isBandKey, byte[] framed, int length) throws IOException;

    /**
     * A part that was written; its number and file are those of the unit that wrote it.
     *
     * @param content its bytes, to be read to their end
     */
    void part(PartResult part, InputStream content) throws IOException;

    /** The spool of occurrences. */
    void spool(long occurrences, InputStream content) throws IOException;

    void tally(StageTally tally) throws IOException;
  }

  private final CacheStore.Draft draft;
  private final CacheStore.Draft briefDraft;
  private final HashStream128 hash = Hashing.xxh3_128().hashStream();
  private final HashStream128 briefHash = Hashing.xxh3_128().hashStream();
  private final DataOutputStream out;
  private final DataOutputStream brief;
  private final List<UnitCache.Content> files = new ArrayList<>();
  private final ByteWriter bytes = new ByteWriter();
  private boolean isSound = true;

  UnitLog(CacheStore store) throws IOException {
    draft = store.draft();
    out = new DataOutputStream(new HashedStream(draft.content(), hash));
    briefDraft = store.draft();
    brief = new DataOutputStream(new HashedStream(briefDraft.content(), briefHash));
  }

  /** The key of a log's brief entry. */
  static String briefKey(String key) {
    return Sha256.of(("brief " + key).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A file that was read.
   *
   * @param hash as {@link UnitCache.Content} has it; null where it was not read to its end
   */
  void file(String sourceFile, String hash) {
    isSound &= hash != null;
    files.add(new UnitCache.Content(sourceFile, hash));
  }

  /** Something came from the place and not from the bytes: this is no log to keep. */
  void spoil() {
    isSound = false;
  }

  /** Files that were read; null where that is no log to keep. */
  List<UnitCache.Content> files() {
    return isSound ? files : null;
  }

  void article(Seen seen) throws IOException {
    bytes.clear();
    KeyCodec.put(seen.id(), bytes);
    bytes.putText(seen.url()).putText(seen.site()).putVarLong(seen.chars());
    ApplyRules.Removal broken = seen.broken();
    bytes.putText(broken == null ? null : broken.reason());
    if (broken != null) {
      bytes.putBoolean(broken.signal() != null);
    }
    if (broken != null && broken.signal() != null) {
      KeyCodec.putName(broken.signal(), bytes);
      bytes.putDouble(broken.threshold()).putDouble(broken.value());
    }
    write(ARTICLE, out);
    write(ARTICLE, brief);
  }

  private static Seen article(ByteReader in) {
    ContentHash id = KeyCodec.id(in);
    String url = in.getText();
    String site = in.getText();
    int chars = in.getVarInt();
    String reason = in.getText();
    ApplyRules.Removal broken = null;
    if (reason != null) {
      broken =
          in.getBoolean()
              ? new ApplyRules.Removal(
                  reason, KeyCodec.named(Signal.class, in), in.getDouble(), in.getDouble())
              : ApplyRules.Removal.SUPPRESSED;
    }
    return new Seen(id, url, site, chars, broken);
  }

  void sent(int lane, boolean isBandKey, byte[] framed, int length) throws IOException {
    out.writeByte(isBandKey ? KEY_SENT : SENT);
    out.writeByte(lane);
    out.writeInt(length);
    out.write(framed, 0, length);
  }

  /**
   * A part that is whole.
   *
   * @param work folder where it lies
   */
  void part(PartResult part, Storage work) throws IOException {
    bytes.clear();
    // Its file has another name each time.
    new PartResult(part.table(), part.number(), "", part.rows(), part.bytes(), part.digest())
        .encode(bytes);
    write(PART, brief);
    content(work, part.file());
  }

  void spool(OccurrenceSpool.Written spool, Storage work) throws IOException {
    bytes.clear();
    bytes.putVarLong(spool.occurrences());
    write(SPOOL, brief);
    content(work, spool.name());
  }

  /** What a stage did; its time is not kept. */
  void tally(StageTally tally) throws IOException {
    bytes.clear();
    new StageTally(
            tally.stage(),
            tally.recordsIn(),
            tally.bytesIn(),
            tally.recordsOut(),
            tally.bytesOut(),
            0,
            0)
        .encode(bytes);
    write(TALLY, brief);
  }

  private void write(int kind, DataOutputStream to) throws IOException {
    to.writeByte(kind);
    to.writeInt(bytes.length());
    to.write(bytes.array(), 0, bytes.length());
  }

  private void content(Storage work, String file) throws IOException {
    long length = work.bytes(file);
    brief.writeLong(length);
    try (InputStream in = work.open(file)) {
      if (in.transferTo(brief) != length) {
        throw new EOFException("not what was written: " + work.location(file));
      }
    }
  }

  /** Ends the log and puts it into the cache. */
  void commit(String key) throws IOException {
    end();
    briefDraft.commit(briefKey(key));
    draft.commit(key);
  }

  private void end() throws IOException {
    brief.writeByte(END);
    brief.flush();
    out.writeByte(END);
    out.flush();
  }

  /** Ends the log and tells whether one in the cache is the same; it is not put there. */
  boolean isAs(Kept kept) throws IOException {
    end();
    return hash(kept.whole()).equals(hash.get())
        && hash(kept.brief().entry()).equals(briefHash.get());
  }

  private static HashValue128 hash(CacheStore.Found entry) throws IOException {
    HashStream128 hash = Hashing.xxh3_128().hashStream();
    try (InputStream in = entry.open()) {
      in.transferTo(new HashedStream(OutputStream.nullOutputStream(), hash));
    }
    return hash.get();
  }

  @Override
  public void close() throws IOException {
    try (briefDraft) {
      draft.close();
    }
  }

  /** A log in the cache. */
  record Kept(CacheStore.Found whole, Brief brief) {
    /** Hands over all that it holds. */
    void read(Taker taker) throws IOException {
      UnitLog.read(whole, taker, true);
      UnitLog.read(brief.entry(), taker, false);
    }
  }

  /** What a log holds without what was sent: all that is wanted of a unit that is as it was. */
  record Brief(CacheStore.Found entry) {
    /** Whether none of its articles is one of some. */
    boolean hasNone(Predicate<Seen> some) throws IOException {
      try (DataInputStream in = new DataInputStream(entry.open())) {
        while (in.readByte() == ARTICLE) {
          if (some.test(article(record(in)))) {
            return false;
          }
        }
        return true;
      }
    }

    /** Hands over what it holds. */
    void read(Taker taker) throws IOException {
      UnitLog.read(entry, taker, true);
    }
  }

  /** The log of a key; null where it is not there whole. */
  static Kept find(CacheStore store, String key) {
    Brief brief = findBrief(store, key);
    CacheStore.Found whole = brief == null ? null : store.find(key);
    return whole == null ? null : new Kept(whole, brief);
  }

  /**
   * The brief entry of a log; null where it is not there whole. Whether the other one is whole is
   * not asked: that would be to read all that was ever sent, each night.
   */
  static Brief findBrief(CacheStore store, String key) {
    CacheStore.Found found = store.find(briefKey(key));
    return found == null ? null : new Brief(found);
  }

  private static void read(CacheStore.Found entry, Taker taker, boolean wantsArticles)
      throws IOException {
    try (DataInputStream in = new DataInputStream(entry.open())) {
      byte[] framed = new byte[1 << 16];
      for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
        switch (kind) {
          case SENT, KEY_SENT -> {
            int lane = in.readByte();
            int length = in.readInt();
            framed = length > framed.length ? new byte[length * 2] : framed;
            in.readFully(framed, 0, length);
            taker.sent(lane, kind == KEY_SENT, framed, length);
          }
          case ARTICLE -> {
            Seen seen = article(record(in));
            if (wantsArticles) {
              taker.article(seen);
            }
          }
          case PART -> taker.part(PartResult.decode(record(in)), content(in));
          case SPOOL -> taker.spool(record(in).getVarLong(), content(in));
          case TALLY -> taker.tally(StageTally.decode(record(in)));
          default -> throw new IOException("a unit's log holds no " + kind);
        }
      }
    }
  }

  private static ByteReader record(DataInputStream in) throws IOException {
    byte[] record = new byte[in.readInt()];
    in.readFully(record);
    return new ByteReader(record);
  }

  private static InputStream content(DataInputStream in) throws IOException {
    long length = in.readLong();
    return new RangeStream(in, length) {
      @Override
      public void close() {
        // the log goes on behind it
      }
    };
  }
}
