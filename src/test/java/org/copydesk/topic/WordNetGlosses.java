package org.copydesk.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.copydesk.text.Tokens;

/**
 * What words mean, as texts: WordNet's nouns and adjectives that belong to a noun, those in use in
 * news. "archbishop: a bishop of highest rank" lets a teacher say what a word is about that no
 * training text has. Written as labelled texts without labels.
 */
final class WordNetGlosses {
  /** Its name in a recipe. */
  static final String SOURCE = "WordNet 3.1 glosses";

  private static final String PLACE = "/net/sf/extjwnl/data/wordnet/wn31/data.";

  /**
   * WordNet's files of meanings that are left out: tops, animals, plants and places, which are
   * names; verbs and most adjectives belong to every topic.
   */
  private static final Set<Integer> LEFT_OUT = Set.of(3, 5, 15, 20);

  private static final int FIRST_NOUN = 4;
  private static final int LAST_NOUN = 28;
  private static final int ADJECTIVES_OF_NOUNS = 1;
  private static final int MOST_NAMES = 4;

  private WordNetGlosses() {}

  /** Words that fewer news texts use are not worth a gloss. */
  private static final int LEAST_USES = 4;

  private static final int LOOKED_AT = 416;

  /** Writes the file that a recipe names, unless it is there, for the words its sources use. */
  static void writeFor(TrainingRecipe recipe, LabelledTexts reader) throws IOException {
    Path file = null;
    Map<String, Integer> uses = new TreeMap<>();
    for (TrainingRecipe.Source source : recipe.sources()) {
      if (source.name().equals(SOURCE)) {
        file = source.file();
      }
    }
    if (file == null || Files.exists(file)) {
      return;
    }
    for (TrainingRecipe.Source source : recipe.sources()) {
      if (!source.name().equals(SOURCE) && source.paragraphs() == 0) {
        for (TopicExample text : reader.read(source.file())) {
          words(text).forEach(word -> uses.merge(word, 1, Integer::sum));
        }
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    // Whole or not at all: a file that is there is not written again.
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(beside)), StandardCharsets.UTF_8)) {
      write(uses, out);
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Set<String> words(TopicExample text) {
    Set<String> words = new HashSet<>();
    Tokens title = text.titleTokens();
    for (int i = 0; title != null && i < title.count(); i++) {
      words.add(title.word(i));
    }
    Tokens body = text.textTokens(LOOKED_AT);
    for (int i = 0; i < body.count(); i++) {
      words.add(body.word(i));
    }
    return words;
  }

  private static void write(Map<String, Integer> uses, Writer out) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String part : List.of("noun", "adj")) {
      for (String line : lines(part)) {
        String[] halves = line.split(" \\| ", 2);
        String[] fields = halves[0].split(" ");
        int file = Integer.parseInt(fields[1]);
        boolean isWanted = file == ADJECTIVES_OF_NOUNS || (file >= FIRST_NOUN && file <= LAST_NOUN);
        List<String> names = names(fields);
        if (isWanted && !LEFT_OUT.contains(file) && isUsed(names, uses)) {
          String title = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
          out.write(
              json.createObjectNode().put("title", title).put("text", halves[1].strip()) + "\n");
        }
      }
    }
  }

  private static List<String> lines(String part) {
    InputStream data = WordNetGlosses.class.getResourceAsStream(PLACE + part);
    if (data == null) {
      throw new IllegalStateException("WordNet is not among the libraries: -Pquality or -Pteacher");
    }
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
      // The licence stands in front, indented.
      return in.lines().filter(line -> !line.startsWith(" ") && line.contains(" | ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(String[] fields) {
    int count = Integer.parseInt(fields[3], 16);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(fields[4 + 2 * i].replaceAll("\\(.*\\)", "").replace('_', ' '));
    }
    return names;
  }

  private static boolean isUsed(List<String> names, Map<String, Integer> uses) {
    int[] counts =
        names.stream()
            .flatMap(name -> Arrays.stream(name.toLowerCase(java.util.Locale.ROOT).split("[^a-z]")))
            .filter(word -> word.length() > 2)
            .mapToInt(word -> uses.getOrDefault(word, 0))
            .toArray();
    return counts.length > 0 && Arrays.stream(counts).min().getAsInt() >= LEAST_USES;
  }
}
