package org.copydesk.dedup.opening;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that deny by a syllable of their own, or name the other way: Turkish "buldu" (found) and
 * "bulmadı" (did not find), whose endings change with it, and pairs of endings such as "suçlu",
 * "suçsuz" or "harmful", "harmless".
 */
final class NegatedForms {
  /** Turkish and Azerbaijani verbs, in the form {@link WordForms#fold} gives: stem, then -me-. */
  private static final Pattern TURKIC =
      Pattern.compile(
          "(\\p{L}{2,}?)(?:m[ae](?:d[iu]|y[ae]c[ae][kg]|m[iu]s|z|y[ae]n|d[iu]g|d[ae]n|m[ae]l[iu]|s[iu]n)|m[iu]yor)\\p{L}*");

  private static final int LEAST_STEM = 3;

  /** Two endings of which one denies the other. */
  private record Endings(String one, String other) {}

  private static final List<Endings> ENDINGS =
      List.of(
          new Endings("ful", "less"),
          new Endings("voll", "los"),
          new Endings("li", "siz"),
          new Endings("lu", "suz"),
          new Endings("llinen", "ton"),
          new Endings("vainen", "maton"),
          new Endings("vaisia", "mattomia"),
          new Endings("vaiset", "mattomat"),
          new Endings("vaista", "matonta"),
          new Endings("llista", "tonta"),
          new Endings("s", "tlan"),
          new Endings("s", "talan"),
          new Endings("s", "telen"));

  /** By language: endings of "to" and of "from", in the form {@link WordForms#fold} gives. */
  private static final Map<String, List<Endings>> WAYS =
      Map.of(
          "fi",
          List.of(
              new Endings("an", "sta"),
              new Endings("en", "sta"),
              new Endings("in", "sta"),
              new Endings("on", "sta"),
              new Endings("un", "sta"),
              new Endings("lle", "lta")),
          "hu",
          List.of(
              new Endings("ra", "rol"),
              new Endings("re", "rol"),
              new Endings("ba", "bol"),
              new Endings("be", "bol"),
              new Endings("hoz", "tol"),
              new Endings("hez", "tol")),
          "tr",
          List.of(
              new Endings("a", "dan"),
              new Endings("e", "den"),
              new Endings("a", "tan"),
              new Endings("e", "ten"),
              new Endings("ya", "dan"),
              new Endings("ye", "den")));

  private NegatedForms() {}

  /** Whether one of two words is the other denied. */
  static boolean isTurned(String a, String b, String language) {
    return isTurkic(language) && (isDenied(a, b) || isDenied(b, a))
        || haveEndings(ENDINGS, a, b)
        || haveEndings(WAYS.getOrDefault(language, List.of()), a, b);
  }

  private static boolean isTurkic(String language) {
    return language.equals("tr") || language.equals("az");
  }

  /**
   * Whether {@code denied} is the negative form of a verb of which {@code plain} is another form.
   */
  private static boolean isDenied(String denied, String plain) {
    Matcher verb = TURKIC.matcher(denied);
    if (!verb.matches() || TURKIC.matcher(plain).matches()) {
      return false;
    }
    String stem = verb.group(1);
    String all = stem.substring(0, stem.length() - 1);
    // A vowel that the ending swallows ("ödemiyor", "ödüyor"), a t that is a d before a vowel
    // ("etmedi", "edildi").
    return plain.startsWith(stem)
        || (stem.endsWith("t") && plain.startsWith(all + "d"))
        || ((stem.endsWith("a") || stem.endsWith("e"))
            && all.length() > 1
            && (plain.startsWith(all + "i") || plain.startsWith(all + "u")));
  }

  private static boolean haveEndings(List<Endings> endings, String a, String b) {
    for (Endings each : endings) {
      if (have(a, b, each) || have(b, a, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean have(String a, String b, Endings endings) {
    if (!a.endsWith(endings.one) || !b.endsWith(endings.other)) {
      return false;
    }
    String stem = a.substring(0, a.length() - endings.one.length());
    return stem.length() >= LEAST_STEM
        && stem.equals(b.substring(0, b.length() - endings.other.length()));
  }
}
