package org.copydesk.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.copydesk.quality.NoticeModel;
import org.copydesk.quality.NoticeTrainer;

/**
 * How often texts have each group of one to five letters of a word, as {@link LetterGroups} has it.
 */
final class NewsGroups {
  /** Beginnings of texts: a short one is to count as much as a long one, nearly. */
  private static final int MOST_CHARACTERS = 600;

  private NewsGroups() {}

  /**
   * Share of all letters at which a group begins.
   *
   * @param files JSON Lines of {@code title} and {@code text}, gzipped
   */
  static Map<String, Double> shares(List<Path> files) throws IOException {
    Map<String, long[]> counts = new HashMap<>();
    long[] letters = new long[1];
    ObjectMapper json = new ObjectMapper();
    for (Path file : files) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode row = json.readTree(line);
          String text = row.path("title").asText("") + "\n" + row.path("text").asText("");
          String begin = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
          NoticeTrainer.words(begin, word -> count(word, counts, letters));
        }
      }
    }
    Map<String, Double> shares = new TreeMap<>();
    counts.forEach((group, count) -> shares.put(group, (double) count[0] / letters[0]));
    return shares;
  }

  private static void count(String word, Map<String, long[]> counts, long[] letters) {
    letters[0] += word.length();
    for (int from = 0; from < word.length(); from++) {
      int last = Math.min(word.length(), from + NoticeModel.GROUP);
      for (int to = from + 1; to <= last; to++) {
        counts.computeIfAbsent(word.substring(from, to), key -> new long[1])[0]++;
      }
    }
  }
}
