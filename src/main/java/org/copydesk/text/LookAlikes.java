package org.copydesk.text;

/**
 * Letters that outlets write for one another, as one: Arabic and Persian yeh and kaf, alef with and
 * without hamza, е for ё, ss for ß; the line that only lengthens an Arabic word is dropped. For
 * telling whether two texts are one, not for showing.
 */
public final class LookAlikes {
  /** Version of the letters below, for manifests. */
  public static final int VERSION = 1;

  private LookAlikes() {}

  /** A normalised text with one letter for all that look alike; the text itself where none does. */
  public static String fold(String normalised) {
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      if (c >= 0xDF && isVaried(c)) {
        return folded(normalised, i);
      }
    }
    return normalised;
  }

  private static boolean isVaried(char c) {
    return switch (c) {
      case 'ß', 'ё', 'ي', 'ى', 'ك', 'أ', 'إ', 'آ', 'ٱ', 'ـ' -> true;
      default -> false;
    };
  }

  private static String folded(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 8).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'ё' -> out.append('е');
        case 'ي', 'ى' -> out.append('ی');
        case 'ك' -> out.append('ک');
        case 'أ', 'إ', 'آ', 'ٱ' -> out.append('ا');
        case 'ـ' -> {}
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
