package org.copydesk.evaluate;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

/**
 * What a build says of labelled pairs, whose ids are the records' own ({@code source_id}). The
 * build keeps copies, marked ({@code --duplicates=mark}): of a removed one the tables do not hold
 * that id. Holds some 300 bytes an article.
 */
public final class PairsInGeneration {
  private record Found(String id, String cluster, String kind) {}

  private record Clustered(String sourceId, String id, String clusterId, String copyKind) {}

  private record Related(String a, String b, String kind) {}

  private final Map<String, Found> bySource = new HashMap<>();
  private final Map<String, String> relations = new HashMap<>();

  private PairsInGeneration() {}

  /** Reads articles and relations of a generation. */
  public static PairsInGeneration in(Storage generation) throws IOException {
    PairsInGeneration pairs = new PairsInGeneration();
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Clustered.class))) {
      for (Clustered row = rows.next(); row != null; row = rows.next()) {
        if (row.sourceId() != null) {
          Found found = new Found(row.id(), row.clusterId(), row.copyKind());
          pairs.bySource.put(row.sourceId(), found);
        }
      }
    }
    try (var rows = new TableScan<>(generation, Tables.RELATIONS.view(Related.class))) {
      for (Related row = rows.next(); row != null; row = rows.next()) {
        pairs.relations.put(row.a() + " " + row.b(), row.kind());
      }
    }
    return pairs;
  }

  /** What became of a pair; one that is not there was never compared. */
  PairsEvaluation.Answer answerOf(LabelledPair pair, Found a, Found b) {
    if (a == null || b == null) {
      return new PairsEvaluation.Answer(false, "not in the corpus", pair.jaccard(), "", true);
    }
    boolean isJoined = a.cluster.equals(b.cluster);
    String related = relations.getOrDefault(a.id + " " + b.id, relations.get(b.id + " " + a.id));
    String kind = related;
    if (isJoined && kind == null) {
      kind = a.kind != null ? a.kind : b.kind != null ? b.kind : "exact";
      kind = kind.equals("exact") ? "near" : kind;
    }
    boolean keepsNewer =
        !isJoined
            || pair.newer() == null
            || (pair.newer().equals("a") ? a.kind == null : b.kind == null);
    return new PairsEvaluation.Answer(
        isJoined, kind == null ? "none" : kind, pair.jaccard(), "", keepsNewer);
  }

  /** What became of a pair. */
  public PairsEvaluation.Answer answer(LabelledPair pair) {
    return answerOf(pair, bySource.get(pair.a().id()), bySource.get(pair.b().id()));
  }
}
