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
  long crowded;
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
    Components components = new Components();
    CandidateBucket bucket =
        new CandidateBucket(
            (a, b) -> {
              emitted++;
              candidates.add(new Candidate(a, b));
              components.join(a, b);
            });
    banded.forEach(each -> bucket.accept(each.key, each.id));
    crowded = bucket.crowded();
    SurvivorOrder order = SurvivorOrder.by(SurvivorOrder.Preference.LONGEST, List.of());
    Map<ContentHash, List<ContentHash>> members = new TreeMap<>();
    components.forEach(
        (id, component) -> members.computeIfAbsent(component, c -> new ArrayList<>()).add(id));
    StarClusters clusters = new StarClusters(NearDuplicatePolicy.DEFAULT, mostBytes);
    members.forEach(
        (component, ids) -> {
          ids.sort(Comparator.comparing(heads::get, order));
          for (ContentHash id : ids) {
            CopyDecision decision =
                clusters.accept(component, Fingerprint.parse(fingerprints.get(id).toBytes()));
            decisions.put(id, decision);
          }
        });
  }

  ContentHash keptFor(ContentHash id) {
    CopyDecision decision = decisions.get(id);
    return decision == null ? id : decision.keptId();
  }
}
