package org.copydesk.dedup;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.text.ContentHash;

/**
 * Candidates in, verified pairs out: what shares a key is compared before anything is joined.
 *
 * <p>Each article of a key is held against the earlier ones of that key: one that is nearly all of
 * it at once, the others by their shingles first, and then the likest of them, the best first,
 * until one is a copy. A key holds {@link #MOST_HELD} articles, and at most {@link #MOST_READ}
 * texts are read for one article and key; what is a copy of none where something was left out by
 * these bounds is counted. Takes the articles of one anchor (the smallest of its keys) sorted by
 * id, in one pass. What is compared for a key hangs on the articles of that key alone.
 *
 * @param <T> what travels with an article
 */
public final class VerifiedPairs<T> {
  /** Articles of a key that later ones are held against. */
  public static final int MOST_HELD = 1024;

  /** Articles of a key that share enough with a later one to be read, the likest ones. */
  public static final int MOST_READ = 64;

  /** So alike, a text is read before the others are looked at: most copies end here. */
  private static final double NEARLY_ALL = .9;

  /** An article and what travels with it. */
  public record Held<T>(Fingerprint print, T what) {
    ContentHash id() {
      return print.id();
    }
  }

  /** Where pairs go. */
  @FunctionalInterface
  public interface Pairs<T> {
    void accept(Held<T> a, Held<T> b, Verdict verdict);
  }

  /** The articles of one key, by their place among those of the anchor. */
  private static final class Round {
    final IntArrayList members = new IntArrayList();
    boolean isFull;
  }

  private final NearDuplicatePolicy policy;
  private final Pairs<T> copies;
  private final Pairs<T> excerpts;
  private final Pairs<T> others;
  private final Long2ObjectOpenHashMap<Round> rounds = new Long2ObjectOpenHashMap<>();
  private final List<Held<T>> held = new ArrayList<>();

  /** What is known of the article at hand and each one held. */
  private ShingleSet.Overlap[] overlaps = new ShingleSet.Overlap[16];

  private Verdict[] verdicts = new Verdict[16];
  private ContentHash anchor;
  private long taken;
  private long compared;
  private long left;

  /**
   * @param copies takes pairs of which one is a copy or a version of the other
   * @param excerpts takes pairs of which one is part of the other
   * @param others takes pairs that were held against each other and are neither
   */
  public VerifiedPairs(
      NearDuplicatePolicy policy, Pairs<T> copies, Pairs<T> excerpts, Pairs<T> others) {
    this.policy = policy;
    this.copies = copies;
    this.excerpts = excerpts;
    this.others = others;
  }

  /**
   * The next article.
   *
   * @param of the anchor it is held at
   * @param keys that it shares there
   */
  public void accept(ContentHash of, Fingerprint print, long[] keys, T what) {
    if (!of.equals(anchor)) {
      anchor = of;
      rounds.clear();
      held.clear();
    }
    taken++;
    Held<T> article = new Held<>(print, what);
    if (overlaps.length < held.size()) {
      overlaps = new ShingleSet.Overlap[held.size() * 2];
      verdicts = new Verdict[held.size() * 2];
    } else {
      Arrays.fill(overlaps, 0, held.size(), null);
      Arrays.fill(verdicts, 0, held.size(), null);
    }
    int place = -1;
    boolean isLeft = false;
    for (long key : keys) {
      Round round = rounds.computeIfAbsent(key, k -> new Round());
      isLeft |= !match(article, round);
      if (round.members.size() == MOST_HELD) {
        round.isFull = true;
        continue;
      }
      if (place < 0) {
        place = held.size();
      }
      round.members.add(place);
    }
    if (place >= 0) {
      held.add(article);
    }
    left += isLeft ? 1 : 0;
  }

  /**
   * Whether an article is a copy of one of a key, or was held against all that it may be one of.
   */
  private boolean match(Held<T> article, Round round) {
    IntArrayList alike = new IntArrayList();
    for (int i = 0; i < round.members.size(); i++) {
      int place = round.members.getInt(i);
      ShingleSet.Overlap overlap = overlap(article, place);
      if (!policy.mayBeMore(overlap)) {
        continue;
      }
      if (overlap.jaccard() >= NEARLY_ALL && isCopy(article, place)) {
        return true;
      }
      alike.add(place);
    }
    alike.sort(
        (a, b) -> {
          int byShare = Double.compare(share(b), share(a));
          return byShare != 0 ? byShare : Integer.compare(a, b);
        });
    boolean isMatched = false;
    for (int i = 0; i < Math.min(MOST_READ, alike.size()); i++) {
      // A copy of one may be part of others all the same.
      if (!isMatched || policy.mayBePart(overlaps[alike.getInt(i)])) {
        isMatched |= isCopy(article, alike.getInt(i));
      }
    }
    return isMatched || (alike.size() <= MOST_READ && !round.isFull);
  }

  private double share(int place) {
    return overlaps[place].jaccard();
  }

  private ShingleSet.Overlap overlap(Held<T> article, int place) {
    if (overlaps[place] == null) {
      Held<T> other = held.get(place);
      compared++;
      overlaps[place] = other.print().shingles().with(article.print().shingles());
      if (!policy.mayBeMore(overlaps[place])) {
        others.accept(
            other, article, policy.compare(other.print(), article.print(), overlaps[place]));
      }
    }
    return overlaps[place];
  }

  private boolean isCopy(Held<T> article, int place) {
    if (verdicts[place] == null) {
      Held<T> other = held.get(place);
      Verdict verdict = policy.compare(other.print(), article.print(), overlaps[place]);
      verdicts[place] = verdict;
      if (verdict.isCopy()) {
        copies.accept(other, article, verdict);
      } else if (verdict.kind() == Kind.EXCERPT) {
        excerpts.accept(other, article, verdict);
      } else {
        others.accept(other, article, verdict);
      }
    }
    return verdicts[place].isCopy();
  }

  /** Articles taken; one counts at each anchor. */
  public long taken() {
    return taken;
  }

  /** Pairs whose shingles were compared. */
  public long compared() {
    return compared;
  }

  /** Articles that were held against too few of a key's to know that they are a copy of none. */
  public long left() {
    return left;
  }
}
