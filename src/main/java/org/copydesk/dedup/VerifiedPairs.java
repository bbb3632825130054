package org.copydesk.dedup;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.text.ContentHash;

/**
 * Candidates in, verified pairs out: what shares a key is compared before anything is joined.
 *
 * <p>For each key the first article is held against the second, and so on; those that match none go
 * on among themselves, {@link #ROUNDS} deep: what fails that often, and {@link #ROUNDS} copies of
 * the others, is left and counted. Takes the articles of one anchor (the smallest of its keys)
 * sorted by id, in one pass; holds at most twice the rounds of each of the anchor's keys.
 *
 * @param <T> what travels with an article
 */
public final class VerifiedPairs<T> {
  /** Articles of a key that match none before them and that later ones are held against. */
  public static final int ROUNDS = 8;

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

  /** The articles of one key that others are held against. */
  private static final class Round<T> {
    final List<Held<T>> unmatched = new ArrayList<>();
    final List<Held<T>> matched = new ArrayList<>();
  }

  private final NearDuplicatePolicy policy;
  private final Pairs<T> copies;
  private final Pairs<T> excerpts;
  private final Pairs<T> others;
  private final Long2ObjectOpenHashMap<Round<T>> rounds = new Long2ObjectOpenHashMap<>();
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
    Held<T> article = new Held<>(print, what);
    if (!of.equals(anchor)) {
      anchor = of;
      rounds.clear();
    }
    taken++;
    Map<ContentHash, Verdict> known = new HashMap<>();
    boolean isLeft = false;
    for (long key : keys) {
      Round<T> round = rounds.computeIfAbsent(key, k -> new Round<>());
      if (match(article, round.unmatched, known) || match(article, round.matched, known)) {
        if (round.matched.size() < ROUNDS) {
          round.matched.add(article);
        }
      } else if (round.unmatched.size() < ROUNDS) {
        round.unmatched.add(article);
      } else {
        isLeft = true;
      }
    }
    left += isLeft ? 1 : 0;
  }

  private boolean match(Held<T> article, List<Held<T>> others, Map<ContentHash, Verdict> known) {
    for (Held<T> other : others) {
      Verdict verdict = known.get(other.id());
      if (verdict == null) {
        verdict = policy.compare(article.print(), other.print());
        compared++;
        known.put(other.id(), verdict);
        if (verdict.isCopy()) {
          copies.accept(other, article, verdict);
        } else if (verdict.kind() == Kind.EXCERPT) {
          excerpts.accept(other, article, verdict);
        } else {
          this.others.accept(other, article, verdict);
        }
      }
      if (verdict.isCopy()) {
        return true;
      }
    }
    return false;
  }

  /** Articles taken; one counts at each anchor. */
  public long taken() {
    return taken;
  }

  public long compared() {
    return compared;
  }

  /** Articles that some of their key's articles were not held against, for want of rounds. */
  public long left() {
    return left;
  }
}
