package org.copydesk.html.authors;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.text.Normaliser;

/**
 * Groups that sign what they write: "The Harbour Team", "Quay Editorial Team". What is no more than
 * a word for those who write ("Editorial Team", "Staff") names nobody.
 */
public final class Collectives {
  private static final int MOST_WORDS = 6;

  private static final Set<String> ENDS = Set.of("team", "editors", "marketing", "group");

  /** Words that tell one group from no other. */
  private static final Set<String> GENERIC =
      Set.of(
          ("the our your a editorial team editors editor staff contributor contributors writer"
                  + " writers content news web online guest admin marketing group blog by")
              .split(" "));

  /** Words in the names of papers, agencies and stations. */
  private static final Set<String> PAPERS =
      Set.of(
          ("news wire press agency times post daily weekly media magazine radio tv gazette journal"
                  + " herald tribune observer chronicle courier telegraph mail echo mirror guardian"
                  + " standard examiner ledger meridian report reporter today nachrichten zeitung"
                  + " blatt anzeiger tageblatt kurier rundschau agentur presse agence agencia diario"
                  + " periódico noticias notícias jornal gazeta gazzetta corriere giornale dziennik"
                  + " газета новости вести известия агентство")
              .split(" "));

  private Collectives() {}

  /**
   * Whether a name is that of a paper, an agency or a station: it has writers, and is none. A firm
   * or a person that signs its own page may be.
   */
  public static boolean isPaper(String name) {
    for (String word : Normaliser.normalise(name).split(" ")) {
      if (PAPERS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The group a field or the rest of a byline names; null where it names none. */
  public static String of(String field) {
    if (field == null) {
      return null;
    }
    String name = field.strip();
    String[] words = Normaliser.normalise(name).split(" ", MOST_WORDS + 1);
    if (words.length < 2 || words.length > MOST_WORDS || !ENDS.contains(words[words.length - 1])) {
      return null;
    }
    boolean isNamed = List.of(words).stream().anyMatch(word -> !GENERIC.contains(word));
    boolean isPlain = name.chars().allMatch(c -> Character.isLetter(c) || " .&'’-".indexOf(c) >= 0);
    return isNamed && isPlain && !name.equals(name.toLowerCase(Locale.ROOT)) ? name : null;
  }
}
