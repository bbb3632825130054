package org.copydesk.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copydesk.quality.NoticeModel;
import org.copydesk.quality.NoticeTrainer;
import org.copydesk.text.Normaliser;

/**
 * Trains what tells notices from news, and measures it on lots of notices each of which it has not
 * seen.
 */
public final class TrainNotices {
  /** A text written for it against a string of a browser, which speaks of browsers alone. */
  private static final double WRITTEN = 200;

  private static final double OF_BROWSER = 1;

  private static final String ENGLISH = "en";

  /** What files of news count for where there are some. */
  private static final double OF_NEWS = .5;

  /** Labels have fewer words, and are not said in sentences. */
  private static final int LEAST_WORDS = 4;

  /** A word of so many languages is a name ("google"): it says what of, not to whom. */
  private static final int NAME_FROM = 7;

  /** Languages of Latin letters, in which a name is written alike. */
  private static final List<String> NAMING =
      List.of("cs", "de", "es", "fi", "fr", "hu", "it", "nl", "pl", "sv", "tr");

  /** Likenesses from which a rule may take a text for a notice. */
  private static final double[] NOTICE_FROM = {.1, .2, .3, .4, .5};

  /** Norwegian has a code of its own in both sources, that of what is written. */
  private static final Map<String, String> CODES = Map.of("no", "nb");

  private static final Pattern JUNK = Pattern.compile("([a-z]{2}) ([a-z ]+): (.*)");
  private static final Set<String> KINDS =
      Set.of("notice", "consent", "cookie", "error page", "error");

  /** A text with its language. */
  private record Said(String language, String text) {}

  private final Map<String, List<String>> browser;
  private final Map<String, List<String>> written = new TreeMap<>();
  private final Map<String, List<Said>> lots = new TreeMap<>();
  private final Path groups;
  private final List<Path> news;
  private final Set<String> names;

  /**
   * @param browser folder of Chromium's packs of strings
   * @param groups jar of Lingua, for how often news has groups of letters
   * @param written folder of {@code en.txt} and so on: a notice a line; its languages are learned
   * @param news files of English news, JSON Lines of {@code title} and {@code text}, gzipped: half
   *     of what is known of English news, as the groups have no news of programs and of advice
   * @param lots files of junk, {@code LANGUAGE KIND: text} a line, of which notices are read
   */
  public TrainNotices(Path browser, Path groups, Path written, List<Path> news, List<Path> lots)
      throws IOException {
    this.browser = BrowserStrings.read(browser);
    this.groups = groups;
    this.news = List.copyOf(news);
    try (Stream<Path> files = Files.list(written)) {
      for (Path file : files.sorted().toList()) {
        this.written.put(
            file.getFileName().toString().replace(".txt", ""), Files.readAllLines(file));
      }
    }
    for (Path lot : lots) {
      this.lots.put(lot.getFileName().toString(), read(lot));
    }
    names = names();
  }

  private static List<Said> read(Path file) throws IOException {
    List<Said> said = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher junk = JUNK.matcher(line);
      if (junk.matches() && KINDS.contains(junk.group(2))) {
        said.add(new Said(junk.group(1), junk.group(3)));
      }
    }
    return said;
  }

  private Set<String> names() {
    Map<String, Integer> languages = new HashMap<>();
    for (String language : NAMING) {
      Set<String> words = new HashSet<>();
      browser
          .getOrDefault(language, List.of())
          .forEach(text -> NoticeTrainer.words(text, words::add));
      words.forEach(word -> languages.merge(word, 1, Integer::sum));
    }
    languages.values().removeIf(count -> count < NAME_FROM);
    return languages.keySet();
  }

  /** Trains on all but one lot; on all where {@code without} is null. */
  private NoticeModel train(String without) throws IOException {
    NoticeTrainer trainer = new NoticeTrainer();
    for (Map.Entry<String, List<String>> notices : written.entrySet()) {
      String language = notices.getKey();
      String code = CODES.getOrDefault(language, language);
      Map<String, Double> own = language.equals(ENGLISH) ? NewsGroups.shares(news) : Map.of();
      double rest = own.isEmpty() ? 1 : 1 - OF_NEWS;
      LetterGroups.read(
          groups, code, (group, share) -> trainer.news(language, group, rest * share));
      own.forEach((group, share) -> trainer.news(language, group, OF_NEWS * share));
      Set<String> kept = new HashSet<>();
      for (String text : notices.getValue()) {
        trainer.notice(language, text, WRITTEN, Set.of());
        NoticeTrainer.words(text, kept::add);
      }
      Set<String> dropped = new HashSet<>(names);
      dropped.removeAll(kept);
      for (String text : browser.getOrDefault(code, List.of())) {
        if (text.split(" ").length >= LEAST_WORDS) {
          trainer.notice(language, text, OF_BROWSER, dropped);
        }
      }
    }
    for (Map.Entry<String, List<Said>> lot : lots.entrySet()) {
      for (Said said : lot.getValue()) {
        if (!lot.getKey().equals(without) && written.containsKey(said.language())) {
          trainer.notice(said.language(), said.text(), WRITTEN, Set.of());
        }
      }
    }
    return trainer.model();
  }

  /** Prints how many notices of each lot are told by what learned from the others. */
  public void crossValidate(PrintWriter out) throws IOException {
    for (Map.Entry<String, List<Said>> lot : lots.entrySet()) {
      NoticeModel model = train(lot.getKey());
      int known = 0;
      int[] told = new int[NOTICE_FROM.length];
      for (Said said : lot.getValue()) {
        if (written.containsKey(said.language())) {
          known++;
          double likeness = model.likeness(said.language(), Normaliser.normalise(said.text()));
          for (int i = 0; i < told.length; i++) {
            told[i] += likeness > NOTICE_FROM[i] ? 1 : 0;
          }
        }
      }
      out.printf(
          Locale.ROOT,
          "%s, not learned from: of %d notices above %s: %s%n",
          lot.getKey(),
          known,
          Arrays.toString(NOTICE_FROM),
          Arrays.toString(told));
      out.flush();
    }
  }

  /** Trains on all and writes the model. */
  public void write(Path model) throws IOException {
    Files.write(model, train(null).bytes());
  }
}
