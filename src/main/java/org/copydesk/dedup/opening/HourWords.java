package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.opening.Opening.Type;

/** Hours whose ending says that they are some: Hungarian "nyolckor" is "nyolc" and "kor". */
final class HourWords {
  private static final String AT = "kor";

  private HourWords() {}

  /** Pieces with such endings as pieces of their own. */
  static List<OpeningPiece> split(List<OpeningPiece> pieces, String language) {
    if (!language.equals("hu")) {
      return pieces;
    }
    List<OpeningPiece> out = new ArrayList<>();
    for (OpeningPiece piece : pieces) {
      String form = piece.form;
      String hour = form.endsWith(AT) ? form.substring(0, form.length() - AT.length()) : "";
      boolean isHour =
          piece.type == Type.WORD && !hour.isEmpty() && NumberWords.part(language, hour) != null;
      if (isHour) {
        out.add(OpeningPiece.word(hour, false, piece.isStart));
        out.add(OpeningPiece.word(AT, false, false));
      } else {
        out.add(piece);
      }
    }
    return out;
  }
}
