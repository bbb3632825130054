package org.copydesk.report;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.report.figures.Chart;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.ValueCounts;

/** What became of files, records, articles and bytes, step by step. */
final class Funnel {
  private static final int BARS = 10;

  private final LedgerSurvey ledger;
  private final RejectSurvey rejects;
  private final SpanSurvey spans;
  private final ArticleSurvey articles;

  Funnel(LedgerSurvey ledger, RejectSurvey rejects, SpanSurvey spans, ArticleSurvey articles) {
    this.ledger = ledger;
    this.rejects = rejects;
    this.spans = spans;
    this.articles = articles;
  }

  Chart funnel(List<Loss> losses) {
    List<Chart.Bar> bars = new ArrayList<>();
    bars.add(Chart.Bar.of("files matched", ledger.files).as("stage files"));
    addLoss(bars, "rejected files", ledger.statuses.of("rejected"), ledger.files, "rejected files");
    bars.add(Chart.Bar.of("records", ledger.records).as("stage records"));
    for (String group : List.of("skipped", "rejected")) {
      for (ValueCounts.Counted one : rejects.recordReasons.top(100)) {
        if (one.value().startsWith(group + " ")) {
          String reason = one.value().substring(group.length() + 1);
          bars.add(
              Chart.Bar.of(Shown.text(reason, 120), one.count())
                  .as(group)
                  .withShareOf(ledger.records, "records")
                  .leadingTo(Loss.idOf(group, reason)));
        }
      }
    }
    bars.add(
        Chart.Bar.of("articles segmented", ledger.articles)
            .as("stage articles")
            .withShareOf(ledger.records, "records")
            .leadingTo("articles"));
    for (Loss loss : losses) {
      if (loss.group().equals("removed")) {
        bars.add(
            Chart.Bar.of(loss.name(), loss.count())
                .as("removed")
                .withShareOf(ledger.articles, "segmented")
                .leadingTo(loss.id()));
      }
    }
    bars.add(
        Chart.Bar.of("articles kept", articles.articles)
            .as("kept")
            .withShareOf(ledger.articles, "segmented")
            .leadingTo("articles"));
    return new Chart(
        "funnel-chart", Chart.Kind.FUNNEL, "Files, records, articles", "step", "count", bars, null);
  }

  private static void addLoss(
      List<Chart.Bar> bars, String name, long value, long whole, String role) {
    if (value > 0) {
      bars.add(Chart.Bar.of(name, value).as(role).withShareOf(whole, "files").leadingTo("files"));
    }
  }

  Chart bytes() {
    List<Chart.Bar> bars = new ArrayList<>();
    long whole = ledger.decompressed;
    if (spans.bytes.all() > 0) {
      for (ValueCounts.Counted label : spans.bytes.top(BARS)) {
        bars.add(
            byteBar(
                Shown.text(label.value().replace('_', ' '), 60), label.count(), whole, "plain"));
      }
    } else {
      bars.add(byteBar("pages", ledger.payload, whole, "plain"));
    }
    bars.add(byteBar("framing and headers", ledger.container, whole, "skipped"));
    bars.add(byteBar("rejected", ledger.rejectedBytes, whole, "rejected"));
    return new Chart(
        "bytes-chart",
        Chart.Kind.BARS,
        "Where the bytes went",
        "part",
        "bytes",
        bars,
        spans.bytes.all() > 0
            ? null
            : "With --spans=true the bytes of pages are told apart by label.");
  }

  private static Chart.Bar byteBar(String name, long value, long whole, String role) {
    return Chart.Bar.of(name, value).as(role).withShareOf(whole).showing(Figures.bytes(value));
  }
}
