package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copydesk.dedup.opening.NumberSum.Part;
import org.copydesk.dedup.opening.NumberSum.Role;
import org.copydesk.dedup.opening.Opening.Type;

/**
 * Number words to numbers, and several that make one to one: "two hundred and fifty", "trois
 * quarts", "bir buçuk milyon", "half a million".
 */
final class NumberPhrases {
  private static final WordMeanings WORDS = WordMeanings.SHIPPED;

  private static final String BASIS_POINT = "basispoint";
  private static final String POINT = "point";

  /** Years that are counted where a half follows, and dates elsewhere: "一年半", "1년 반". */
  static final Set<String> YEARS = Set.of("年", WordMeanings.form("년"));

  static final Set<String> HALF = Set.of("半", WordMeanings.form("반"), WordMeanings.form("rưỡi"));
  private static final String YEAR = "year";

  private final List<OpeningPiece> pieces;
  private final String language;

  /** Where the number ends that {@link #hundredths} found. */
  private int hundredthsEnd;

  /** Where the part ends that {@link #halfBehind} found. */
  private int halfEnd;

  private NumberPhrases(List<OpeningPiece> pieces, String language) {
    this.pieces = pieces;
    this.language = language;
  }

  /** Pieces with numbers in place of their words. */
  static List<OpeningPiece> of(List<OpeningPiece> pieces, String language) {
    return new NumberPhrases(pieces, language).read();
  }

  private List<OpeningPiece> read() {
    List<OpeningPiece> out = new ArrayList<>();
    int i = 0;
    while (i < pieces.size()) {
      OpeningPiece first = pieces.get(i);
      if (PlainWords.has(language, first)) {
        out.add(pieces.get(i++));
        continue;
      }
      NumberSum sum = new NumberSum(language);
      if (isMinus(i, out)) {
        i++;
        first = pieces.get(i);
        int below = whole(i, sum);
        out.add(OpeningPiece.number(-sum.value(), first.isStart, first.isMoney));
        i = below;
        continue;
      }
      if (isTimesAndHalf(i)) {
        // "millón y medio"
        sum.fraction(1 + WORDS.halves.getOrDefault(word(i + 2).form, .5));
        sum.takes(timesPart(i), false);
        out.add(OpeningPiece.number(sum.value(), first.isStart, first.isMoney));
        i += 3;
        continue;
      }
      if (first.isSpeltFraction || isUnitAndHalf(i)) {
        i = printedPart(i, out);
        continue;
      }
      int whole = whole(i, sum);
      int end = fraction(whole, sum);
      if (end == i) {
        out.add(first);
        i++;
        continue;
      }
      boolean isFraction = end > whole || sum.value() != Math.rint(sum.value());
      boolean isOne = end == i + 1 && first.type == Type.WORD && sum.value() == 1;
      OpeningPiece number =
          isOne
              ? new OpeningPiece("1", Type.NUMBER, 1, true, first.isStart, false, false)
              : OpeningPiece.number(sum.value(), first.isStart, first.isMoney);
      if (isBasisPoints(end)) {
        // A basis point is a hundredth of a point.
        end += pieces.get(end).form.equals(BASIS_POINT) ? 1 : 2;
        out.add(OpeningPiece.number(sum.value() / 100, first.isStart, first.isMoney));
        out.add(OpeningPiece.word(POINT, false, false));
        i = end;
        continue;
      }
      double half = halfBehind(end);
      if (half > 0) {
        OpeningPiece more = OpeningPiece.number(sum.value() + half, first.isStart, first.isMoney);
        more.isSpeltFraction = true;
        out.add(more);
        boolean isYear = YEARS.contains(pieces.get(end).form);
        out.add(isYear ? OpeningPiece.word(YEAR, false, false) : pieces.get(end));
        i = halfEnd;
        continue;
      }
      double hundredths = hundredths(end);
      if (hundredths > 0) {
        out.add(OpeningPiece.number(sum.value() + hundredths / 100, first.isStart, first.isMoney));
        out.add(pieces.get(end));
        i =
            word(hundredthsEnd) != null && WORDS.coins.has(word(hundredthsEnd).form)
                ? hundredthsEnd + 1
                : hundredthsEnd;
        continue;
      }
      number.isGrouped = first.isGrouped;
      number.isDecade = first.isDecade;
      number.isSpeltFraction = isFraction && !sum.isDigits() && end > i;
      out.add(number);
      // "half a metre"
      i = isFraction && isArticle(end) && isMeasure(end + 1) ? end + 1 : end;
    }
    return out;
  }

  /** Whether a word says that the number behind it is less than nothing: "minus five degrees". */
  private boolean isMinus(int at, List<OpeningPiece> out) {
    boolean isBehindNumber = !out.isEmpty() && out.get(out.size() - 1).type == Type.NUMBER;
    return !isBehindNumber
        && word(at) != null
        && WORDS.minus.has(word(at).form)
        && at + 1 < pieces.size()
        && !isHalf(at + 1)
        && whole(at + 1, new NumberSum(language)) > at + 1;
  }

  private boolean isTimesAndHalf(int at) {
    return isTimes(at) && word(at + 1) != null && isLink(word(at + 1).form) && isHalf(at + 2);
  }

  private boolean isHalf(int at) {
    return word(at) != null
        && (WORDS.halves.containsKey(word(at).form) || WORDS.fractions.containsKey(word(at).form));
  }

  /** "2/3", or an article with its unit: "an hour and a half"; where it ends. */
  private int printedPart(int at, List<OpeningPiece> out) {
    OpeningPiece piece = pieces.get(at);
    if (piece.type == Type.NUMBER) {
      out.add(piece);
      return at + 1;
    }
    int unit = isArticle(at) ? at + 1 : at;
    OpeningPiece more = OpeningPiece.number(1 + halfBehind(unit), piece.isStart, false);
    more.isSpeltFraction = true;
    out.add(more);
    out.add(pieces.get(unit));
    return halfEnd;
  }

  /** "an hour and a half", "año y medio". */
  private boolean isUnitAndHalf(int at) {
    return (isArticle(at) && halfBehind(at + 1) > 0) || halfBehind(at) > 0;
  }

  /**
   * "two metres and a half", "dos metros y medio": the part behind a unit, 0 where there is none.
   */
  private double halfBehind(int unit) {
    boolean isYear = word(unit) != null && YEARS.contains(word(unit).form);
    if ((!isMeasure(unit) && !isYear) || word(unit + 1) == null) {
      return 0;
    }
    if (HALF.contains(word(unit + 1).form)) {
      halfEnd = unit + 2;
      return .5;
    }
    String bare = NumberWords.withoutConjunction(language, word(unit + 1).form);
    if (bare != null && WORDS.fractions.containsKey(bare)) {
      halfEnd = unit + 2;
      return WORDS.fractions.get(bare);
    }
    if (isYear || !isLink(word(unit + 1).form)) {
      return 0;
    }
    int at = unit + 2;
    at += isArticle(at) ? 1 : 0;
    OpeningPiece piece = word(at);
    if (piece == null || isMeasure(at + 1)) {
      return 0;
    }
    halfEnd = at + 1;
    Double part = WORDS.fractions.get(piece.form);
    return part != null && part < 1 ? part : WORDS.halves.getOrDefault(piece.form, 0.0);
  }

  private boolean isMeasure(int at) {
    return word(at) != null && WORDS.measure(language, word(at).form) != null;
  }

  /** "one metre eighty", "um metro e oitenta": the number behind a unit, 0 where there is none. */
  private double hundredths(int unit) {
    if (word(unit) == null || !WORDS.hundredths.has(word(unit).form)) {
      return 0;
    }
    int at = unit + 1;
    boolean isLinked = word(at) != null && (isLink(word(at).form) || word(at).form.equals("con"));
    at += isLinked ? 1 : 0;
    NumberSum sum = new NumberSum(language);
    hundredthsEnd = at < pieces.size() ? whole(at, sum) : at;
    boolean isHundredths = hundredthsEnd > at && sum.value() >= 10 && sum.value() < 100;
    return isHundredths ? sum.value() : 0;
  }

  /** "25 basis points", "25个基点". */
  private boolean isBasisPoints(int at) {
    OpeningPiece piece = word(at);
    boolean isCounter = piece != null && (piece.form.equals("个") || piece.form.equals("個"));
    piece = isCounter ? word(at + 1) : piece;
    return piece != null && piece.form.equals(BASIS_POINT);
  }

  /** Reads the words of whole numbers from a place; where they end. */
  private int whole(int from, NumberSum sum) {
    int end = from;
    if (isArticle(from) && isTimes(from + 1)) {
      sum.takes(new Part(1, Role.VALUE), false);
      end++;
    }
    int at = end;
    boolean isLinked = false;
    while (at < pieces.size()) {
      OpeningPiece piece = pieces.get(at);
      boolean hasConjunction = false;
      boolean isTaken;
      if (piece.isStart && at > from) {
        break; // another sentence
      }
      if (piece.type == Type.NUMBER) {
        if (sum.isStarted()) {
          break;
        }
        sum.digits(piece.value);
        isTaken = true;
      } else if (piece.type != Type.WORD) {
        break;
      } else if (WORDS.dozen.has(piece.form)) {
        sum.multiply(12);
        isTaken = true;
      } else {
        Part part = NumberWords.part(language, piece.form);
        String bare = NumberWords.withoutConjunction(language, piece.form);
        if (part == null && bare != null && sum.isStarted()) {
          part = NumberWords.part(language, bare);
          hasConjunction = true;
        }
        boolean isCoin = sum.isDigits() && piece.form.startsWith("cent");
        isTaken = part != null && !isCoin && sum.takes(part, isLinked || hasConjunction);
      }
      if (!isTaken) {
        break;
      }
      end = at + 1;
      at = end;
      isLinked = false;
      if (at + 1 < pieces.size() && pieces.get(at).type == Type.WORD) {
        String form = pieces.get(at).form;
        boolean isOf = form.equals("de") && language.equals("ro");
        isLinked = isLink(form) && !sum.isDigits();
        at += isLinked || isOf ? 1 : 0;
      }
    }
    return end;
  }

  /** Reads a part of a unit behind a number, or a number that is one; where it ends. */
  private int fraction(int from, NumberSum sum) {
    int at = from;
    if (!sum.isStarted()) {
      return startsWithFraction(from, sum);
    }
    OpeningPiece piece = word(at);
    if (piece == null) {
      return from;
    }
    Double plus = WORDS.added.get(piece.form);
    if (plus != null) {
      sum.add(plus);
      return times(at + 1, sum);
    }
    Double part = WORDS.fractions.get(piece.form);
    boolean isQuarters = part == null && sum.value() == 3 && sum.unit() == 1;
    if (isQuarters && WORDS.halves.getOrDefault(piece.form, 0.0) == .25) {
      sum.multiply(.25);
      return times(at + 1, sum);
    }
    boolean isFew = sum.value() >= 1 && sum.value() < 10 && sum.unit() == 1;
    if (part != null && isFew && (part < .5 || sum.value() == 1)) {
      sum.multiply(part);
      return times(at + 1, sum);
    }
    String bare = NumberWords.withoutConjunction(language, piece.form);
    if (isLink(piece.form)) {
      at++;
      at += isArticle(at) ? 1 : 0;
      bare = word(at) == null ? null : word(at).form;
    }
    part = bare == null ? null : WORDS.fractions.get(bare);
    part = part == null && bare != null ? WORDS.halves.get(bare) : part;
    if (part == null) {
      return from;
    }
    double unit = sum.unit();
    sum.add(part);
    OpeningPiece next = word(at + 1);
    Part again = next == null ? null : NumberWords.part(language, next.form);
    boolean isSaidTwice = again != null && again.value() == unit && unit > 1;
    return isSaidTwice ? at + 2 : times(at + 1, sum);
  }

  private int startsWithFraction(int from, NumberSum sum) {
    OpeningPiece piece = word(from);
    if (piece == null) {
      return from;
    }
    Double before = WORDS.before.get(piece.form);
    if (before != null) {
      NumberSum rest = new NumberSum(language);
      if (isTimes(from + 1) && Math.abs(before) < .5) {
        // Hindi "सवा लाख": one and a quarter of the multiplier.
        sum.fraction(1 + before);
        return times(from + 1, sum);
      }
      int end = whole(from + 1, rest);
      if (end > from + 1) {
        double unit = rest.unit();
        sum.fraction(rest.value() + before * unit);
        return end;
      }
    }
    Double part = WORDS.fractions.get(piece.form);
    if (part != null) {
      sum.fraction(part);
      return times(from + 1, sum);
    }
    Double half = WORDS.halves.get(piece.form);
    boolean isHalfOf =
        half != null
            && (isTimes(from + 1)
                || isMeasure(from + 1)
                || (word(from + 1) != null && WORDS.points.has(word(from + 1).form)));
    if (!isHalfOf) {
      return from;
    }
    sum.fraction(half);
    return times(from + 1, sum);
  }

  /** Reads multipliers: "half a million". */
  private int times(int from, NumberSum sum) {
    int at = from + (isArticle(from) && isTimes(from + 1) ? 1 : 0);
    int end = from;
    while (isTimes(at) && sum.takes(timesPart(at), false)) {
      at++;
      end = at;
    }
    return end;
  }

  private boolean isTimes(int at) {
    return timesPart(at) != null;
  }

  private Part timesPart(int at) {
    OpeningPiece piece = word(at);
    Part part = piece == null ? null : NumberWords.part(language, piece.form);
    boolean isTimes =
        part != null
            && part.value() >= 100
            && (part.role() == Role.TIMES || part.value() == 1000 || part.value() >= 1e6);
    return isTimes ? new Part(part.value(), Role.TIMES) : null;
  }

  private boolean isArticle(int at) {
    return word(at) != null && WORDS.articles.has(word(at).form);
  }

  /** The word at a place; null where there is none. */
  private OpeningPiece word(int at) {
    return at < pieces.size() && pieces.get(at).type == Type.WORD ? pieces.get(at) : null;
  }

  /** "and" between the words of a number. */
  static boolean isLink(String form) {
    return switch (form) {
      case "and",
          "und",
          "et",
          "y",
          "e",
          "en",
          "og",
          "och",
          "i",
          "si",
          "kai",
          "και",
          "و",
          "ו",
          "linh",
          "le",
          "ja",
          "es",
          "a" ->
          true;
      default -> false;
    };
  }
}
