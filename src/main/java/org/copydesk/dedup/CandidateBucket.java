package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.text.ContentHash;

/**
 * Band keys in, candidates out: each article of a key that several have is told with the smallest
 * of them, where they are held against each other. A key with n articles gives n, never n².
 *
 * <p>Takes a stream sorted by (key, id) in one pass. A key of a passage ({@link #isPassage}) that
 * more than {@link #MOST_OF_PASSAGE} articles have is a phrase of many texts and leads nowhere.
 */
public final class CandidateBucket {
  /** A key with more articles is counted as crowded: not all are held against each other. */
  public static final int CROWDED = VerifiedPairs.MOST_HELD;

  /** Articles that share a passage no other key of theirs tells of: an excerpt has few. */
  public static final int MOST_OF_PASSAGE = 5;

  /** Where candidates go. */
  @FunctionalInterface
  public interface Candidates {
    /** An article of a key and the smallest one of it, which is told first, with itself. */
    void accept(ContentHash anchor, ContentHash member, long key);
  }

  private final Candidates out;
  private final List<ContentHash> passage = new ArrayList<>();
  private long key;
  private ContentHash anchor;
  private ContentHash last;
  private int members;
  private long keys;
  private long crowded;

  public CandidateBucket(Candidates out) {
    this.out = out;
  }

  /** Whether a key is that of a passage, by which excerpts are found, and not of a band. */
  public static boolean isPassage(long key) {
    return (key & 1) != 0;
  }

  /** The next article of the sorted stream; the same one twice counts once. */
  public void accept(long bandKey, ContentHash id) {
    if (anchor == null || bandKey != key) {
      if (anchor != null && Long.compareUnsigned(bandKey, key) < 0) {
        throw new IllegalArgumentException("band keys come sorted without sign");
      }
      finish();
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
    if (isPassage(key)) {
      if (members <= MOST_OF_PASSAGE) {
        passage.add(id);
      }
      return;
    }
    if (members == CROWDED + 1) {
      crowded++;
    }
    if (members == 2) {
      out.accept(anchor, anchor, key);
    }
    out.accept(anchor, id, key);
  }

  /** Ends the last key. */
  public void finish() {
    if (!passage.isEmpty() && members <= MOST_OF_PASSAGE) {
      out.accept(anchor, anchor, key);
      for (ContentHash id : passage) {
        out.accept(anchor, id, key);
      }
    }
    passage.clear();
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
