package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copydesk.dedup.Opening.Type;
import org.copydesk.text.Tokens;

/** Number words to numbers, and several that make one to one: "two hundred and fifty". */
final class NumberPhrases {
  private NumberPhrases() {}

  /** Pieces with numbers in place of their words. */
  static List<OpeningPiece> of(List<OpeningPiece> pieces, String language) {
    List<OpeningPiece> out = new ArrayList<>();
    int i = 0;
    while (i < pieces.size()) {
      Sum sum = new Sum();
      int end = i;
      int linked = i;
      while (linked < pieces.size()) {
        OpeningPiece piece = pieces.get(linked);
        if (!sum.takes(piece, language)) {
          break;
        }
        end = linked + 1;
        linked = end;
        if (sum.isWord
            && linked + 1 < pieces.size()
            && isLink(pieces.get(linked).form)
            && sum.mayTakeAfterLink(pieces.get(linked + 1), language)) {
          linked++;
        }
      }
      if (end == i) {
        out.add(pieces.get(i));
        i++;
        continue;
      }
      OpeningPiece first = pieces.get(i);
      OpeningPiece number = OpeningPiece.number(sum.value(), first.isStart, first.isMoney);
      boolean isArticle = end == i + 1 && first.type == Type.WORD && sum.value() == 1;
      out.add(
          isArticle
              ? new OpeningPiece(number.form, Type.NUMBER, 1, true, first.isStart, false, false)
              : number);
      i = end;
    }
    return out;
  }

  /** "and" between the words of a number. */
  static boolean isLink(String form) {
    return switch (form) {
      case "and", "und", "et", "y", "e", "en", "og", "och", "i", "si", "kai", "και", "و", "ו" ->
          true;
      default -> false;
    };
  }

  /** A number while its words are read. */
  private static final class Sum {
    double total;
    double current = -1;
    double lastAdded;
    boolean isWord;
    boolean isDigits;

    double value() {
      return total + Math.max(0, current);
    }

    boolean mayTakeAfterLink(OpeningPiece piece, String language) {
      double value = wordValue(piece, language);
      return value > 0 && value < 100 && (lastAdded >= 100 || (lastAdded >= 20 && value < 10));
    }

    boolean takes(OpeningPiece piece, String language) {
      if (piece.type == Type.NUMBER) {
        if (current >= 0 || total > 0) {
          return false;
        }
        current = piece.value;
        lastAdded = 0;
        isDigits = true;
        return true;
      }
      if (piece.type != Type.WORD) {
        return false;
      }
      WordMeanings words = WordMeanings.SHIPPED;
      boolean hasNumber = current >= 0;
      if (words.dozen.has(piece.form)) {
        current = (hasNumber ? current : 1) * 12;
        lastAdded = 0;
        isWord = true;
        return true;
      }
      boolean isCoin = piece.form.startsWith("cent") && !language.equals("fr");
      if (hasNumber && !isCoin && words.hundred.has(piece.form) && current > 0 && current < 100) {
        current *= 100;
        lastAdded = 100;
        isWord = true;
        return true;
      }
      for (Map.Entry<Long, WordMeanings.Words> each : words.multipliers.entrySet()) {
        if (hasNumber && each.getValue().has(piece.form) && isMultiplier(piece)) {
          total += Math.max(1, current) * each.getKey();
          current = 0;
          lastAdded = each.getKey();
          isWord = true;
          return true;
        }
      }
      double value = wordValue(piece, language);
      if (value < 0 || isDigits) {
        return false;
      }
      if (!hasNumber) {
        current = value >= 1000 && value % 1000 == 0 && value >= 1e6 ? 0 : value;
        total = current == 0 ? value : 0;
        lastAdded = value;
        isWord = true;
        return true;
      }
      if (value == 20 && current == 4) {
        current = 80; // quatre-vingts
        lastAdded = 80;
        return true;
      }
      if (value == 100 && current < 100 && current > 0) {
        current *= 100;
        lastAdded = 100;
        return true;
      }
      if (value >= 1000 && current > 0) {
        total += current * value;
        current = 0;
        lastAdded = value;
        return true;
      }
      boolean fits =
          lastAdded >= 1000
              || (lastAdded >= 100 && value < 100)
              || (lastAdded >= 20 && lastAdded < 100 && value < (lastAdded >= 60 ? 20 : 10))
              || (lastAdded == 10 && value < 10);
      if (!fits) {
        return false;
      }
      current += value;
      lastAdded = value;
      return true;
    }

    private boolean isMultiplier(OpeningPiece piece) {
      // "m", "k" and "b" alone are metres, kilos and letters.
      return piece.form.length() > 1 || Tokens.standsAlone(piece.form.codePointAt(0));
    }

    private static double wordValue(OpeningPiece piece, String language) {
      if (piece.type != Type.WORD) {
        return -1;
      }
      long value = NumberWords.value(language, piece.form);
      return value == NumberWords.NONE ? -1 : value;
    }
  }
}
