package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.dedup.opening.Opening.Type;
import org.copydesk.segment.words.WordLists;

/**
 * Parts as they are spoken, by the list {@code parts-of-hours.txt}: "a quarter to seven", "trois
 * quarts d'heure", "due terzi", "пятая часть", "4분의 3", "the first of May".
 */
final class SpokenParts {
  /** What stands between a part and what it is of. */
  private static final Set<String> OF = Set.of("of", "d", "de", "di", "da");

  /** Languages in which a quarter is also the fourth. */
  private static final Set<String> FOURTH = Set.of("es", "pt", "it");

  /** Languages that say a part by an ordinal alone behind how many: "due terzi". */
  private static final Set<String> ORDINALS = Set.of("it", "nl", "pl", "cs");

  private static final double QUARTER = .25;
  private static final int MOST_PARTS = 10;

  /** Words by kind, those of all languages under "". */
  private static final Map<String, Map<String, Set<String>>> WORDS = new HashMap<>();

  static {
    for (String[] row : WordLists.rows(SpokenParts.class, "parts-of-hours.txt")) {
      boolean hasLanguage = row[1].length() == 2 && row[1].charAt(0) < 0x80;
      Set<String> words =
          WORDS
              .computeIfAbsent(hasLanguage ? row[1] : "", language -> new HashMap<>())
              .computeIfAbsent(row[0], kind -> new HashSet<>());
      for (int i = hasLanguage ? 2 : 1; i < row.length; i++) {
        words.add(WordMeanings.form(row[i]));
      }
    }
  }

  private final List<OpeningPiece> pieces;
  private final String language;
  private final List<OpeningPiece> out = new ArrayList<>();
  private final Map<String, Set<String>> own;

  private SpokenParts(List<OpeningPiece> pieces, String language) {
    this.pieces = pieces;
    this.language = language;
    own = WORDS.getOrDefault(language, Map.of());
  }

  /** Pieces with what such parts are worth. */
  static List<OpeningPiece> of(List<OpeningPiece> pieces, String language) {
    SpokenParts parts = new SpokenParts(pieces, language);
    int at = 0;
    while (at < pieces.size()) {
      if (PlainWords.has(language, pieces.get(at))) {
        parts.out.add(pieces.get(at++));
        continue;
      }
      int end = parts.quarter(at);
      end = end > at ? end : parts.less(at);
      end = end > at ? end : parts.ofMeasure(at);
      end = end > at ? end : parts.share(at);
      end = end > at ? end : parts.first(at);
      end = end > at ? end : parts.counted(at);
      if (end == at) {
        parts.out.add(pieces.get(at));
        end++;
      }
      at = end;
    }
    return parts.out;
  }

  /** Whether such a part may begin with a word. */
  static boolean mayBegin(String form) {
    return has(WORDS.get(""), "quarter", form) || has(WORDS.get(""), "first", form);
  }

  /** Whether a word only says that the number before it is a share: "partes". */
  static boolean isPart(String form) {
    return has(WORDS.get(""), "parts", form);
  }

  private static boolean has(Map<String, Set<String>> words, String kind, String form) {
    Set<String> ofKind = words.get(kind);
    return ofKind != null && ofKind.contains(form);
  }

  private boolean is(String kind, int at) {
    return is(WORDS.get(""), kind, at);
  }

  private boolean isOwn(String kind, int at) {
    return is(own, kind, at);
  }

  private boolean is(Map<String, Set<String>> words, String kind, int at) {
    return at < pieces.size()
        && pieces.get(at).type == Type.WORD
        && has(words, kind, pieces.get(at).form);
  }

  private boolean isNumber(int at, double least, double most) {
    return at >= 0
        && at < pieces.size()
        && pieces.get(at).type == Type.NUMBER
        && !pieces.get(at).isMoney
        && pieces.get(at).value >= least
        && pieces.get(at).value <= most
        && pieces.get(at).value == Math.rint(pieces.get(at).value);
  }

  /** Quarters at a place, 0 where there are none. */
  private double quarters(int at) {
    if (at < pieces.size() && pieces.get(at).type == Type.NUMBER) {
      double value = pieces.get(at).value;
      boolean isPart = pieces.get(at).isSpeltFraction && (value == QUARTER || value == 3 * QUARTER);
      boolean isFourth = FOURTH.contains(language) && value == 4 && !pieces.get(at).isMoney;
      return isPart ? value : isFourth ? QUARTER : 0;
    }
    return is("quarter", at) ? QUARTER : 0;
  }

  /** "A quarter past six", "čtvrt na sedm", "без четверти семь"; where it ends. */
  private int quarter(int at) {
    boolean isHalf =
        pieces.get(at).type == Type.NUMBER
            && pieces.get(at).isSpeltFraction
            && pieces.get(at).value == .5
            && isOwn("past", at + 1);
    double part = isHalf ? .5 : quarters(at);
    if (part == 0) {
      return at;
    }
    boolean isFourth = pieces.get(at).type == Type.NUMBER && !pieces.get(at).isSpeltFraction;
    boolean isDirect = own.containsKey("of") && own.get("of").isEmpty();
    boolean isMissing = !out.isEmpty() && isWord("without", last());
    int hour = isMissing || isDirect ? at + 1 : at + 2;
    if (isFourth || !isNumber(hour, 1, 12)) {
      return at;
    }
    double full = pieces.get(hour).value;
    double time;
    if (isMissing) {
      out.remove(out.size() - 1);
      time = full - part;
    } else if (isDirect || isOwn("of", at + 1)) {
      time = full - 1 + part;
    } else if (isOwn("past", at + 1)) {
      time = full + part;
    } else if (isOwn("to", at + 1)) {
      time = full - part;
    } else {
      return at;
    }
    addTime(time, at);
    return hour + 1;
  }

  private boolean isWord(String kind, OpeningPiece piece) {
    return piece.type == Type.WORD && has(own, kind, piece.form);
  }

  private OpeningPiece last() {
    return out.get(out.size() - 1);
  }

  private void addTime(double hours, int at) {
    OpeningPiece time = OpeningPiece.number(hours, pieces.get(at).isStart, false);
    time.isSpeltFraction = true;
    time.isHalfTo = true; // a time, though no word says "o'clock"
    out.add(time);
  }

  /** "Siete menos cuarto", "7 giờ kém 15"; where it ends. */
  private int less(int at) {
    if (!isNumber(at, 1, 24)) {
      return at;
    }
    boolean hasHours =
        at + 1 < pieces.size() && WordMeanings.SHIPPED.hours.has(pieces.get(at + 1).form);
    int part = hasHours ? at + 2 : at + 1;
    if (!isOwn("less", part)) {
      return at;
    }
    part++;
    boolean isArticle = part < pieces.size() && pieces.get(part).form.equals("le");
    part += isArticle || (isNumber(part, 1, 1) && quarters(part + 1) > 0) ? 1 : 0;
    double quarters = quarters(part);
    boolean isMinutes = hasHours && quarters == 0 && isNumber(part, 1, 59);
    if (quarters == 0 && !isMinutes) {
      return at;
    }
    addTime(pieces.get(at).value - (isMinutes ? pieces.get(part).value / 60 : quarters), at);
    return part + 1;
  }

  /** "Three quarters of an hour", "un cuarto de punto", "jumătate de milion"; where it ends. */
  private int ofMeasure(int at) {
    OpeningPiece piece = pieces.get(at);
    double quarters = quarters(at);
    boolean isPart =
        quarters > 0 || (piece.type == Type.NUMBER && piece.isSpeltFraction && piece.value < 1);
    int of = at + 1;
    boolean isOf =
        of + 1 < pieces.size()
            && pieces.get(of).type == Type.WORD
            && OF.contains(pieces.get(of).form);
    of += isOf && isArticle(of + 1) ? 1 : 0;
    if (!isPart || !isOf || of + 1 >= pieces.size() || pieces.get(of + 1).type != Type.WORD) {
      return at;
    }
    String whole = pieces.get(of + 1).form;
    double part = quarters > 0 ? quarters : piece.value;
    boolean isMeasure = WordMeanings.SHIPPED.measure(language, whole) != null;
    boolean isPoint = whole.equals("point") || WordMeanings.SHIPPED.points.has(whole);
    NumberSum.Part times = NumberWords.part(language, whole);
    boolean isTimes = times != null && times.role() == NumberSum.Role.TIMES;
    if (!isMeasure && !isPoint && !isTimes) {
      return at;
    }
    if (!out.isEmpty() && last().type == Type.NUMBER && last().value == 1) {
      out.remove(out.size() - 1); // its article
    }
    out.add(
        OpeningPiece.number(isTimes ? part * times.value() : part, piece.isStart, piece.isMoney));
    if (!isTimes) {
      out.add(isPoint ? OpeningPiece.word("point", false, false) : pieces.get(of + 1));
    }
    return of + 2;
  }

  private boolean isArticle(int at) {
    return at + 1 < pieces.size()
        && pieces.get(at).type == Type.WORD
        && WordMeanings.SHIPPED.articles.has(pieces.get(at).form);
  }

  /** "Due terzi", "пятая часть", "hai phần ba", "4분의 3"; where it ends. */
  private int share(int at) {
    if (!isNumber(at, 1, MOST_PARTS)) {
      return at;
    }
    double n = pieces.get(at).value;
    if (is("many", at + 1) && isNumber(at + 2, n + 1, MOST_PARTS)) {
      return addShare(n / pieces.get(at + 2).value, at, at + 3);
    }
    if (is("whole", at + 1) && isNumber(at + 2, 1, n - 1)) {
      return addShare(pieces.get(at + 2).value / n, at, at + 3);
    }
    boolean isOrdinal = isNumber(at + 1, Math.max(3, n + 1), MOST_PARTS);
    if (isOrdinal && is("parts", at + 2)) {
      return addShare(n / pieces.get(at + 1).value, at, at + 3);
    }
    if (isOrdinal && ORDINALS.contains(language) && n > 1) {
      return addShare(n / pieces.get(at + 1).value, at, at + 2);
    }
    return n >= 3 && is("parts", at + 1) ? addShare(1 / n, at, at + 2) : at;
  }

  /** 一个半小时; where it ends. */
  private int counted(int at) {
    boolean isCounted =
        isNumber(at, 1, 99)
            && at + 3 < pieces.size()
            && (pieces.get(at + 1).form.equals("个") || pieces.get(at + 1).form.equals("個"))
            && pieces.get(at + 2).form.equals("半")
            && WordMeanings.SHIPPED.measure(language, pieces.get(at + 3).form) != null;
    return isCounted ? addShare(pieces.get(at).value + .5, at, at + 3) : at;
  }

  private int addShare(double value, int at, int end) {
    OpeningPiece share = OpeningPiece.number(value, pieces.get(at).isStart, false);
    share.isSpeltFraction = true;
    out.add(share);
    return end;
  }

  /** "Premier mai", "twenty-first"; where it ends. */
  private int first(int at) {
    if (!is("first", at)) {
      return at;
    }
    boolean isTens =
        !out.isEmpty()
            && last().type == Type.NUMBER
            && last().value >= 20
            && last().value < 100
            && last().value % 10 == 0;
    if (isTens) {
      OpeningPiece tens = out.remove(out.size() - 1);
      out.add(OpeningPiece.number(tens.value + 1, tens.isStart, false));
      return at + 1;
    }
    int month = at + 1;
    month += month < pieces.size() && OF.contains(pieces.get(month).form) ? 1 : 0;
    boolean isDay =
        month < pieces.size()
            && pieces.get(month).type == Type.WORD
            && MonthNames.month(language, pieces.get(month).form) != null;
    if (isDay) {
      out.add(OpeningPiece.number(1, pieces.get(at).isStart, false));
      return at + 1;
    }
    return at;
  }
}
