package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.opening.Opening.Type;

/**
 * Korean particles at a quantity: in "40킬로미터로" and "75%가" the unit is the word without its ending,
 * and an ending behind a figure or a sign is no word of its own.
 */
final class KoreanParticles {
  /** The longest first, in the form {@link WordMeanings#form} gives. */
  private static final List<String> PARTICLES =
      List.of("에서", "으로", "까지", "부터", "이", "가", "은", "는", "을", "를", "에", "로", "도", "만").stream()
          .map(WordMeanings::form)
          .toList();

  private static final String PERCENT = "percent";

  private KoreanParticles() {}

  /** Pieces without such endings. */
  static List<OpeningPiece> strip(List<OpeningPiece> pieces, String language) {
    if (!language.equals("ko")) {
      return pieces;
    }
    List<OpeningPiece> out = new ArrayList<>(pieces.size());
    for (OpeningPiece piece : pieces) {
      OpeningPiece last = out.isEmpty() ? null : out.get(out.size() - 1);
      if (piece.type != Type.WORD) {
        out.add(piece);
      } else if (last == null || !isQuantity(last) || !PARTICLES.contains(piece.form)) {
        String stem = stem(piece.form);
        out.add(stem == null ? piece : OpeningPiece.word(stem, false, piece.isStart));
      }
    }
    return out;
  }

  private static boolean isQuantity(OpeningPiece piece) {
    boolean isSymbol = piece.form.chars().allMatch(c -> c >= 'a' && c <= 'z');
    return piece.type == Type.NUMBER
        || piece.form.equals(PERCENT)
        || (isSymbol && WordMeanings.SHIPPED.measure("ko", piece.form) != null);
  }

  /** A unit or a part without its ending; null where a word is none with one. */
  private static String stem(String form) {
    WordMeanings words = WordMeanings.SHIPPED;
    if (words.measure("ko", form) != null) {
      return null;
    }
    for (String particle : PARTICLES) {
      if (form.length() > particle.length() && form.endsWith(particle)) {
        String stem = form.substring(0, form.length() - particle.length());
        boolean isKnown =
            words.measure("ko", stem) != null
                || words.notations.currency("ko", stem) != null
                || words.fractions.containsKey(stem)
                || words.afterHour.containsKey(stem)
                || words.halves.containsKey(stem);
        if (isKnown) {
          return stem;
        }
      }
    }
    return null;
  }
}
