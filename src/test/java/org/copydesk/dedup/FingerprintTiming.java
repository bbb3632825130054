package org.copydesk.dedup;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** Prints CPU microseconds an article of 500 words, by part, and MB of text a CPU-second. */
public final class FingerprintTiming {
  private static long sink;

  private FingerprintTiming() {}

  private interface Work {
    long on(int i);
  }

  public static void main(String[] arguments) {
    MadeStories made = new MadeStories(1);
    List<Article> articles = new ArrayList<>();
    List<String> normalised = new ArrayList<>();
    List<Tokens> tokens = new ArrayList<>();
    List<ShingleSet> sets = new ArrayList<>();
    Shingles shingles = new Shingles();
    long bytes = 0;
    long travelling = 0;
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    for (int i = 0; i < 500; i++) {
      Article article =
          MadeStories.article("Story " + made.word(), MadeStories.text(made.words(500)));
      articles.add(article);
      bytes += article.text().getBytes(StandardCharsets.UTF_8).length;
      normalised.add(Normaliser.normalise(article.text()));
      tokens.add(Tokens.of(normalised.get(i)));
      sets.add(shingles.of(tokens.get(i), 0, tokens.get(i).count(), 5).toSet());
      travelling += fingerprinter.fingerprint(article).toBytes().length;
    }
    int n = articles.size();
    System.out.printf("%d bytes of text, %d of fingerprint%n", bytes / n, travelling / n);
    MinHash hash = new MinHash(120);
    time("normalise", i -> Normaliser.normalise(articles.get(i).text()).length(), n);
    time("tokens", i -> Tokens.of(normalised.get(i)).count(), n);
    time("shingles", i -> shingles.of(tokens.get(i), 0, tokens.get(i).count(), 5).count(), n);
    time("min-hash", i -> hash.sign(sets.get(i).hashes(), sets.get(i).size())[7], n);
    Numbers numbers = new Numbers();
    time("identity", i -> ArticleIdentity.ofNormalised("a", normalised.get(i)).low(), n);
    time(
        "numbers",
        i ->
            numbers
                .clear()
                .read(normalised.get(i), tokens.get(i), 0, tokens.get(i).count())
                .count(),
        n);
    time("lede", i -> LedeSketch.of(tokens.get(i), 0, 60)[0], n);
    time("set to bytes", i -> ShingleCodec.encode(sets.get(i)).length, n);
    time(
        "all but normalise and tokens",
        i -> fingerprinter.fingerprint(articles.get(i), normalised.get(i), tokens.get(i)).words(),
        n);
    double all = time("all", i -> fingerprinter.fingerprint(articles.get(i)).toBytes().length, n);
    System.out.printf("%.1f MB a CPU-second%n", bytes / (double) n / all);
    time("compare two", i -> sets.get(i).with(sets.get((i + 1) % 500)).shared(), n);
  }

  private static double time(String name, Work work, int n) {
    var threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 12; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < 4 * n; i++) {
        sink += work.on(i % n);
      }
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1e3 / (4 * n));
    }
    System.out.printf("%-30s %7.2f us%n", name, best);
    return best;
  }
}
