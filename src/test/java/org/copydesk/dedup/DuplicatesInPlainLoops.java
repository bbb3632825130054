package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.model.Article;
import org.copydesk.text.ContentHash;

/**
 * The stages of near-duplicate removal, one after the other in memory, as the pipeline runs them.
 */
final class DuplicatesInPlainLoops {
  record Banded(long key, ContentHash id) {}

  record Candidate(ContentHash anchor, ContentHash member) {}

  final Map<ContentHash, Fingerprint> fingerprints = new HashMap<>();
  final Map<ContentHash, ArticleHead> heads = new HashMap<>();
  final List<Banded> banded = new ArrayList<>();
  final Set<Candidate> candidates = new HashSet<>();
  final Map<ContentHash, CopyDecision> decisions = new TreeMap<>();
  final Map<Candidate, NearDuplicatePolicy.Verdict> pairs = new HashMap<>();
  final Map<Candidate, NearDuplicatePolicy.Verdict> excerpts = new HashMap<>();
  final Map<ContentHash, ContentHash> stories = new TreeMap<>();
  long crowded;
  long compared;
  long left;
  long largest;
  long forgotten;
  long emitted;

  static DuplicatesInPlainLoops over(List<Article> articles) {
    return over(articles, 48L << 20);
  }

  static DuplicatesInPlainLoops over(List<Article> articles, long mostBytes) {
    DuplicatesInPlainLoops run = new DuplicatesInPlainLoops();
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    for (Article article : articles) {
      Fingerprint print = fingerprinter.fingerprint(article);
      run.fingerprints.put(print.id(), print);
      run.heads.put(
          print.id(),
          new ArticleHead(
              print.id(), "f", 0, null, null, article.publishedAt(), print.words(), false));
      for (long key : fingerprinter.bandKeys()) {
        run.banded.add(new Banded(key, print.id()));
      }
    }
    run.cluster(mostBytes);
    return run;
  }

  private void cluster(long mostBytes) {
    banded.sort(
        (a, b) -> {
          int byKey = Long.compareUnsigned(a.key, b.key);
          return byKey != 0 ? byKey : a.id.compareTo(b.id);
        });
    Map<ContentHash, Map<ContentHash, List<Long>>> held = new TreeMap<>();
    CandidateBucket bucket =
        new CandidateBucket(
            (anchor, member, key) -> {
              emitted++;
              candidates.add(new Candidate(anchor, member));
              held.computeIfAbsent(anchor, a -> new TreeMap<>())
                  .computeIfAbsent(member, m -> new ArrayList<>())
                  .add(key);
            });
    banded.forEach(each -> bucket.accept(each.key, each.id));
    bucket.finish();
    crowded = bucket.crowded();
    Components components = new Components();
    VerifiedPairs<ContentHash> verified =
        new VerifiedPairs<>(
            NearDuplicatePolicy.DEFAULT,
            (a, b, verdict) -> {
              components.join(a.print().id(), b.print().id());
              pairs.put(new Candidate(a.print().id(), b.print().id()), verdict);
            },
            (a, b, verdict) -> excerpts.put(new Candidate(a.print().id(), b.print().id()), verdict),
            (a, b, verdict) -> {});
    held.forEach(
        (anchor, members) ->
            members.forEach(
                (id, keys) ->
                    verified.accept(
                        anchor,
                        fingerprints.get(id),
                        keys.stream().mapToLong(k -> k).toArray(),
                        id)));
    compared = verified.compared();
    left = verified.left();
    SurvivorOrder order = SurvivorOrder.by(SurvivorOrder.Preference.LONGEST, List.of());
    Map<ContentHash, List<ContentHash>> members = new TreeMap<>();
    components.forEach(
        (id, component) -> {
          members.computeIfAbsent(component, c -> new ArrayList<>()).add(id);
          stories.put(id, component);
        });
    StarClusters<ContentHash> clusters =
        new StarClusters<>(
            NearDuplicatePolicy.DEFAULT,
            mostBytes,
            false,
            new StarClusters.Out<>() {
              @Override
              public void decided(CopyDecision decision, ContentHash article) {
                decisions.put(article, decision);
              }

              @Override
              public void version(
                  ContentHash earlier, ContentHash later, NearDuplicatePolicy.Verdict verdict) {}
            });
    members.forEach(
        (component, ids) -> {
          largest = Math.max(largest, ids.size());
          ids.sort(Comparator.comparing(heads::get, order));
          for (ContentHash id : ids) {
            clusters.accept(component, Fingerprint.parse(fingerprints.get(id).toBytes()), id);
          }
        });
    clusters.finish();
    forgotten = clusters.forgotten();
  }

  ContentHash keptFor(ContentHash id) {
    CopyDecision decision = decisions.get(id);
    return decision == null ? id : decision.keptId();
  }
}
