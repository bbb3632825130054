package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.dedup.opening.NumberSum.Part;
import org.copydesk.dedup.opening.Opening.Type;

/**
 * Words that begin with a number and say of what it is: "dreißigjährig", "тридцатилетний", "30letý"
 * and "nittiotalet" are a number and a word, as "30-jährig" is.
 */
final class NumberCompounds {
  private static final int LEAST_NUMBER = 2;

  /** By language: how the second part begins, in the form {@link WordForms#fold} gives. */
  private static final Map<String, List<String>> PARTS =
      Map.ofEntries(
          Map.entry(
              "de",
              List.of(
                  "jahrig",
                  "tagig",
                  "stundig",
                  "minutig",
                  "wochig",
                  "monatig",
                  "kopfig",
                  "teilig",
                  "prozentig",
                  "seitig",
                  "stockig")),
          Map.entry("nl", List.of("jarig", "daags", "urig", "koppig", "tal")),
          Map.entry("sv", List.of("arig", "aring", "talet", "dagars", "timmars", "procentig")),
          Map.entry("da", List.of("arig", "arene", "dages", "timers", "erne")),
          Map.entry("nb", List.of("aring", "arig", "tallet", "dagers", "timers")),
          Map.entry("fi", List.of("vuotia", "luvu", "luku", "paivai", "tunti", "prosentti")),
          Map.entry(
              "pl",
              List.of("letni", "latek", "dniow", "godzinn", "osobow", "pietrow", "procentow")),
          Map.entry("cs", List.of("let", "denni", "hodinov", "clenn", "procentni", "patrov")),
          Map.entry(
              "ru",
              List.of(
                  "летн",
                  "дневн",
                  "часов",
                  "месячн",
                  "недельн",
                  "этажн",
                  "процентн",
                  "минутн",
                  "метров")),
          Map.entry(
              "uk",
              List.of(
                  "річн",
                  "денн",
                  "годинн",
                  "місячн",
                  "тижнев",
                  "поверхов",
                  "відсотков",
                  "хвилинн",
                  "метров")),
          Map.entry("el", List.of("χρον", "ετη", "ημερ", "ωρ")),
          Map.entry(
              "hu", List.of("eves", "napos", "oras", "perces", "emeletes", "tagu", "szazalek")),
          Map.entry("tr", List.of("lar", "ler")));

  private static final Pattern DIGITS = Pattern.compile("(\\d{1,4})-?(\\p{L}+)");

  private NumberCompounds() {}

  /** Pieces with such words in two. */
  static List<OpeningPiece> split(List<OpeningPiece> pieces, String language) {
    List<String> parts = PARTS.get(language);
    if (parts == null) {
      return pieces;
    }
    List<OpeningPiece> out = new ArrayList<>(pieces.size());
    for (OpeningPiece piece : pieces) {
      if (piece.type != Type.WORD || !split(piece, language, parts, out)) {
        out.add(piece);
      }
    }
    return out;
  }

  private static boolean split(
      OpeningPiece piece, String language, List<String> parts, List<OpeningPiece> out) {
    String form = WordForms.fold(piece.form);
    Matcher digits = DIGITS.matcher(form);
    if (digits.matches()) {
      boolean isPart = parts.stream().anyMatch(digits.group(2)::startsWith);
      return isPart && add(Double.parseDouble(digits.group(1)), digits.group(2), piece, out);
    }
    for (String part : parts) {
      int at = form.indexOf(part, LEAST_NUMBER);
      double value = at < 0 ? Double.NaN : number(language, form.substring(0, at));
      // Turkish "onlar" is they and "yediler" they ate: of its plurals only tens are decades.
      boolean isOther = language.equals("tr") && !(value >= 20 && value <= 90 && value % 10 == 0);
      if (!Double.isNaN(value) && !isOther) {
        return add(value, form.substring(at), piece, out);
      }
    }
    return false;
  }

  private static boolean add(
      double value, String rest, OpeningPiece piece, List<OpeningPiece> out) {
    out.add(OpeningPiece.number(value, piece.isStart, false));
    out.add(OpeningPiece.word(rest, false, false));
    return true;
  }

  /** The number that a first part is: Polish "trzydziesto" is the beginning of "trzydziesty". */
  private static double number(String language, String first) {
    String stem = first.substring(0, first.length() - 1);
    for (String word : List.of(first, stem + "y", stem + "i", stem)) {
      Part part = word.length() < LEAST_NUMBER ? null : NumberWords.part(language, word);
      if (part != null && part.value() >= 2 && part.value() < 2000) {
        return part.value();
      }
    }
    return Double.NaN;
  }
}
