package org.copydesk.train;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * How often news has each group of one to five letters of a word, from the language models that
 * Lingua's jar holds: {@code language-models/de/fivegrams.json} gives of each group how often its
 * last letter follows the others, counted on the Leipzig Corpora Collection.
 */
final class LetterGroups {
  private static final List<String> SIZES =
      List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

  private static final String FOLDER = "language-models/";

  /** Takes a group and its share of all letters. */
  interface Sink {
    void accept(String group, double share);
  }

  private LetterGroups() {}

  /**
   * @param jar of Lingua
   * @param language ISO 639-1
   * @throws IllegalArgumentException when the jar has no groups of that language
   */
  static void read(Path jar, String language, Sink out) throws IOException {
    read(jar, language, SIZES.size(), out);
  }

  /** The languages (ISO 639-1) that the jar has groups of three letters of. */
  static List<String> languages(Path jar) throws IOException {
    String end = "/" + SIZES.get(2) + ".json";
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(FOLDER) && name.endsWith(end))
          .map(name -> name.substring(FOLDER.length(), name.length() - end.length()))
          .sorted()
          .toList();
    }
  }

  /** As {@link #read(Path, String, Sink)}, groups of at most so many letters. */
  static void read(Path jar, String language, int letters, Sink out) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Map<String, Double> shorter = Map.of("", 1.0);
      for (String size : SIZES.subList(0, letters)) {
        ZipEntry entry = zip.getEntry(FOLDER + language + "/" + size + ".json");
        if (entry == null) {
          throw new IllegalArgumentException(jar + " has no " + size + " of " + language);
        }
        Map<String, Double> groups = new HashMap<>();
        try (InputStream in = zip.getInputStream(entry)) {
          read(in, shorter, groups, out);
        }
        shorter = groups;
      }
    }
  }

  /** {@code {"language": …, "ngrams": {"3/98": "onysi pallg", …}}}. */
  private static void read(
      InputStream in, Map<String, Double> shorter, Map<String, Double> groups, Sink out)
      throws IOException {
    try (JsonParser json = new JsonFactory().createParser(in)) {
      while (json.nextToken() != null) {
        if (json.currentToken() != JsonToken.VALUE_STRING
            || json.currentName().equals("language")) {
          continue;
        }
        String[] fraction = json.currentName().split("/");
        double follows = Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
        for (String group : json.getText().split(" ")) {
          Double before = shorter.get(group.substring(0, group.length() - 1));
          if (before != null) {
            groups.put(group, before * follows);
            out.accept(group, before * follows);
          }
        }
      }
    }
  }
}
