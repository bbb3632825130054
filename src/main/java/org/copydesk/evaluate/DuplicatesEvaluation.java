package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds found clusters of articles against labelled pairs.
 *
 * <pre>
 * DuplicatesEvaluation evaluation = new DuplicatesEvaluation(0.7);
 * evaluation.readGold(path);                       // {"a":{…},"b":{…},"same":true,"jaccard":0.83}
 * evaluation.found("part-0.jsonl", 3, clusterId, true);  // every article, kept or removed
 * evaluation.result().text();
 * </pre>
 *
 * <p>Labelled clusters are what {@code same} pairs join, directly or through others. A found pair
 * is wrong when no chain of {@code same} pairs joins it; a labelled pair counts as missed only when
 * pairs of the least Jaccard or more join it. Memory grows with the articles: some 100 bytes each.
 */
public final class DuplicatesEvaluation {
  /** Lower bounds of the bands in which recall is given. */
  private static final double[] BANDS = {0.5, 0.6, 0.7, 0.8, 0.9, 1.0};

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Pair(int a, int b, boolean isSame, double jaccard) {}

  private final double leastJaccard;
  private final Object2IntOpenHashMap<String> documents = new Object2IntOpenHashMap<>();
  private final Object2IntOpenHashMap<String> clusterNumbers = new Object2IntOpenHashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final Long2IntOpenHashMap clusterOf = new Long2IntOpenHashMap();
  private final IntOpenHashSet gone = new IntOpenHashSet();

  /**
   * @param leastJaccard labelled pairs under it need not be found, and do no harm when they are
   */
  public DuplicatesEvaluation(double leastJaccard) {
    this.leastJaccard = leastJaccard;
    clusterOf.defaultReturnValue(-1);
  }

  /** Reads labelled pairs; a pair without {@code jaccard} counts as 1. */
  public void readGold(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode pair = JSON.readTree(line);
          if (!pair.path("a").has("source_file")
              || !pair.path("b").has("source_file")
              || !pair.has("same")) {
            throw new IllegalArgumentException(file + ":" + number + ": no labelled pair");
          }
          gold(
              place(pair.get("a")),
              place(pair.get("b")),
              pair.get("same").asBoolean(),
              pair.path("jaccard").asDouble(1));
        }
      }
    }
  }

  private static String place(JsonNode node) {
    return PageRecord.place(node.get("source_file").asText(), node.path("source_record").asLong(0));
  }

  void gold(String a, String b, boolean isSame, double jaccard) {
    pairs.add(new Pair(document(a), document(b), isSame, jaccard));
  }

  /** One article and the cluster it was put in; an article of its own has a cluster of its own. */
  public void found(String sourceFile, long sourceRecord, String clusterId, boolean isKept) {
    int cluster = number(clusterNumbers, clusterId);
    int document = document(PageRecord.place(sourceFile, sourceRecord));
    clusterOf.put(document, cluster);
    if (!isKept) {
      gone.add(document);
    }
  }

  private int document(String place) {
    return number(documents, place);
  }

  private static int number(Object2IntOpenHashMap<String> numbers, String name) {
    int next = numbers.size();
    return numbers.computeIfAbsent(name, key -> next);
  }

  /** The figures. A labelled article that was not found at all is a cluster of its own. */
  public DuplicatesResult result() {
    int n = documents.size();
    int[] found = new int[n];
    for (int i = 0; i < n; i++) {
      int cluster = clusterOf.get(i);
      found[i] = cluster >= 0 ? cluster : clusterNumbers.size() + i;
    }
    Clusters lenient = new Clusters(n);
    Clusters strict = new Clusters(n);
    long merged = 0;
    long different = 0;
    long[] inBand = new long[BANDS.length];
    long[] hits = new long[BANDS.length];
    long[] caught = new long[BANDS.length];
    for (Pair pair : pairs) {
      boolean isJoined = found[pair.a] == found[pair.b];
      if (!pair.isSame) {
        different++;
        merged += isJoined ? 1 : 0;
        continue;
      }
      lenient.join(pair.a, pair.b);
      if (pair.jaccard >= leastJaccard) {
        strict.join(pair.a, pair.b);
      }
      for (int band = BANDS.length - 1; band >= 0; band--) {
        if (pair.jaccard >= BANDS[band]) {
          inBand[band]++;
          hits[band] += isJoined ? 1 : 0;
          caught[band] += isJoined || gone.contains(pair.a) || gone.contains(pair.b) ? 1 : 0;
          break;
        }
      }
    }
    Contingency forPrecision = new Contingency(found, lenient.labels());
    Contingency forRecall = new Contingency(found, strict.labels());
    List<DuplicatesResult.Band> bands = new ArrayList<>();
    for (int band = 0; band < BANDS.length; band++) {
      bands.add(new DuplicatesResult.Band(BANDS[band], inBand[band], hits[band], caught[band]));
    }
    return new DuplicatesResult(
        n,
        new Score(forPrecision.pairPrecision(), forRecall.pairRecall()),
        new Score(forPrecision.bCubedPrecision(), forRecall.bCubedRecall()),
        forRecall.adjustedRand(),
        bands,
        merged,
        different);
  }

  /** Union-find with path halving. */
  private static final class Clusters {
    private final int[] parent;

    Clusters(int n) {
      parent = new int[n];
      for (int i = 0; i < n; i++) {
        parent[i] = i;
      }
    }

    private int find(int i) {
      while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
      }
      return i;
    }

    void join(int a, int b) {
      int first = find(a);
      int second = find(b);
      parent[Math.max(first, second)] = Math.min(first, second);
    }

    int[] labels() {
      int[] labels = new int[parent.length];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = find(i);
      }
      return labels;
    }
  }

  /** How many documents each found cluster shares with each labelled one. */
  private static final class Contingency {
    private final Long2LongOpenHashMap cells = new Long2LongOpenHashMap();
    private final Long2LongOpenHashMap foundSizes = new Long2LongOpenHashMap();
    private final Long2LongOpenHashMap goldSizes = new Long2LongOpenHashMap();
    private final long documents;

    Contingency(int[] found, int[] gold) {
      documents = found.length;
      for (int i = 0; i < found.length; i++) {
        cells.addTo(((long) found[i] << 32) | gold[i], 1);
        foundSizes.addTo(found[i], 1);
        goldSizes.addTo(gold[i], 1);
      }
    }

    private static double pairs(Long2LongOpenHashMap sizes) {
      double pairs = 0;
      for (long size : sizes.values()) {
        pairs += size * (size - 1) / 2.0;
      }
      return pairs;
    }

    private double share(Long2LongOpenHashMap of) {
      double all = pairs(of);
      return all == 0 ? 1 : pairs(cells) / all;
    }

    double pairPrecision() {
      return share(foundSizes);
    }

    double pairRecall() {
      return share(goldSizes);
    }

    double bCubedPrecision() {
      double sum = 0;
      for (Long2LongOpenHashMap.Entry cell : cells.long2LongEntrySet()) {
        double shared = cell.getLongValue();
        sum += shared * shared / foundSizes.get(cell.getLongKey() >>> 32);
      }
      return documents == 0 ? 1 : sum / documents;
    }

    double bCubedRecall() {
      double sum = 0;
      for (Long2LongOpenHashMap.Entry cell : cells.long2LongEntrySet()) {
        double shared = cell.getLongValue();
        sum += shared * shared / goldSizes.get(cell.getLongKey() & 0xFFFFFFFFL);
      }
      return documents == 0 ? 1 : sum / documents;
    }

    /** Hubert and Arabie 1985. */
    double adjustedRand() {
      double all = documents * (documents - 1) / 2.0;
      double ofFound = pairs(foundSizes);
      double ofGold = pairs(goldSizes);
      double expected = all == 0 ? 0 : ofFound * ofGold / all;
      double most = (ofFound + ofGold) / 2;
      return most == expected ? 1 : (pairs(cells) - expected) / (most - expected);
    }
  }
}
