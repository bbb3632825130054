package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.corpus.Manifest;
import org.copydesk.report.figures.FigureChange;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.ValueCounts;

/** What moved against another generation: counts and mixes. */
final class GenerationChanges {
  private final Manifest manifest;
  private final PreviousGeneration previous;
  private final RemovedSurvey removed;
  private final RejectSurvey rejects;
  private final ArticleSurvey articles;
  private final SiteSurvey sites;

  /**
   * @param previous the generation to compare with; null for none
   */
  GenerationChanges(
      Manifest manifest,
      PreviousGeneration previous,
      RemovedSurvey removed,
      RejectSurvey rejects,
      ArticleSurvey articles,
      SiteSurvey sites) {
    this.manifest = manifest;
    this.previous = previous;
    this.removed = removed;
    this.rejects = rejects;
    this.articles = articles;
    this.sites = sites;
  }

  List<FigureChange> changes() {
    List<FigureChange> changes = new ArrayList<>();
    if (previous == null) {
      return changes;
    }
    for (Map.Entry<String, JsonNode> count : manifest.json().path("counts").properties()) {
      changes.add(
          new FigureChange(
              "counts",
              count.getKey().replace('_', ' '),
              previous.count(count.getKey()),
              count.getValue().asLong()));
    }
    addMix(changes, "removed", previous.removed, removed.reasons);
    ValueCounts reasons = new ValueCounts();
    for (ValueCounts source : List.of(rejects.recordReasons, rejects.damageReasons)) {
      source
          .top(200)
          .forEach(
              one -> reasons.add(one.value().substring(one.value().indexOf(' ') + 1), one.count()));
    }
    addMix(changes, "left out", previous.rejects, reasons);
    addMix(changes, "topics", labelled(previous.topics), labelled(articles.topics));
    addMix(changes, "languages", previous.languages, articles.languages);
    ValueCounts sitesBefore = new ValueCounts();
    ValueCounts sitesNow = new ValueCounts();
    Set<String> both = new TreeSet<>(previous.sites.names());
    both.addAll(sites.names());
    previous.sites.articlesBySite().forEach(sitesBefore::add);
    sites.articlesBySite().forEach(sitesNow::add);
    addMix(changes, "sites", sitesBefore, sitesNow);
    return changes;
  }

  private ValueCounts labelled(ValueCounts topics) {
    ValueCounts labelled = new ValueCounts();
    for (ValueCounts.Counted topic : topics.top(1000)) {
      labelled.add(articles.topicLabels.getOrDefault(topic.value(), topic.value()), topic.count());
    }
    return labelled;
  }

  private static void addMix(
      List<FigureChange> changes, String group, ValueCounts before, ValueCounts now) {
    TreeSet<String> names = new TreeSet<>();
    before.top(SiteSurvey.SHOWN).forEach(one -> names.add(one.value()));
    now.top(SiteSurvey.SHOWN).forEach(one -> names.add(one.value()));
    for (String name : names) {
      if (before.of(name) != now.of(name)) {
        changes.add(new FigureChange(group, Shown.text(name, 120), before.of(name), now.of(name)));
      }
    }
  }
}
