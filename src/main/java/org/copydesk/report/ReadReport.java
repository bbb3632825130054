package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Manifest;
import org.copydesk.model.RemovalReason;
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

  /**
   * @param before the generation to compare with; null for none
   */
  ReadReport(Storage generation, Storage before) throws IOException, Failure {
    manifest = Manifest.read(generation);
    ledger.read(generation);
    rejects.read(generation);
    teasers.read(generation);
    sites.read(generation);
    sources.read(generation);
    spans.read(generation);
    removed = new RemovedSurvey(generation).read();
    Set<String> compared = removed.keptIds();
    Set<String> wanted = new HashSet<>(compared);
    wanted.addAll(teasers.articleIds());
    articles = new ArticleSurvey(generation, wanted, compared, sites.names()).read();
    index = new ArticleIndex(sites.labels).read(generation);
    previous = before == null ? null : PreviousGeneration.read(before);
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
    return new Report(
        heading(),
        tiles(),
        funnel(losses),
        bytes(),
        losses,
        mixes(),
        absent(),
        personal(),
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
        checks(),
        caps(),
        stageTimes(),
        stages(),
        previous == null ? null : previous.buildId(),
        changes(),
        settings(),
        index.siteDays(),
        index,
        ExplainLine.of(manifest.json().path("inputs")),
        sites.labels);
  }

  private Report.Heading heading() {
    JsonNode root = manifest.json();
    java.time.Instant started = java.time.Instant.parse(root.path("started_at").asText());
    java.time.Instant finished = java.time.Instant.parse(root.path("finished_at").asText());
    int failed = 0;
    for (JsonNode check : root.path("checks")) {
      failed += check.path("holds").asBoolean() ? 0 : 1;
    }
    long segmented = ledger.articles;
    String sentence =
        String.format(
            Locale.ROOT,
            "%,d of %,d articles were kept (%s of them), out of %,d records in %,d files.",
            articles.articles,
            segmented,
            Figures.share(articles.articles, segmented),
            ledger.records,
            ledger.files);
    return new Report.Heading(
        Shown.text(root.path("build_id").asText(), 120),
        Shown.text(root.path("version").asText(), 40),
        Shown.text(root.path("runner").asText(), 40),
        Figures.minute(finished),
        Figures.seconds(java.time.Duration.between(started, finished).toMillis() / 1e3),
        failed,
        root.path("checks").size(),
        sentence);
  }

  private List<Report.Tile> tiles() {
    List<Report.Tile> tiles = new ArrayList<>();
    tiles.add(
        tile(
            "articles",
            "articles kept",
            articles.articles,
            Figures.count(articles.wordSum) + " words"));
    tiles.add(
        tile(
            "removed",
            "articles removed",
            removed.reasons.all(),
            Figures.share(removed.reasons.all(), ledger.articles) + " of those segmented"));
    tiles.add(
        tile(
            "teasers", "distinct teasers", teasers.teasers, Figures.count(teasers.seen) + " seen"));
    tiles.add(
        tile(
            null,
            "teasers linked",
            teasers.linked,
            Figures.share(teasers.linked, teasers.teasers) + " of the distinct ones"));
    tiles.add(
        tile(
            "records",
            "records read",
            ledger.records,
            Figures.bytes(ledger.decompressed) + " in " + Figures.count(ledger.files) + " files"));
    tiles.add(
        tile(
            "rejects",
            "records left out",
            ledger.skipped + ledger.rejected,
            Figures.bytes(ledger.rejectedBytes) + " rejected"));
    return tiles;
  }

  private Report.Tile tile(String key, String name, long value, String detail) {
    boolean isCompared = previous != null && key != null && !key.equals("rejects");
    FigureChange change =
        isCompared ? new FigureChange("counts", name, previous.count(key), value) : null;
    return new Report.Tile(key, name, value, Figures.count(value), detail, change);
  }

  private Chart funnel(List<Loss> losses) {
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

  private Chart bytes() {
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

  private List<Chart> mixes() {
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

  private List<Report.Absent> absent() {
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

  private List<Report.Absent> personal() {
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

  private List<Report.CheckLine> checks() {
    List<Report.CheckLine> failed = new ArrayList<>();
    List<Report.CheckLine> held = new ArrayList<>();
    for (JsonNode check : manifest.json().path("checks")) {
      boolean holds = check.path("holds").asBoolean();
      if (failed.size() + held.size() < 500 || !holds) {
        (holds ? held : failed)
            .add(
                new Report.CheckLine(
                    Shown.text(check.path("name").asText(), 240),
                    side(check.path("left").asText(), holds),
                    side(check.path("right").asText(), holds),
                    holds));
      }
    }
    failed.addAll(held);
    return failed;
  }

  /** A side of a check for a reader: digests say nothing but that they agree. */
  private static String side(String value, boolean holds) {
    if (holds && value.matches("[0-9a-f]{32,}")) {
      return "the same digest";
    }
    return value.matches("\\d{4,18}")
        ? Figures.count(Long.parseLong(value))
        : Shown.text(value, 120);
  }

  private List<Report.CapLine> caps() {
    List<Report.CapLine> lines = new ArrayList<>();
    for (CapTally tally : manifest.forgotten()) {
      lines.add(
          new Report.CapLine(
              tally.cap().spoken(),
              Figures.count(tally.compared()),
              Figures.count(tally.forgotten()),
              Figures.share(tally.forgotten(), tally.compared()),
              tally.cap().meaning()));
    }
    return lines;
  }

  /** Stages by processor time, without those that took next to none. */
  private Chart stageTimes() {
    List<Chart.Bar> bars = new ArrayList<>();
    double all = 0;
    for (JsonNode stage : manifest.json().path("stages")) {
      all += stage.path("cpu_seconds").asDouble();
    }
    for (JsonNode stage : manifest.json().path("stages")) {
      double seconds = stage.path("cpu_seconds").asDouble();
      if (seconds >= all / 200) {
        bars.add(
            Chart.Bar.of(Shown.text(stage.path("name").asText(), 60), 0)
                .taking(seconds, Figures.seconds(seconds)));
      }
    }
    bars.sort(java.util.Comparator.comparingDouble(Chart.Bar::value).reversed());
    return new Chart(
        "stages-chart",
        Chart.Kind.BARS,
        "Processor time by stage",
        "stage",
        "CPU time",
        bars,
        "Stages that took less than half a percent are in the table alone.");
  }

  private List<Report.Stage> stages() {
    List<Report.Stage> stages = new ArrayList<>();
    for (JsonNode stage : manifest.json().path("stages")) {
      double cpu = stage.path("cpu_seconds").asDouble();
      long in = stage.path("records_in").asLong();
      long bytesIn = stage.path("bytes_in").asLong();
      String rate =
          cpu < 0.001
              ? ""
              : String.format(
                  Locale.ROOT,
                  "%,.0f records/s, %s/s",
                  in / cpu,
                  Figures.bytes((long) (bytesIn / cpu)));
      stages.add(
          new Report.Stage(
              Shown.text(stage.path("name").asText(), 60),
              Figures.count(in),
              Figures.count(stage.path("records_out").asLong()),
              Figures.bytes(bytesIn),
              Figures.bytes(stage.path("bytes_out").asLong()),
              Figures.seconds(cpu),
              Figures.seconds(stage.path("wall_seconds").asDouble()),
              rate));
    }
    // Stages of work first, then what was sent between them, each in its order.
    stages.sort(java.util.Comparator.comparing(stage -> stage.name().startsWith("Shuffle")));
    return stages;
  }

  private List<FigureChange> changes() {
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

  private List<Report.Setting> settings() {
    List<Report.Setting> settings = new ArrayList<>();
    JsonNode root = manifest.json();
    for (String group : List.of("definition", "algorithms", "digests")) {
      for (Map.Entry<String, JsonNode> entry : root.path(group).properties()) {
        JsonNode value = entry.getValue();
        settings.add(
            new Report.Setting(
                group,
                Shown.text(entry.getKey(), 80),
                Shown.text(value.isTextual() ? value.asText() : value.toString(), 600)));
      }
    }
    return settings;
  }
}
