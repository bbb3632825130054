package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.dedup.opening.Opening.Type;

/**
 * Numbers whose neighbours make them others: the half before an hour ("halb neun"), years of an era
 * (民国114年), tenths (六成五), and parts of one that may be said in percent.
 */
final class PeriodsAndShares {
  /** Languages in which half before a number is half an hour less. */
  private static final Set<String> HALF_BEFORE =
      Set.of("de", "nl", "sv", "da", "nb", "fi", "hu", "uk", "ru", "cs", "pl", "id");

  /** The year before the first one of an era. */
  private static final Map<String, Integer> ERAS =
      Map.of("民国", 1911, "民國", 1911, "明治", 1867, "大正", 1911, "昭和", 1925, "平成", 1988, "令和", 2018);

  /** Begins what is equal for a part of one and for the same in percent. */
  static final String PART = "part ";

  private static final String PERCENT = "percent";

  private PeriodsAndShares() {}

  /** Pieces with what such numbers are worth. */
  static List<OpeningPiece> of(List<OpeningPiece> pieces, String language) {
    List<OpeningPiece> out = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      OpeningPiece piece = pieces.get(i);
      if (piece.type != Type.NUMBER) {
        out.add(piece);
        continue;
      }
      int hour = HALF_BEFORE.contains(language) ? hourBehindHalf(pieces, i) : -1;
      if (hour > 0) {
        OpeningPiece time = OpeningPiece.number(pieces.get(hour).value - .5, piece.isStart, false);
        time.isSpeltFraction = true;
        time.isHalfTo = true;
        out.add(time);
        i = hour;
        continue;
      }
      Integer era = era(out);
      if (era != null && isWord(pieces, i + 1, "年")) {
        out.remove(out.size() - 1);
        out.remove(out.size() - 1);
        out.add(OpeningPiece.number(era + piece.value, piece.isStart, false));
        continue;
      }
      if (isDigit(piece) && (isWord(pieces, i + 1, "成") || isWord(pieces, i + 1, "割"))) {
        boolean isMore = i + 2 < pieces.size() && isDigit(pieces.get(i + 2));
        double tenths = 10 * piece.value + (isMore ? pieces.get(i + 2).value : 0);
        out.add(share(OpeningPiece.number(tenths, piece.isStart, false), tenths));
        out.add(OpeningPiece.word(PERCENT, false, false));
        i += isMore ? 2 : 1;
        i += isMore && isWord(pieces, i + 1, "分") ? 1 : 0;
        continue;
      }
      if (isTold(pieces, i)) {
        // "四分之三": three of four.
        double part = pieces.get(i + 3).value / piece.value;
        out.add(share(OpeningPiece.number(part, piece.isStart, false), 100 * part));
        i += 3;
        continue;
      }
      boolean isBefore = !out.isEmpty() && out.get(out.size() - 1).form.equals(PERCENT);
      if (isWord(pieces, i + 1, PERCENT) || isBefore) {
        share(piece, piece.value);
      } else if (piece.isSpeltFraction && piece.value < 1) {
        share(piece, 100 * piece.value);
      }
      out.add(piece);
      if (isBefore) {
        // "yüzde 4", 百分之四: the sign stands behind its number, as in other languages.
        out.add(out.remove(out.size() - 2));
      }
    }
    return out;
  }

  /** What is equal for a part and for the same in percent. */
  private static OpeningPiece share(OpeningPiece piece, double percent) {
    piece.otherwise = PART + Math.round(percent * 100);
    return piece;
  }

  private static int hourBehindHalf(List<OpeningPiece> pieces, int at) {
    OpeningPiece half = pieces.get(at);
    if (!half.isSpeltFraction || half.value != .5) {
      return -1;
    }
    int hour = at + 1;
    boolean isLinked =
        hour < pieces.size()
            && pieces.get(hour).type == Type.WORD
            && WordMeanings.SHIPPED.halfTo.has(pieces.get(hour).form);
    hour += isLinked ? 1 : 0;
    boolean isHour =
        hour < pieces.size()
            && pieces.get(hour).type == Type.NUMBER
            && pieces.get(hour).value >= 1
            && pieces.get(hour).value <= 12
            && pieces.get(hour).value == Math.rint(pieces.get(hour).value);
    return isHour ? hour : -1;
  }

  private static boolean isTold(List<OpeningPiece> pieces, int at) {
    return isDigit(pieces.get(at))
        && isWord(pieces, at + 1, "分")
        && (isWord(pieces, at + 2, "之") || isWord(pieces, at + 2, "の"))
        && at + 3 < pieces.size()
        && isDigit(pieces.get(at + 3))
        && pieces.get(at + 3).value < pieces.get(at).value;
  }

  private static Integer era(List<OpeningPiece> out) {
    int n = out.size();
    return n < 2 ? null : ERAS.get(out.get(n - 2).form + out.get(n - 1).form);
  }

  private static boolean isDigit(OpeningPiece piece) {
    return piece.type == Type.NUMBER
        && piece.value >= 1
        && piece.value <= 9
        && piece.value == Math.rint(piece.value);
  }

  private static boolean isWord(List<OpeningPiece> pieces, int at, String form) {
    return at < pieces.size()
        && pieces.get(at).type == Type.WORD
        && pieces.get(at).form.equals(form);
  }
}
