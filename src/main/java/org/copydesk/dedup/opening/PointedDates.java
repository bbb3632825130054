package org.copydesk.dedup.opening;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Figures such as "1.12.", which are the first of December in languages that write dates with
 * points (by the short date that CLDR gives), and in others a decimal at the end of a sentence.
 */
final class PointedDates {
  private static final Map<String, Boolean> HAS_POINTS = new ConcurrentHashMap<>();

  private PointedDates() {}

  /** Pieces with such dates as numbers where they are none. */
  static List<OpeningPiece> of(List<OpeningPiece> pieces, String language) {
    List<OpeningPiece> out = new ArrayList<>(pieces.size());
    boolean isStart = false;
    for (OpeningPiece piece : pieces) {
      piece.isStart |= isStart;
      isStart = !Double.isNaN(piece.decimal) && !hasPoints(language);
      out.add(isStart ? OpeningPiece.number(piece.decimal, piece.isStart, false) : piece);
    }
    return out;
  }

  private static boolean hasPoints(String language) {
    return HAS_POINTS.computeIfAbsent(
        language,
        code ->
            DateFormat.getDateInstance(DateFormat.SHORT, new ULocale(code))
                    instanceof SimpleDateFormat format
                && format.toPattern().indexOf('.') >= 0);
  }
}
