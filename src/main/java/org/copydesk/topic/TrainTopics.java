package org.copydesk.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * The command {@code train topics}: labelled files in, a model file and its figures out.
 *
 * <p>Texts fall into ten parts by their hash. Part 0 is for testing, part 1 for the temperature,
 * the rest trains. Texts that are the same are used once.
 */
public final class TrainTopics {
  private static final int TEST = 0;
  private static final int CALIBRATE = 1;
  private static final int TRAIN = 2;

  /** With fewer sites texts are held out, not sites: each would be a large part of all. */
  private static final int LEAST_SITES = 5;

  private final TrainingRecipe recipe;
  private final TrainingSettings settings;
  private final List<String> codes = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<ModelHeader.Source> sources = new ArrayList<>();
  private final List<TrainingText> training = new ArrayList<>();
  private final List<TrainingText> calibrating = new ArrayList<>();
  private final List<TrainingText> testing = new ArrayList<>();
  private TeacherLabels teacher = TeacherLabels.none();
  private final Set<ContentHash> seen = new HashSet<>();
  private final List<SiteText> siteTexts = new ArrayList<>();

  /** Part of a text by its site, where sites are held out. */
  private final Map<ContentHash, Integer> partsBySite = new HashMap<>();

  private int repeats;

  private TrainTopics(TrainingRecipe recipe, TrainingSettings settings) {
    this.recipe = recipe;
    this.settings = settings.of(recipe);
  }

  /**
   * Trains and writes a model; gzipped when the file's name ends with {@code .gz}.
   *
   * @param command how a reader of the file makes it again; kept in its header
   * @throws IllegalArgumentException when an input is not as it should be
   */
  public static TopicModel run(
      TrainingRecipe recipe, TrainingSettings settings, Path file, String command, PrintStream out)
      throws IOException {
    TopicModel model = train(recipe, settings, command, out);
    write(model, file, out);
    return model;
  }

  private static void write(TopicModel model, Path file, PrintStream out) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    try (OutputStream raw = Files.newOutputStream(beside);
        OutputStream to = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      model.write(to);
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    out.println("model: " + file + ", " + Files.size(file) + " bytes");
  }

  /** As {@link #run(TrainingRecipe, TrainingSettings, Path, String, PrintStream)}, from files. */
  public static TopicModel run(
      List<Path> inputs, Path vocabulary, TrainingSettings settings, Path file, PrintStream out)
      throws IOException {
    return run(TrainingRecipe.of(inputs, vocabulary), settings, file, "train topics", out);
  }

  /**
   * A text of a corpus with a label from its site's section.
   *
   * @param site whole sites are held out: a model must not know a site by its house style
   */
  public record SiteText(TopicExample text, String site) {}

  /**
   * Trains on texts that the sections of their own sites label, and writes the model. Of sites in
   * the order of their names' hashes every fifth tests, the next calibrates.
   *
   * @param vocabulary taxonomy of the codes; null for that of the model in the jar
   * @throws IllegalArgumentException when there is too little to train on
   */
  public static TopicModel run(
      List<SiteText> texts,
      Path vocabulary,
      TrainingSettings settings,
      Path file,
      String command,
      PrintStream out)
      throws IOException {
    TrainTopics training = new TrainTopics(TrainingRecipe.of(List.of(), vocabulary), settings);
    training.siteTexts.addAll(texts);
    TopicModel model = training.train(command, out);
    write(model, file, out);
    return model;
  }

  /** Trains without writing. */
  static TopicModel train(
      TrainingRecipe recipe, TrainingSettings settings, String command, PrintStream out)
      throws IOException {
    return new TrainTopics(recipe, settings).train(command, out);
  }

  private TopicModel train(String command, PrintStream out) throws IOException {
    read(out);
    checkEnough();
    LinearWeights weights = new TopicTrainer(settings, codes.size()).train(training);
    List<Temperature> temperatures =
        recipe.temperatures().isEmpty()
            ? Temperature.fit(weights, calibrating.isEmpty() ? training : calibrating)
            : recipe.temperatures();
    TopicsEvaluation inFloat = evaluate(weights);
    Map<String, Double> figures = new TreeMap<>();
    TopicModel draft = model(weights, temperatures, command, figures);
    TopicsEvaluation inBytes = evaluate(draft);
    figures.put("held_back_texts", (double) inBytes.texts());
    figures.put("held_back_accuracy", rounded(inBytes.accuracy()));
    figures.put("held_back_accuracy_float", rounded(inFloat.accuracy()));
    figures.put("held_back_macro_f1", rounded(inBytes.macroF1()));
    figures.put("held_back_ece", rounded(inBytes.calibrationError()));
    out.print(inBytes.text());
    return model(weights, temperatures, command, figures);
  }

  /** Figures over nothing would look like figures. */
  private void checkEnough() {
    int known = training.size() + calibrating.size() + testing.size();
    long classes = training.stream().map(TrainingText::primary).distinct().count();
    String what = known + " labelled texts" + repeated();
    if (classes < 2) {
      throw new IllegalArgumentException(
          "too little to train: "
              + what
              + (classes == 0 ? ", none to train on" : ", all to train on of one class")
              + "; two classes are needed");
    }
    boolean isTested =
        !siteTexts.isEmpty() || recipe.sources().stream().anyMatch(TrainingRecipe.Source::heldBack);
    if (isTested && testing.isEmpty()) {
      throw new IllegalArgumentException(
          "too little to train: " + what + ", none held out to test; a tenth is, by its hash");
    }
  }

  private String repeated() {
    return repeats == 0 ? "" : " (" + repeats + " repeats dropped)";
  }

  private void read(PrintStream out) throws IOException {
    Taxonomy taxonomy = null;
    if (recipe.vocabulary() != null) {
      try (InputStream in = Files.newInputStream(recipe.vocabulary())) {
        taxonomy = Taxonomy.read(in);
      }
      codes.addAll(taxonomy.tops());
    }
    LabelledTexts reader = taxonomy == null ? LabelledTexts.anyCodes() : LabelledTexts.of(taxonomy);
    List<List<TopicExample>> files = new ArrayList<>();
    TreeSet<String> found = new TreeSet<>();
    for (TrainingRecipe.Source source : recipe.sources()) {
      List<TopicExample> texts = source.texts(reader);
      texts.forEach(text -> found.addAll(text.topics()));
      files.add(texts);
    }
    if (taxonomy == null && !siteTexts.isEmpty()) {
      ModelHeader shipped = TopicModel.shipped().header();
      codes.addAll(shipped.codes());
      labels.addAll(shipped.labels());
    } else if (taxonomy == null) {
      codes.addAll(found);
    }
    for (int c = labels.size(); c < codes.size(); c++) {
      labels.add(taxonomy == null ? codes.get(c) : taxonomy.label(codes.get(c)));
    }
    if (recipe.teacher() != null) {
      teacher = TeacherLabels.read(recipe.teacher(), codes);
    }
    for (int s = 0; s < files.size(); s++) {
      add(recipe.sources().get(s), files.get(s));
    }
    if (!siteTexts.isEmpty()) {
      settleSites();
      Path none = Path.of("corpus");
      add(
          TrainingRecipe.Source.of(none, "sections of a corpus", "as its sites"),
          siteTexts.stream().map(SiteText::text).toList());
    } else if (taxonomy != null && recipe.definitionsWeight() > 0) {
      add(
          new TrainingRecipe.Source(
              recipe.vocabulary(),
              "IPTC Media Topics definitions",
              "CC BY 4.0",
              0,
              recipe.definitionsWeight(),
              true,
              false,
              0,
              0),
          taxonomy.definitions());
    }
    sources.forEach(source -> out.println("source: " + source.name() + ", " + source.texts()));
    out.println(
        "held out: "
            + testing.size()
            + " to test, "
            + calibrating.size()
            + " to calibrate"
            + (calibrating.isEmpty() ? " (those trained on calibrate)" : "")
            + repeated());
  }

  private void settleSites() {
    List<String> sites =
        siteTexts.stream()
            .map(SiteText::site)
            .distinct()
            .sorted(Comparator.comparing(site -> ContentHash.of(null, site)))
            .toList();
    if (sites.size() < LEAST_SITES) {
      return;
    }
    Map<String, Integer> parts = new HashMap<>();
    for (int i = 0; i < sites.size(); i++) {
      int turn = i % LEAST_SITES;
      parts.put(sites.get(i), turn == 0 ? TEST : turn == 1 ? CALIBRATE : TRAIN);
    }
    siteTexts.forEach(text -> partsBySite.put(text.text().hash(), parts.get(text.site())));
  }

  private int part(TrainingRecipe.Source source, ContentHash hash) {
    return source.heldBack() ? partsBySite.getOrDefault(hash, TopicExample.part(hash)) : -1;
  }

  private void add(TrainingRecipe.Source source, List<TopicExample> texts) {
    List<TrainingText> chosen = new ArrayList<>();
    Set<ContentHash> labelled = new HashSet<>();
    for (TopicExample text : texts) {
      ContentHash hash = text.hash();
      float[] own = source.labels() ? target(text) : null;
      float[] target = mixed(own, teacher.of(hash), part(source, hash));
      boolean isRepeat = target != null && !seen.add(hash);
      repeats += isRepeat ? 1 : 0;
      if (target != null && !isRepeat) {
        chosen.add(prepare(text, hash, target, (float) source.weight()));
        if (own != null) {
          labelled.add(hash);
        }
      }
    }
    chosen.sort(Comparator.comparing(TrainingText::hash));
    int[] counts = new int[codes.size()];
    int used = 0;
    for (TrainingText text : chosen) {
      int primary = text.primary();
      if (source.perClass() > 0 && counts[primary] >= source.perClass()) {
        continue;
      }
      counts[primary]++;
      int part = part(source, text.hash());
      // A test is against labels that somebody gave; a teacher's are good enough to calibrate.
      if (part == TEST && labelled.contains(text.hash())) {
        testing.add(text);
      } else if (part == CALIBRATE) {
        calibrating.add(text);
      } else {
        training.add(text);
        used++;
      }
    }
    sources.add(new ModelHeader.Source(source.name(), source.licence(), used));
  }

  /** The teacher's shares and the labels'; what is held back is judged by its labels alone. */
  private float[] mixed(float[] own, float[] taught, int part) {
    if (own == null || taught == null) {
      return own != null ? own : taught == null ? null : taught.clone();
    }
    if (part == TEST || part == CALIBRATE) {
      return own;
    }
    for (int c = 0; c < own.length; c++) {
      own[c] = (float) (recipe.teacherShare() * taught[c] + (1 - recipe.teacherShare()) * own[c]);
    }
    return own;
  }

  private TrainingText prepare(TopicExample text, ContentHash hash, float[] target, float weight) {
    Tokens title = text.titleTokens();
    Tokens body = text.textTokens(settings.words());
    WordFeatures all =
        WordFeatures.of(title, body, settings.bits(), settings.words(), settings.bigrams());
    WordFeatures lead = null;
    if (settings.leadWords() > 0 && body.count() > settings.leadWords() * 3 / 2) {
      Tokens first = text.textTokens(settings.leadWords());
      lead = WordFeatures.of(title, first, settings.bits(), settings.words(), settings.bigrams());
    }
    return new TrainingText(hash, all, lead, target, weight, sources.size());
  }

  /** Shares of the classes; null when nothing is known. The first label counts twice. */
  private float[] target(TopicExample text) {
    float[] target = new float[codes.size()];
    if (text.soft() != null) {
      text.soft().forEach((code, value) -> target[codes.indexOf(code)] += value.floatValue());
    } else {
      for (int i = 0; i < text.topics().size(); i++) {
        target[codes.indexOf(text.topics().get(i))] += i == 0 ? 2 : 1;
      }
    }
    float sum = 0;
    for (float share : target) {
      sum += share;
    }
    if (sum == 0) {
      return null;
    }
    for (int c = 0; c < target.length; c++) {
      target[c] /= sum;
    }
    return target;
  }

  private TopicModel model(
      LinearWeights weights,
      List<Temperature> temperatures,
      String command,
      Map<String, Double> figures) {
    double[] scales = weights.scales();
    double[] biases = new double[codes.size()];
    for (int c = 0; c < biases.length; c++) {
      biases[c] = weights.biases()[c];
    }
    ModelHeader header =
        new ModelHeader(
            codes,
            labels,
            settings.bits(),
            settings.bigrams() ? List.of(1, 2) : List.of(1),
            settings.words(),
            ModelFile.HASH,
            0,
            Tokens.VERSION,
            Normaliser.VERSION,
            WordFeatures.VERSION,
            settings.language(),
            scales,
            biases,
            temperatures,
            settings.unsureBelow(),
            settings.listedFrom(),
            settings.mostListed(),
            settings.leastWords(),
            command,
            sources,
            figures);
    return new TopicModel(header, weights.rarity(), weights.quantised(scales));
  }

  private TopicsEvaluation evaluate(LinearWeights weights) {
    TopicsEvaluation evaluation = new TopicsEvaluation(codes, labels);
    for (TrainingText text : testing) {
      double[] scores = new double[codes.size()];
      weights.score(text.features(), scores);
      evaluation.add(Softmax.of(scores), new int[] {text.primary()}, null);
    }
    return evaluation;
  }

  private TopicsEvaluation evaluate(TopicModel model) {
    TopicsEvaluation evaluation = new TopicsEvaluation(codes, labels);
    for (TrainingText text : testing) {
      evaluation.add(model.probabilities(text.features()), gold(text), null);
    }
    return evaluation;
  }

  private static int[] gold(TrainingText text) {
    int primary = text.primary();
    int[] gold = new int[text.target().length];
    gold[0] = primary;
    int n = 1;
    for (int c = 0; c < text.target().length; c++) {
      if (c != primary && text.target()[c] > 0) {
        gold[n++] = c;
      }
    }
    return Arrays.copyOf(gold, n);
  }

  private static double rounded(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }
}
