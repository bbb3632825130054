package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.text.ContentHash;

/**
 * Stories in, clusters out: each article is a copy of a kept one that it matches itself, or is
 * kept. A chain a~b~c whose ends do not match ends as two clusters, not as one. Of the versions of
 * a story the newest is kept.
 *
 * <p>Takes each story's articles sorted by {@link SurvivorOrder}, in one pass: the first is kept;
 * each next one is held against the kept ones that share most of its rarest shingles ({@link
 * SurvivorIndex}), and is a copy of the one it is most like, or is kept. At the end of the story,
 * what was kept is looked at again, the newest first: an earlier state of a kept one is not kept,
 * and its copies go with it where they match. At most {@link SurvivorIndex#MOST_COMPARED}
 * comparisons an article, so work is linear in a story; the story's articles are held while they
 * fit into the bytes given, and what is kept beyond them is compared but not remembered, and
 * counted.
 *
 * @param <T> what travels with an article
 */
public final class StarClusters<T> {
  /** Takes what was decided. */
  public interface Out<T> {
    /** What became of an article; of those of one story in no order to rely on. */
    void decided(CopyDecision decision, T article);

    /** Two articles that are kept both, though one is a later state of the other. */
    void version(ContentHash earlier, ContentHash later, Verdict verdict);
  }

  /** What is known of articles besides their words. */
  public interface States<T> {
    /** Whether both stood at one address: then the later one is a version of the earlier. */
    boolean isOneAddress(T a, T b);

    /** Which text came to be first, or came back first, for texts of one story. */
    Comparator<T> byChange(Collection<T> story);

    /** Nothing is known. */
    static <T> States<T> unknown() {
      return new States<>() {
        @Override
        public boolean isOneAddress(T a, T b) {
          return false;
        }

        @Override
        public Comparator<T> byChange(Collection<T> story) {
          return (a, b) -> 0;
        }
      };
    }
  }

  private static final class Member<T> {
    final Fingerprint print;
    final T article;
    final List<Fingerprint> copies = new ArrayList<>(0);
    Member<T> kept;
    Verdict verdict;

    Member(Fingerprint print, T article, Verdict verdict) {
      this.print = print;
      this.article = article;
      this.kept = this;
      this.verdict = verdict;
    }

    boolean isKept() {
      return kept == this;
    }

    CopyDecision decision() {
      return new CopyDecision(print.id(), kept.print.id(), verdict);
    }
  }

  /** Copies of a kept article that a further one must not contradict. */
  private static final int MOST_WITNESSES = 4;

  private record Versions(ContentHash a, ContentHash b) {}

  private static final Verdict NO_COPY = Verdict.none(0, CopyRule.SHINGLES);

  private final NearDuplicatePolicy policy;
  private final long mostBytes;
  private final boolean keepsVersions;
  private final States<T> states;
  private final Out<T> out;
  private ContentHash story;
  private SurvivorIndex survivors;
  private List<Member<T>> members = new ArrayList<>();
  private Map<ContentHash, Member<T>> kept = new HashMap<>();
  private final Map<Versions, Verdict> versions = new HashMap<>();
  private long bytes;
  private long compared;
  private long hidden;
  private long forgotten;
  private long largest;

  /**
   * Clusters by a policy.
   *
   * @param mostBytes of heap for the articles of one story, for example 48 MB: some 10,000 articles
   *     of 500 words
   * @param keepsVersions whether earlier states of a story are kept beside the newest
   */
  public StarClusters(
      NearDuplicatePolicy policy, long mostBytes, boolean keepsVersions, Out<T> out) {
    this(policy, mostBytes, keepsVersions, States.unknown(), out);
  }

  /**
   * Clusters by a policy and what is known of states.
   *
   * @param states which articles are states of one address
   */
  public StarClusters(
      NearDuplicatePolicy policy,
      long mostBytes,
      boolean keepsVersions,
      States<T> states,
      Out<T> out) {
    this.states = states;
    this.policy = policy;
    this.mostBytes = mostBytes;
    this.keepsVersions = keepsVersions;
    this.out = out;
  }

  /** The next article of the stream sorted by (story, survivor order), each id once. */
  public void accept(ContentHash storyId, Fingerprint article, T what) {
    if (!storyId.equals(story)) {
      finish();
      story = storyId;
      survivors = new SurvivorIndex(mostBytes);
    }
    compared++;
    Member<T> member = new Member<>(article, what, NO_COPY);
    Verdict best = NO_COPY;
    List<Fingerprint> later = new ArrayList<>();
    for (Fingerprint survivor : survivors.nearest(article)) {
      Verdict verdict = compare(member, kept.get(survivor.id()));
      if (verdict.kind() == Kind.NEAR
          && (!best.isCopy() || verdict.similarity() > best.similarity())
          && agrees(article, kept.get(survivor.id()))) {
        best = verdict;
        member.kept = kept.get(survivor.id());
      } else if (verdict.kind() == Kind.VERSION) {
        versions.put(new Versions(article.id(), survivor.id()), verdict);
        later.add(survivor);
      }
    }
    member.verdict = best;
    if (member.isKept()) {
      kept.put(article.id(), member);
      if (!survivors.add(article)) {
        forgotten++;
        kept.remove(article.id());
      }
    } else {
      later.forEach(each -> versions.remove(new Versions(article.id(), each.id())));
    }
    if (!member.isKept() && member.kept.copies.size() < MOST_WITNESSES) {
      member.kept.copies.add(article);
    }
    bytes += SurvivorIndex.bytes(article);
    if (bytes <= mostBytes) {
      members.add(member);
      return;
    }
    // Too many to look at again: what is known so far stands, in survivor order.
    if (!members.isEmpty()) {
      members.forEach(each -> out.decided(each.decision(), each.article));
      members = new ArrayList<>();
    }
    forgotten += versions.isEmpty() ? 0 : 1;
    versions.clear();
    out.decided(member.decision(), what);
  }

  /**
   * Whether an article contradicts none of the first copies of a kept one: "3 killed" and "30
   * killed" are not both copies of a report that gives no number.
   */
  private boolean agrees(Fingerprint article, Member<T> head) {
    for (Fingerprint copy : head.copies) {
      if (policy.compare(article, copy).contradicts()) {
        return false;
      }
    }
    return true;
  }

  /** What two articles are to each other; of one address the later is a version. */
  private Verdict compare(Member<T> a, Member<T> b) {
    Verdict verdict = policy.compare(a.print, b.print);
    boolean isState =
        verdict.kind() == Kind.NEAR
            && states.isOneAddress(a.article, b.article)
            && states.byChange(List.of(a.article, b.article)).compare(a.article, b.article) != 0;
    return isState
        ? new Verdict(
            Kind.VERSION,
            verdict.measure(),
            verdict.similarity(),
            verdict.threshold(),
            CopyRule.LATER)
        : verdict;
  }

  private Comparator<Member<T>> byChange(Collection<Member<T>> story) {
    Comparator<T> order = states.byChange(story.stream().map(member -> member.article).toList());
    return Comparator.comparing((Member<T> member) -> member.article, order)
        .thenComparingLong(member -> member.print.seconds());
  }

  /** Ends the last story. */
  public void finish() {
    if (story == null) {
      return;
    }
    hidden += survivors.hidden();
    largest = Math.max(largest, members.size());
    if (keepsVersions) {
      versions.forEach(
          (pair, verdict) -> {
            Member<T> a = kept.get(pair.a());
            Member<T> b = kept.get(pair.b());
            boolean isInOrder = byChange(List.of(a, b)).compare(a, b) <= 0;
            out.version(isInOrder ? pair.a() : pair.b(), isInOrder ? pair.b() : pair.a(), verdict);
          });
    } else if (!versions.isEmpty()) {
      keepNewest();
    }
    members.forEach(each -> out.decided(each.decision(), each.article));
    members = new ArrayList<>();
    kept = new HashMap<>();
    versions.clear();
    bytes = 0;
    story = null;
  }

  private void keepNewest() {
    List<Member<T>> heads = new ArrayList<>();
    for (Member<T> member : members) {
      if (member.isKept()) {
        heads.add(member);
      }
    }
    heads.sort(byChange(heads).reversed());
    List<Member<T>> newest = new ArrayList<>();
    Set<Member<T>> displaced = new HashSet<>();
    for (Member<T> head : heads) {
      for (Member<T> other : newest) {
        Verdict verdict = versions.get(new Versions(head.print.id(), other.print.id()));
        if (verdict == null) {
          verdict = versions.get(new Versions(other.print.id(), head.print.id()));
        }
        boolean isBetter =
            verdict != null && (head.isKept() || verdict.similarity() > head.verdict.similarity());
        if (isBetter) {
          head.kept = other;
          head.verdict = verdict;
        }
      }
      if (head.isKept()) {
        newest.add(head);
      } else {
        displaced.add(head);
      }
    }
    List<Member<T>> left = new ArrayList<>();
    for (Member<T> member : members) {
      Member<T> head = member.kept;
      if (member.isKept() || head.isKept()) {
        continue;
      }
      Member<T> newer = head.kept;
      if (displaced.contains(member)) {
        continue;
      }
      Verdict verdict = compare(member, newer);
      if (verdict.isCopy()) {
        member.kept = newer;
        member.verdict = verdict;
        continue;
      }
      // A copy of the earlier state that the newest does not match stands for that state.
      member.kept = member;
      member.verdict = NO_COPY;
      for (Member<T> each : left) {
        Verdict among = policy.compare(member.print, each.print);
        if (among.kind() == Kind.NEAR) {
          member.kept = each;
          member.verdict = among;
          break;
        }
      }
      if (member.isKept()) {
        left.add(member);
      }
    }
  }

  /** Articles taken. */
  public long compared() {
    return compared;
  }

  /** Kept articles that later ones were not compared with, for want of room. */
  public long forgotten() {
    return forgotten;
  }

  /** Articles of the largest story. */
  public long largest() {
    return largest;
  }

  /**
   * Kept articles that later ones of a large story do not find: every shingle they are looked up by
   * is that of many others.
   */
  public long hidden() {
    return hidden;
  }
}
