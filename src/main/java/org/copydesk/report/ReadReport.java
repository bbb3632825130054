package org.copydesk.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.lines.ArticleLines;
import org.copydesk.model.RemovalReason;
import org.copydesk.report.figures.Chart;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.storage.Storage;

/**
 * Reads a generation's tables, each once, and its manifest into a {@link Report}. Memory is bounded
 * by the samples and by what {@link ValueCounts} keeps, not by rows.
 */
final class ReadReport {
  private static final int BARS = 10;

  /** Removals whose texts are shown beside the kept one. */
  private static final Set<String> COMPARED =
      Set.of(RemovalReason.NEAR_DUPLICATE.stored(), RemovalReason.VERSION.stored());

  private final Manifest manifest;
  private final ReasonMeanings meanings = new ReasonMeanings();
  private final LedgerSurvey ledger = new LedgerSurvey();
  private final RejectSurvey rejects = new RejectSurvey();
  private final TeaserSurvey teasers = new TeaserSurvey();
  private final SiteSurvey sites = new SiteSurvey();
  private final SourceSurvey sources = new SourceSurvey();
  private final SpanSurvey spans = new SpanSurvey();
  private final RemovedSurvey removed;
  private final ArticleSurvey articles;
  private final PreviousGeneration previous;
  private final ArticleIndex index;
  private final StorySurvey stories;

  /**
   * @param before the generation to compare with; null for none
   * @param store keeps what is read of parts
   */
  ReadReport(Storage generation, Storage before, PartStore store) throws IOException, Failure {
    manifest = Manifest.read(generation);
    ledger.read(generation);
    rejects.read(generation);
    teasers.read(generation);
    sites.read(generation);
    spans.read(generation);
    removed = new RemovedSurvey(generation).read();
    Set<String> compared = removed.keptIds();
    Set<String> wanted = new HashSet<>(compared);
    wanted.addAll(teasers.articleIds());
    articles = new ArticleSurvey(generation, wanted, compared, sites.names());
    index = new ArticleIndex(sites.labels);
    stories = new StorySurvey(generation);
    ArticleLines.scan(
        generation,
        store,
        (line, part, row) -> {
          sources.take(line);
          TableRows.Place place = new TableRows.Place(part, row);
          articles.take(line, place);
          index.take(line);
          stories.take(line, place);
        });
    articles.readChosen();
    stories.readChosen();
    previous = before == null ? null : PreviousGeneration.read(before, store);
  }

  /** The text of {@code croissant.json}. */
  String croissant() throws IOException {
    return Croissant.of(manifest.json(), sources.licence(), languages());
  }

  /** Text of {@code training-summary.json}. */
  String trainingSummary() throws IOException {
    return TrainingSummary.of(manifest.json(), sources);
  }

  /** The dataset card's text. */
  String card() {
    return DatasetCard.of(manifest.json(), languages(), losses(), sources);
  }

  /** Codes, the most frequent first. */
  private List<String> languages() {
    List<String> languages = new ArrayList<>();
    for (ValueCounts.Counted language : articles.languages.top(100)) {
      if (!language.value().equals("und") && language.value().matches("[a-z]{2,3}")) {
        languages.add(language.value());
      }
    }
    return languages;
  }

  private List<Loss> losses() {
    List<Loss> losses = new ArrayList<>(removed.losses(articles, meanings, articles.texts()));
    losses.addAll(rejects.losses(meanings));
    return losses;
  }

  Report report() {
    List<Loss> losses = losses();
    List<Report.Pair> pairs = new ArrayList<>();
    for (Loss loss : losses) {
      for (Loss.Sample sample : loss.samples()) {
        boolean isNear = COMPARED.contains(loss.name());
        if (isNear && sample.kept() != null) {
          pairs.add(new Report.Pair(loss.name(), sample));
        }
      }
    }
    List<Report.Announced> announced = new ArrayList<>();
    for (TeaserLine teaser : teasers.top()) {
      announced.add(new Report.Announced(teaser, articles.article(teaser.articleId())));
    }
    List<ArticleSample> samples = articles.samples();
    Headline headline = new Headline(manifest, ledger, removed, teasers, articles, previous);
    Funnel funnel = new Funnel(ledger, rejects, spans, articles);
    Mixes mixes = new Mixes(articles, sites);
    StageTimes stages = new StageTimes(manifest);
    ManifestLines told = new ManifestLines(manifest);
    return new Report(
        headline.heading(),
        headline.tiles(),
        funnel.funnel(losses),
        funnel.bytes(),
        losses,
        mixes.mixes(),
        mixes.absent(),
        mixes.personal(),
        samples,
        options(samples, ArticleSample::topicCode, ArticleSample::topicLabel, articles.topics),
        options(samples, ArticleSample::language, ArticleSample::language, articles.languages),
        options(samples, ArticleSample::site, one -> sites.labels.of(one.site()), null),
        Chart.columns(
            "clusters-chart",
            "Sizes of clusters",
            "articles in a cluster",
            "clusters",
            articles.clusters.bars()),
        articles.largestClusters(),
        pairs,
        List.of(
            Chart.columns(
                "occurrences-chart",
                "How often a teaser was seen",
                "times seen",
                "teasers",
                teasers.occurrences.bars()),
            links()),
        announced,
        sites.top(),
        sites.sites,
        ledger.worst(),
        told.checks(),
        told.caps(),
        stages.stageTimes(),
        stages.stages(),
        previous == null ? null : previous.buildId(),
        new GenerationChanges(manifest, previous, removed, rejects, articles, sites).changes(),
        told.settings(),
        index.siteDays(),
        index,
        ExplainLine.of(manifest.json().path("inputs")),
        sites.labels,
        stories.lines(),
        stories.origins());
  }

  private static List<Report.Option> options(
      List<ArticleSample> samples,
      java.util.function.Function<ArticleSample, String> value,
      java.util.function.Function<ArticleSample, String> label,
      ValueCounts counts) {
    TreeMap<String, String> labels = new TreeMap<>();
    for (ArticleSample sample : samples) {
      if (value.apply(sample) != null) {
        labels.putIfAbsent(value.apply(sample), String.valueOf(label.apply(sample)));
      }
    }
    List<Report.Option> options = new ArrayList<>();
    labels.forEach(
        (one, name) ->
            options.add(new Report.Option(one, name, counts == null ? 0 : counts.of(one))));
    options.sort(java.util.Comparator.comparing(Report.Option::label));
    return options;
  }

  private Chart links() {
    List<Chart.Bar> bars = new ArrayList<>();
    for (ValueCounts.Counted method : teasers.methods.top(BARS)) {
      bars.add(
          Chart.Bar.of(
                  Shown.text("linked by " + method.value().replace('_', ' '), 60), method.count())
              .as("kept")
              .withShareOf(teasers.teasers));
    }
    bars.add(
        Chart.Bar.of("article not in the corpus", teasers.teasers - teasers.linked)
            .as("none")
            .withShareOf(teasers.teasers));
    return new Chart(
        "links-chart",
        Chart.Kind.BARS,
        "How teasers were linked to their articles",
        "method",
        "teasers",
        bars,
        null);
  }
}
