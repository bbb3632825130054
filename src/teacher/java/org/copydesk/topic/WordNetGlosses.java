package org.copydesk.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words mean, as texts: WordNet's nouns and adjectives that belong to a noun, those in use in
 * news. "archbishop: a bishop of highest rank" lets a teacher say what a word is about that no
 * training text has. Written as labelled texts without labels.
 */
final class WordNetGlosses {
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

  /**
   * Writes them as JSON Lines.
   *
   * @param uses how many news texts a word stands in
   * @param least a meaning all whose names are rarer is left out
   */
  static void write(Map<String, Integer> uses, int least, Writer out) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String part : List.of("noun", "adj")) {
      for (String line : lines(part)) {
        String[] halves = line.split(" \\| ", 2);
        String[] fields = halves[0].split(" ");
        int file = Integer.parseInt(fields[1]);
        boolean isWanted = file == ADJECTIVES_OF_NOUNS || (file >= FIRST_NOUN && file <= LAST_NOUN);
        List<String> names = names(fields);
        if (isWanted && !LEFT_OUT.contains(file) && isUsed(names, uses, least)) {
          String title = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
          out.write(
              json.createObjectNode().put("title", title).put("text", halves[1].strip()) + "\n");
        }
      }
    }
  }

  private static List<String> lines(String part) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                WordNetGlosses.class.getResourceAsStream(PLACE + part), StandardCharsets.UTF_8))) {
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

  private static boolean isUsed(List<String> names, Map<String, Integer> uses, int least) {
    int[] counts =
        names.stream()
            .flatMap(name -> Arrays.stream(name.toLowerCase(java.util.Locale.ROOT).split("[^a-z]")))
            .filter(word -> word.length() > 2)
            .mapToInt(word -> uses.getOrDefault(word, 0))
            .toArray();
    return counts.length > 0 && Arrays.stream(counts).min().getAsInt() >= least;
  }
}
