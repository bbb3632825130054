package org.copydesk.dedup;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectArrayList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Tokens;

/**
 * Teasers that share a key in, each story's teaser with its variants folded in out: "Port reopens /
 * Ferries ran" and "Port reopens / Ferries ran again on Monday" are one, another story under "Port
 * reopens" stays its own.
 *
 * <p>Two passes: {@link #byTitle} over all with a title, then {@link #byOpening} over what that
 * gives, where a headline may differ in a word. Takes a stream sorted by (group, {@link #order}):
 * the longest first, of equal length the commonest, so that the first text of a story leads and the
 * result does not depend on arrival. Holds one group's leaders, at most the bytes given; beyond
 * them teasers stay as they are, and are counted.
 */
public final class TeaserVariants {
  private static final int ALL_COMPARED = 16;
  private static final int INDEXED_WORDS = 16;
  private static final int INDEXED_RUN = 3;
  private static final int MOST_UNDER_ONE = 32;
  private static final int OPENING_WORDS = 8;
  private static final int TITLE_ALONE_WORDS = 4;
  private static final int MEMBER_BYTES = 48;

  /** Where the result goes. */
  public interface Output {
    /** A teaser with all its variants. */
    void teaser(DistinctTeaser teaser);

    /** A teaser that is now part of another. */
    void moved(ContentHash variant, ContentHash teaser);
  }

  private final boolean isByTitle;
  private final long mostBytes;
  private final Output out;
  private final List<Leader> leaders = new ArrayList<>();
  private final Long2ObjectOpenHashMap<ObjectArrayList<Integer>> index =
      new Long2ObjectOpenHashMap<>();
  private ContentHash group;
  private long bytes;
  private int stories;
  private long compared;
  private long joined;
  private long forgotten;
  private long hidden;
  private long late;

  private static final class Leader {
    final TeaserWords title;
    final TeaserWords snippet;
    final List<ContentHash> members = new ArrayList<>(0);

    /** The counts of all, under the text that is shown. */
    DistinctTeaser teaser;

    /** Whether the text that is shown is settled: members are told at once. */
    boolean isSettled;

    /** Whether the first text has a caption before it, and a member's was taken instead. */
    boolean isReplaced;

    Leader(DistinctTeaser teaser, TeaserWords title, TeaserWords snippet) {
      this.teaser = teaser;
      this.title = title;
      this.snippet = snippet;
    }
  }

  private TeaserVariants(boolean isByTitle, long mostBytes, Output out) {
    this.isByTitle = isByTitle;
    this.mostBytes = mostBytes;
    this.out = out;
  }

  /** The first pass: groups are {@link #titleGroup}. */
  public static TeaserVariants byTitle(long mostBytes, Output out) {
    return new TeaserVariants(true, mostBytes, out);
  }

  /** The second pass: groups are {@link #openingGroup}. */
  public static TeaserVariants byOpening(long mostBytes, Output out) {
    return new TeaserVariants(false, mostBytes, out);
  }

  /** Group of the first pass; null for a teaser without a title, which goes on to the second. */
  public static ContentHash titleGroup(DistinctTeaser teaser) {
    return TeaserIdentity.normalised(teaser.title()).isEmpty()
        ? null
        : TeaserIdentity.titleKey(teaser.title());
  }

  /** Group of the second pass, from the snippet's first words; null when it has too few. */
  public static ContentHash openingGroup(DistinctTeaser teaser) {
    Tokens tokens =
        Tokens.of(
            TeaserIdentity.withoutSign(TeaserIdentity.normalised(teaser.snippet())),
            OPENING_WORDS + 1);
    // The ninth word shows that the eighth is whole.
    if (tokens.count() <= OPENING_WORDS) {
      return null;
    }
    long hash = 0;
    for (int i = 0; i < OPENING_WORDS; i++) {
      hash = Banding.mix(hash + tokens.hash(i));
    }
    return new ContentHash(hash, Banding.mix(~hash));
  }

  /** Place in a group's stream, compared without sign. */
  public static byte[] order(DistinctTeaser teaser) {
    int words =
        Tokens.of(TeaserIdentity.withoutSign(TeaserIdentity.normalised(teaser.snippet()))).count();
    return ByteBuffer.allocate(4 + 8 + 16)
        .putInt(Integer.MAX_VALUE - words)
        .putLong(Long.MAX_VALUE - teaser.occurrences())
        .putLong(teaser.id().high())
        .putLong(teaser.id().low())
        .array();
  }

  /** The next teaser of the sorted stream. */
  public void accept(ContentHash groupKey, DistinctTeaser teaser) {
    if (!groupKey.equals(group)) {
      finish();
      group = groupKey;
    }
    compared++;
    TeaserWords title =
        new TeaserWords(CaptionPrefix.strip(TeaserIdentity.normalised(teaser.title())), false);
    TeaserWords snippet =
        new TeaserWords(
            TeaserIdentity.withoutSign(TeaserIdentity.normalised(teaser.snippet())),
            teaser.isTruncated());
    if (joinsLeader(teaser, title, snippet)) {
      return;
    }
    long size = 400 + 40L * (snippet.count() + title.count()) + 8L * teaser.sites().length;
    if (bytes + size > mostBytes) {
      forgotten++;
      out.teaser(teaser);
      return;
    }
    bytes += size;
    remember(new Leader(teaser, title, snippet));
  }

  /** Gives out the last group. */
  public void finish() {
    for (Leader leader : leaders) {
      settle(leader);
      out.teaser(leader.teaser);
    }
    leaders.clear();
    index.clear();
    bytes = 0;
    stories = 0;
  }

  /** Teasers taken. */
  public long compared() {
    return compared;
  }

  /** Teasers that became a variant of another. */
  public long joined() {
    return joined;
  }

  /** Variants whose text would be shown, had it not been settled for want of room. */
  public long late() {
    return late;
  }

  /** Teasers that were not compared with later ones for want of room. */
  public long forgotten() {
    return forgotten;
  }

  /** Teasers that later ones of a large group do not find: many others have all of their runs. */
  public long hidden() {
    return hidden;
  }

  private void remember(Leader leader) {
    int at = leaders.size();
    boolean isIndexed = leader.snippet.count() == 0;
    leaders.add(leader);
    stories += leader.snippet.count() > 0 ? 1 : 0;
    for (int i = 0; i < runs(leader.snippet); i++) {
      ObjectArrayList<Integer> under =
          index.computeIfAbsent(run(leader.snippet, i), k -> new ObjectArrayList<>(1));
      if (under.size() < MOST_UNDER_ONE) {
        under.add(at);
        isIndexed = true;
      }
    }
    hidden += isIndexed ? 0 : 1;
  }

  private boolean joinsLeader(DistinctTeaser teaser, TeaserWords title, TeaserWords snippet) {
    if (snippet.count() == 0) {
      // A headline alone says which story only where there is one.
      boolean isClear =
          isByTitle && stories == 1 && leaders.size() == 1 && title.count() >= TITLE_ALONE_WORDS;
      if (isClear) {
        join(leaders.get(0), teaser, false);
      }
      return isClear;
    }
    Leader best = null;
    TeaserWords.Match least = null;
    for (Leader leader : candidates(snippet)) {
      TeaserWords.Match match = leader.snippet.match(snippet);
      boolean isVariant =
          match != null && (isByTitle || (match.cost() == 0 && titlesAgree(leader.title, title)));
      if (isVariant && (least == null || match.cost() < least.cost())) {
        best = leader;
        least = match;
      }
    }
    if (best != null) {
      join(best, teaser, least.isPrefixed());
    }
    return best != null;
  }

  private void join(Leader leader, DistinctTeaser teaser, boolean isPrefixed) {
    DistinctTeaser before = leader.teaser;
    joined++;
    late += isPrefixed && !leader.isReplaced && leader.isSettled ? 1 : 0;
    if (isPrefixed && !leader.isReplaced && !leader.isSettled) {
      // What stands before the story is a caption: the longest text without it is shown.
      leader.isReplaced = true;
      leader.members.add(before.id());
      leader.teaser = teaser.plusVariant(before);
    } else {
      leader.members.add(teaser.id());
      leader.teaser = before.plusVariant(teaser);
    }
    bytes += MEMBER_BYTES + 8L * (leader.teaser.sites().length - before.sites().length);
    if (bytes > mostBytes || leader.isSettled) {
      settle(leader);
    }
  }

  private void settle(Leader leader) {
    for (ContentHash member : leader.members) {
      out.moved(member, leader.teaser.id());
    }
    bytes -= (long) MEMBER_BYTES * leader.members.size();
    leader.members.clear();
    leader.isSettled = true;
  }

  /** A teaser without a headline may be one with; otherwise one word may differ. */
  private static boolean titlesAgree(TeaserWords a, TeaserWords b) {
    return a.count() == 0 || b.count() == 0 || a.isSameTitleButOneWord(b);
  }

  private List<Leader> candidates(TeaserWords snippet) {
    if (leaders.size() <= ALL_COMPARED) {
      return leaders;
    }
    Set<Integer> places = new LinkedHashSet<>();
    for (int i = 0; i < runs(snippet); i++) {
      ObjectArrayList<Integer> under = index.get(run(snippet, i));
      if (under != null) {
        places.addAll(under);
      }
    }
    return places.stream().sorted().map(leaders::get).toList();
  }

  private static int runs(TeaserWords snippet) {
    int words = Math.min(snippet.count(), INDEXED_WORDS);
    return words == 0 ? 0 : Math.max(1, words - INDEXED_RUN + 1);
  }

  private static long run(TeaserWords snippet, int from) {
    long hash = 1;
    for (int i = from; i < Math.min(from + INDEXED_RUN, snippet.count()); i++) {
      hash = Banding.mix(hash + snippet.hash(i));
    }
    return hash;
  }
}
