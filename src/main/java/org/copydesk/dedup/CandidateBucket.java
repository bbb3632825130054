package org.copydesk.dedup;

import org.copydesk.text.ContentHash;

/**
 * Band keys in, candidate pairs out: of the articles that share a key each is paired with the
 * smallest, so a key with n articles gives n - 1 pairs, never n².
 *
 * <p>Takes a stream sorted by (key, id) in one pass and holds one id and a fixed cache of pairs
 * already told, whatever the size of the bucket. One a bucket; pairs may repeat between buckets.
 */
public final class CandidateBucket {
  /** A key with more articles is counted as crowded: it is likely a template or a footer. */
  public static final int CROWDED = 256;

  private static final int CACHE = 1 << 12;

  /** Where pairs go. */
  @FunctionalInterface
  public interface Pairs {
    /** A candidate pair; {@code anchor} is smaller than {@code member}. */
    void accept(ContentHash anchor, ContentHash member);
  }

  private final Pairs out;
  private final ContentHash[] toldAnchors = new ContentHash[CACHE];
  private final ContentHash[] toldMembers = new ContentHash[CACHE];
  private long key;
  private ContentHash anchor;
  private ContentHash last;
  private int members;
  private long keys;
  private long crowded;

  public CandidateBucket(Pairs out) {
    this.out = out;
  }

  /** The next article of the sorted stream; the same one twice counts once. */
  public void accept(long bandKey, ContentHash id) {
    if (anchor == null || bandKey != key) {
      if (anchor != null && Long.compareUnsigned(bandKey, key) < 0) {
        throw new IllegalArgumentException("band keys come sorted without sign");
      }
      key = bandKey;
      anchor = id;
      last = id;
      members = 1;
      keys++;
      return;
    }
    int order = id.compareTo(last);
    if (order == 0) {
      return;
    }
    if (order < 0) {
      throw new IllegalArgumentException("articles of a band key come sorted by id");
    }
    last = id;
    members++;
    if (members == CROWDED + 1) {
      crowded++;
    }
    int slot = (int) (Banding.mix(id.low() ^ Long.rotateLeft(anchor.low(), 32)) & (CACHE - 1));
    if (!id.equals(toldMembers[slot]) || !anchor.equals(toldAnchors[slot])) {
      toldMembers[slot] = id;
      toldAnchors[slot] = anchor;
      out.accept(anchor, id);
    }
  }

  /** Keys so far. */
  public long keys() {
    return keys;
  }

  /** Keys with more than {@link #CROWDED} articles so far. */
  public long crowded() {
    return crowded;
  }
}
