package org.copydesk.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.Normaliser;

/**
 * The names an outlet goes by, and whether a credit line says one of them: "Provided by The Elm
 * Gazette" names the site {@code elmgazette.example}, and any whose pages are headed "Elm Gazette".
 */
final class OutletNames {
  /** Shorter names are met by chance in a line of words. */
  private static final int LEAST_LETTERS = 2;

  /** A name of one common word is believed at this length only: "post", "times". */
  private static final int LEAST_OF_ONE_WORD = 4;

  private static final int MOST_WORDS = 6;

  /** What hosts add to a name: {@code apnews.example} is "AP". */
  private static final List<String> ADDED = List.of("news", "online", "media", "press");

  /** Labels before a registered name that say nothing of the outlet. */
  private static final Set<String> GENERIC =
      Set.of("www", "m", "en", "mobile", "amp", "edition", "news", "web");

  private static final Set<String> ARTICLES = Set.of("the", "der", "die", "das", "le", "la", "el");

  private final Set<String> names = new HashSet<>();

  private OutletNames() {}

  /**
   * @param site host or name of the site; null when unknown
   * @param siteName what its pages call it; null when they do not say
   */
  static OutletNames of(String site, String siteName) {
    OutletNames outlet = new OutletNames();
    if (site != null) {
      outlet.addSite(site);
    }
    if (siteName != null) {
      outlet.addName(siteName);
    }
    return outlet;
  }

  /** Adds what another of its pages calls the site. */
  void addName(String name) {
    List<String> words = words(name);
    if (words.size() > 1 && ARTICLES.contains(words.get(0))) {
      words = words.subList(1, words.size());
    }
    add(String.join("", words), words.size());
  }

  private void addSite(String site) {
    if (site.indexOf('.') < 0) {
      addName(site.substring(site.lastIndexOf('/') + 1));
      return;
    }
    String[] labels = site.split("\\.", -1);
    add(String.join("", words(site)), labels.length);
    int last = labels.length - 1;
    boolean isSecondLevel =
        last >= 2 && labels[last].length() == 2 && labels[last - 1].length() <= 3;
    int own = Math.max(0, last - (isSecondLevel ? 2 : 1));
    for (int i = 0; i <= own; i++) {
      if (i == own || !GENERIC.contains(labels[i])) {
        String label = String.join("", words(labels[i]));
        add(label, i == own ? 2 : 1);
        for (String added : ADDED) {
          if (label.endsWith(added) && i == own) {
            add(label.substring(0, label.length() - added.length()), 2);
          }
        }
      }
    }
  }

  private void add(String name, int words) {
    if (name.length() >= (words > 1 ? LEAST_LETTERS : LEAST_OF_ONE_WORD)) {
      names.add(name);
    }
  }

  /** Whether a line says one of the names, as whole words. */
  boolean areIn(String line) {
    List<String> words = words(line);
    for (int from = 0; from < words.size(); from++) {
      StringBuilder run = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
        if (names.contains(run.append(words.get(to)).toString())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Normaliser.normalise(text)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
              } else if (c != '\'' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
            });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
