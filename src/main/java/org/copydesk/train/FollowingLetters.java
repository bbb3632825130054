package org.copydesk.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes which letters follow two others in words of any language, Latin without accents and
 * Cyrillic: what {@code odd_words} goes by.
 */
public final class FollowingLetters {
  /** A group that is rarer in every language is left out: names and words of others. */
  private static final double LEAST_SHARE = 1e-5;

  private static final int LETTERS = 3;
  private static final Pattern LATIN_OR_CYRILLIC = Pattern.compile("[a-z]{3}|[а-я]{3}");

  private FollowingLetters() {}

  /**
   * @param groups jar of Lingua
   * @param file to write: two letters, a space and those that follow, a line
   */
  public static void write(Path groups, Path file) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    int languages = 0;
    for (String language : LetterGroups.languages(groups)) {
      languages++;
      LetterGroups.read(
          groups,
          language,
          LETTERS,
          (group, share) -> {
            if (share > LEAST_SHARE && LATIN_OR_CYRILLIC.matcher(group).matches()) {
              found.add(group);
            }
          });
    }
    Map<String, StringBuilder> following = new TreeMap<>();
    for (String group : found) {
      following
          .computeIfAbsent(group.substring(0, 2), key -> new StringBuilder())
          .append(group.charAt(2));
    }
    StringBuilder out = new StringBuilder();
    out.append("# Letters that follow two others in words of any of ").append(languages);
    out.append(
        " languages, oftener than once in 100,000 letters: Latin without accents, Cyrillic.");
    out.append(
        "\n# From the letter groups of Lingua 1.2.2 (Apache licence), counted on the Leipzig");
    out.append(" corpora: `train notices --triples=FILE` writes it.\n");
    following.forEach((two, third) -> out.append(two).append(' ').append(third).append('\n'));
    Files.writeString(file, out.toString());
  }
}
