package org.copydesk.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.model.Article;
import org.copydesk.model.Confidence.Field;
import org.copydesk.text.Normaliser;
import org.copydesk.text.WebAddress;

/**
 * What is right of the fields of a page's article, as a labelled set writes it.
 *
 * @param url address; null where only the host is known
 * @param title null when unknown; where it is, the text may begin with it
 * @param authors as the set writes them; null when it names none
 * @param day ISO 8601, a month or a year of it; null when the set names none
 */
record FieldTruth(
    String file, String host, String url, String title, String text, String authors, String day) {
  /** Share of words of found and true text that are the same, from which a body is right. */
  static final double LEAST_F1 = .9;

  private static final int LEAST_TITLE = 10;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

  /** The rows of a {@code gold.jsonl} that have a text, in its order. */
  static List<FieldTruth> read(Path file) throws IOException {
    List<FieldTruth> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = line.isBlank() ? JSON.nullNode() : JSON.readTree(line);
      JsonNode article = node.path("article");
      String text = article.path("text").asText("");
      if (text.isBlank()) {
        continue;
      }
      String url = node.path("url").textValue();
      String name = node.path("source_file").asText();
      String host = url == null ? node.path("host").asText(name) : WebAddress.host(url);
      String authors = article.path("authors").textValue();
      rows.add(
          new FieldTruth(
              name,
              host == null ? name : host,
              url,
              article.path("title").textValue(),
              text,
              authors == null || authors.isBlank() ? null : authors,
              article.path("published_at").textValue()));
    }
    return rows;
  }

  /** Which fields of an article are right; one whose truth or value is not known is left out. */
  Map<Field, Boolean> judge(Article found) {
    Map<Field, Boolean> right = new EnumMap<>(Field.class);
    String text = title == null ? found.title() + "\n\n" + found.text() : found.text();
    right.put(Field.BODY, f1(text, this.text) >= LEAST_F1);
    if (found.title() != null) {
      String truth = title == null ? this.text.split("\n", 2)[0] : title;
      right.put(Field.TITLE, isSameTitle(found.title(), truth));
    }
    if (day != null && found.publishedAt() != null) {
      String shown = found.publishedAt().toString();
      right.put(Field.PUBLISHED_AT, shown.startsWith(day.substring(0, Math.min(10, day.length()))));
    }
    if (authors != null && !found.authors().isEmpty()) {
      right.put(Field.AUTHORS, areAuthors(found.authors(), authors));
    }
    return right;
  }

  /** Up to the site's name before or after it. */
  static boolean isSameTitle(String found, String truth) {
    String a = Normaliser.normalise(found);
    String b = Normaliser.normalise(truth);
    if (a.equals(b)) {
      return true;
    }
    boolean isShorter = a.length() >= LEAST_TITLE && a.length() < b.length();
    return isShorter
        && (b.endsWith(a) || b.startsWith(a) && " |-:»·—_(（".indexOf(b.charAt(a.length())) >= 0);
  }

  /** Nobody but authors is named, and the first one is; a set also writes degrees and remarks. */
  private static boolean areAuthors(List<String> names, String truth) {
    Map<String, Integer> right = words(Normaliser.normalise(truth));
    Map<String, Integer> found = words(Normaliser.normalise(String.join(" ", names)));
    String first = truth.replaceAll("\\(.*?\\)", "").split(",|&| and |;|/", 2)[0];
    return right.keySet().containsAll(found.keySet())
        && found.keySet().containsAll(words(Normaliser.normalise(first)).keySet());
  }

  /** F1 over the multiset of words, of characters where words are not separated. */
  static double f1(String found, String truth) {
    Map<String, Integer> a = words(found);
    Map<String, Integer> b = words(truth);
    double in = a.values().stream().mapToInt(i -> i).sum();
    double all = in + b.values().stream().mapToInt(i -> i).sum();
    double common = 0;
    for (Map.Entry<String, Integer> entry : a.entrySet()) {
      common += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
    }
    return all == 0 ? 1 : 2 * common / all;
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String word = matcher.group();
      if (Character.isIdeographic(word.codePointAt(0))) {
        word.codePoints().forEach(c -> words.merge(Character.toString(c), 1, Integer::sum));
      } else {
        words.merge(word, 1, Integer::sum);
      }
    }
    return words;
  }
}
