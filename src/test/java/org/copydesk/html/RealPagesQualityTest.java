package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.QualityFloors;
import org.copydesk.html.LabelledPages.Labelled;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.PageType;
import org.copydesk.model.Segmented;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures text and fields on real pages of WCXB and DAnIEL, each half (see {@link
 * org.copydesk.html.Labelled#isToDevelopOn}) by itself. With COPYDESK_QUALITY_PAGES set, pages of
 * the half to develop on are printed; those of the other are never looked at.
 */
@Tag("quality")
class RealPagesQualityTest {
  private static final List<String> HALVES = List.of("develop", "judge");
  private static final boolean IS_TOLD = System.getenv("COPYDESK_QUALITY_PAGES") != null;

  private final HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());

  /** Other types than articles are measured with all types asked for. */
  private final HtmlSegmenter ofAllTypes =
      new HtmlSegmenter(HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true));

  @Test
  void articlesOfGeneralSitesAreFound() throws IOException {
    Map<String, Scores> halves = measured(LabelledPages.wcxb(), false);
    print("html-wcxb", halves);
    for (String half : HALVES) {
      Scores scores = halves.get("article " + half);
      assertThat(scores.f1(), greaterThanOrEqualTo(QualityFloors.WCXB_ARTICLES_F1));
      assertThat(scores.skippedShare(), lessThanOrEqualTo(QualityFloors.WCXB_ARTICLES_SKIPPED));
      scores.assertFields(
          QualityFloors.WCXB_TITLES, QualityFloors.WCXB_DATES, QualityFloors.WCXB_AUTHORS);
    }
  }

  @Test
  void fieldsAreFoundWithoutTheirTags() throws IOException {
    Map<String, Scores> halves = measured(LabelledPages.wcxb(), true);
    print("html-wcxb without tags", halves);
    for (String half : HALVES) {
      halves
          .get("article " + half)
          .assertFields(
              QualityFloors.UNTAGGED_TITLES,
              QualityFloors.UNTAGGED_DATES,
              QualityFloors.UNTAGGED_AUTHORS);
    }
  }

  @Test
  void newsInFiveLanguagesIsFound() throws IOException {
    Map<String, Scores> halves = measured(LabelledPages.daniel(), false);
    print("html-daniel", halves);
    QualityFloors.DANIEL_F1.forEach(
        (language, floor) -> {
          Scores both = halves.get(language + " develop").with(halves.get(language + " judge"));
          System.out.printf("html-daniel %s %s%n", language, both);
          assertThat(language, both.f1(), greaterThanOrEqualTo(floor));
          assertThat(
              language, both.skippedShare(), lessThanOrEqualTo(QualityFloors.DANIEL_SKIPPED));
        });
  }

  private static void print(String set, Map<String, Scores> halves) {
    halves.forEach((key, scores) -> System.out.printf("%s %-24s %s%n", set, key, scores));
  }

  /** Scores by group and half. */
  private Map<String, Scores> measured(List<Labelled> pages, boolean isWithoutTags)
      throws IOException {
    Map<String, Scores> halves = new TreeMap<>();
    for (Labelled gold : pages) {
      Page page = isWithoutTags ? gold.pageWithoutTags() : gold.page();
      boolean isOther = gold.set().equals("html-wcxb") && !gold.group().equals("article");
      Segmented read = (isOther ? ofAllTypes : segmenter).segment(page);
      boolean isToDevelopOn = gold.isToDevelopOn();
      String half = isToDevelopOn ? "develop" : "judge";
      halves
          .computeIfAbsent(gold.group() + " " + half, k -> new Scores())
          .add(gold, read, IS_TOLD && isToDevelopOn);
    }
    return halves;
  }

  private static final class Scores {
    private int pages;
    private double f1;
    private double f1OfFound;
    private int skipped;
    private int titles;
    private int rightTitles;
    private int days;
    private int rightDays;
    private int authors;
    private int rightAuthors;
    private int wrongDays;
    private int wrongAuthors;

    void add(Labelled gold, Segmented read, boolean isTold) {
      Article article = read.article();
      String text = article == null ? "" : article.text();
      String title = article == null || article.title() == null ? "" : article.title();
      String day =
          article == null || article.publishedAt() == null
              ? ""
              : article.publishedAt().toString().substring(0, 10);
      List<String> names = article == null ? List.of() : article.authors();
      boolean hasTitleInText = gold.title() == null;
      String found = hasTitleInText && article != null ? title + "\n\n" + text : text;
      double one =
          gold.group().equals("Chinese")
              ? WordF1.ofCharacters(found, gold.text())
              : WordF1.ofWords(found, gold.text());
      pages++;
      f1 += one;
      f1OfFound += article == null ? 0 : one;
      skipped += article == null ? 1 : 0;
      boolean isTitle = true;
      if (gold.title() != null) {
        titles++;
        isTitle = HtmlQualityTest.isSameTitle(title, gold.title());
        rightTitles += isTitle ? 1 : 0;
      }
      boolean isDay = gold.day() == null ? day.isEmpty() : isDay(gold.day(), day);
      days += gold.day() == null ? 0 : 1;
      rightDays += gold.day() != null && isDay ? 1 : 0;
      wrongDays += gold.day() == null && !day.isEmpty() ? 1 : 0;
      boolean isAuthor =
          gold.authors() == null ? names.isEmpty() : areAuthors(names, gold.authors());
      authors += gold.authors() == null ? 0 : 1;
      rightAuthors += gold.authors() != null && isAuthor ? 1 : 0;
      wrongAuthors += gold.authors() == null && !names.isEmpty() ? 1 : 0;
      if (isTold) {
        System.out.printf(
            Locale.ROOT,
            "PAGE\t%s\t%s\t%.3f\t%s\t%s\t%s\t%s\t%s%n",
            gold.group(),
            gold.file(),
            one,
            article == null ? read.skipReason() : "",
            isTitle ? "" : "TITLE " + gold.title() + " / " + title,
            isDay ? "" : "DAY " + gold.day() + " / " + day,
            isAuthor ? "" : "AUTHOR " + gold.authors() + " / " + names,
            gold.url());
      }
    }

    double f1() {
      return f1 / pages;
    }

    double skippedShare() {
      return share(skipped, pages);
    }

    void assertFields(double title, double date, double author) {
      assertThat("title", share(rightTitles, titles), greaterThanOrEqualTo(title));
      assertThat("date", share(rightDays, days), greaterThanOrEqualTo(date));
      assertThat("author", share(rightAuthors, authors), greaterThanOrEqualTo(author));
    }

    /** Text and skipped pages of two groups. */
    Scores with(Scores other) {
      Scores both = new Scores();
      both.pages = pages + other.pages;
      both.f1 = f1 + other.f1;
      both.f1OfFound = f1OfFound + other.f1OfFound;
      both.skipped = skipped + other.skipped;
      return both;
    }

    /** Some of the truth names a month or a year only. */
    private static boolean isDay(String truth, String found) {
      return !found.isEmpty() && found.startsWith(truth.substring(0, Math.min(10, truth.length())));
    }

    /**
     * Every word found is one of the truth's and the first name's are all found: the truth also
     * holds degrees, "and" and remarks in brackets.
     */
    private static boolean areAuthors(List<String> names, String truth) {
      if (names.isEmpty()) {
        return false;
      }
      Map<String, Integer> right = WordF1.words(Normaliser.normalise(truth));
      Map<String, Integer> found = WordF1.words(Normaliser.normalise(String.join(" ", names)));
      String first =
          Normaliser.normalise(truth.replaceAll("\\(.*?\\)", "").split(",|&| and |;|/")[0]);
      return right.keySet().containsAll(found.keySet())
          && found.keySet().containsAll(WordF1.words(first).keySet());
    }

    @Override
    public String toString() {
      String fields =
          titles == 0
              ? ""
              : String.format(
                  Locale.ROOT,
                  " title %.3f date %.3f of %d (%d where none) author %.3f of %d (%d where none)",
                  share(rightTitles, titles),
                  share(rightDays, days),
                  days,
                  wrongDays,
                  share(rightAuthors, authors),
                  authors,
                  wrongAuthors);
      return String.format(
          Locale.ROOT,
          "pages %d F1 %.4f (of found %.4f) skipped %.4f%s",
          pages,
          f1 / pages,
          f1OfFound / Math.max(1, pages - skipped),
          share(skipped, pages),
          fields);
    }

    private static double share(int part, int all) {
      return all == 0 ? 0 : (double) part / all;
    }
  }
}
