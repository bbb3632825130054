package org.copydesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.copydesk.report.figures.Chart;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.ValueCounts;

/**
 * What the kept articles are about, in which languages, from where and when, and what they lack.
 */
final class Mixes {
  private static final int BARS = 10;

  private final ArticleSurvey articles;
  private final SiteSurvey sites;

  Mixes(ArticleSurvey articles, SiteSurvey sites) {
    this.articles = articles;
    this.sites = sites;
  }

  List<Chart> mixes() {
    List<Chart> charts = new ArrayList<>();
    List<Chart.Bar> topics = new ArrayList<>();
    for (ValueCounts.Counted topic : articles.topics.top(BARS)) {
      String label = articles.topicLabels.get(topic.value());
      topics.add(
          Chart.Bar.of(Shown.text(label == null ? topic.value() : label, 80), topic.count())
              .withShareOf(articles.articles)
              .filtering("topic", Shown.text(topic.value(), 120)));
    }
    addRest(topics, "other topics", articles.topics.beyond(BARS));
    articles.untold.forEach(
        (why, count) ->
            topics.add(
                Chart.Bar.of(why.words(), count)
                    .as("none")
                    .withShareOf(articles.articles)
                    .filtering("topic", "-")));
    charts.add(bars("topics-chart", "Topics", "topic", topics));
    List<Chart.Bar> languages = new ArrayList<>();
    for (ValueCounts.Counted language : articles.languages.top(BARS)) {
      String code = Shown.text(language.value(), 40);
      languages.add(
          Chart.Bar.of(languageName(code), language.count())
              .as(code.equals("und") ? "none" : "plain")
              .withShareOf(articles.articles)
              .filtering("language", code));
    }
    addRest(languages, "other languages", articles.languages.beyond(BARS));
    charts.add(bars("languages-chart", "Languages", "language", languages));
    List<Chart.Bar> top = new ArrayList<>();
    long shown = 0;
    for (SiteLine site : sites.top()) {
      if (site.articles() > 0 && top.size() < BARS) {
        shown += site.articles();
        top.add(
            Chart.Bar.of(site.key() == null ? site.name() : label(site), site.articles())
                .withShareOf(sites.articles)
                .filtering("site", site.name()));
      }
    }
    addRest(top, "other sites", sites.articles - shown);
    charts.add(
        bars("sites-chart", "Sites", "site", top)
            .noting("Articles segmented, before copies were removed."));
    charts.add(
        Chart.columns(
            "dates-chart",
            "Publication dates by " + articles.dates.unit(),
            articles.dates.unit(),
            "articles",
            articles.dates.bars()));
    charts.add(
        Chart.columns(
            "words-chart", "Length of articles", "words", "articles", articles.words.bars()));
    return charts;
  }

  private String label(SiteLine site) {
    return sites.labels.of(site.key());
  }

  private static void addRest(List<Chart.Bar> bars, String name, long rest) {
    if (rest > 0) {
      bars.add(Chart.Bar.of(name, rest).as("none"));
    }
  }

  private static Chart bars(String id, String title, String dimension, List<Chart.Bar> bars) {
    return new Chart(id, Chart.Kind.BARS, title, dimension, "articles", bars, null);
  }

  private static String languageName(String code) {
    if (code.equals("und")) {
      return "undetermined";
    }
    String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() || name.equals(code) ? code : name + " (" + code + ")";
  }

  List<Report.Absent> absent() {
    List<Report.Absent> absent = new ArrayList<>();
    new TreeMap<>(articles.absent)
        .forEach(
            (column, count) ->
                absent.add(
                    new Report.Absent(
                        column,
                        count,
                        Figures.count(count),
                        Figures.share(count, articles.articles))));
    return absent;
  }

  List<Report.Absent> personal() {
    ArticleSurvey.PersonalSums found = articles.personal;
    return List.of(
        found("e-mail addresses", found.email),
        found("telephone numbers", found.phone),
        found("IP addresses", found.ip),
        found("payment cards", found.card),
        found("bank accounts", found.iban));
  }

  private static Report.Absent found(String kind, long count) {
    return new Report.Absent(kind, count, Figures.count(count), "");
  }
}
