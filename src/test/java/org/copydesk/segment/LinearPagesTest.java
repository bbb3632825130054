package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.copydesk.model.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages four times as long take four times as much, whatever they are full of. {@code
 * -Dcopydesk.megabytes=16} asks for longer ones and prints what they took.
 */
class LinearPagesTest {
  private static final double MEGABYTES = Double.parseDouble(megabytes());

  private static final int TIMES = 4;

  /**
   * Half way, in times, from what is linear to what is quadratic: processor time of one thread
   * differs with what others do to its caches.
   */
  private static final int MOST_TIMES = 8;

  private static final int RUNS = 3;

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static String megabytes() {
    return System.getProperty("copydesk.megabytes", "1");
  }

  /** What a page is full of, line after line. */
  enum Full {
    TITLES("Harbour %1$d reopens after the storm\n"),
    WORDS("A%1$d\n"),
    MENUS("Menu %2$s\n"),
    PAIRS("Harbour %1$d reopens\nIt had been shut for eleven days, said number %1$d.\n"),
    COMMENTS("Bo Roe / 22.04.2020\nThat the sails turn at all is a wonder to me, number %1$d.\n"),
    AUTHORS("About Bo Roe\nBo Roe grew up beside the mill and wrote about %1$d of them.\n"),
    MARKERS("It had been shut for %1$d ... read %2$s\n"),
    SIGNS(". . . . ... [...] "),
    SENTENCES("The harbour had been shut for eleven days, said the mayor of Lorne. ");

    private final String line;

    Full(String line) {
      this.line = line;
    }

    private Page page(int bytes) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; text.length() < bytes; i++) {
        // Each word three times: what repeats on a page is looked for.
        text.append(String.format(Locale.ROOT, line, i, letters(i / 3)));
      }
      return Page.text(name(), 0, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String letters(int number) {
      StringBuilder letters = new StringBuilder();
      for (int rest = number; rest > 0 || letters.isEmpty(); rest /= 26) {
        letters.append((char) ('a' + rest % 26));
      }
      return letters.toString();
    }
  }

  private static double seconds(Page page) {
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    long start = CLOCK.getCurrentThreadCpuTime();
    segmenter.segment(page, SiteModel.NONE);
    return (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
  }

  /** The least of some: compilers and collectors work in between, what is quadratic stays so. */
  private static double leastSeconds(Page page) {
    return IntStream.range(0, RUNS).mapToDouble(run -> seconds(page)).min().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Full.class)
  void fourTimesAsLongTakesFourTimesAsMuch(Full full) {
    int bytes = (int) (MEGABYTES * 1_000_000);
    Page part = full.page(bytes / TIMES);
    Page whole = full.page(bytes);
    double least = leastSeconds(part);
    double most = leastSeconds(whole);
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f MB in %.2f s, %.2f MB in %.2f s of processor time%n",
        full,
        MEGABYTES / TIMES,
        least,
        MEGABYTES,
        most);
    double slack = 0.05;
    assertThat(full.name(), most, lessThan(MOST_TIMES * least + slack));
  }
}
