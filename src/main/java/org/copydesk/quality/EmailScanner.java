package org.copydesk.quality;

/**
 * An e-mail address around an at sign: {@code first.last+news@mail.example.org}; a space on either
 * side of the sign is allowed where the name has a dot of its own.
 */
final class EmailScanner {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 255;

  private EmailScanner() {}

  /**
   * The address around the sign at {@code at}, not before {@code free}; null when there is none.
   */
  static PersonalData.Found at(String text, int at, int free) {
    boolean isSpaced =
        at > free + 1
            && text.charAt(at - 1) == ' '
            && at + 2 < text.length()
            && text.charAt(at + 1) == ' ';
    if (isSpaced) {
      int name = WrittenOutEmail.nameStart(text, at - 1, free);
      int end = name < 0 ? -1 : domainEnd(text, at + 2);
      return end < 0 || !WrittenOutEmail.hasInnerDot(text, name, at - 1)
          ? null
          : new PersonalData.Found(PersonalData.Kind.EMAIL, name, end);
    }
    int start = at;
    int least = Math.max(free, at - LONGEST_LOCAL);
    while (start > least && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && !PersonalData.isWordPart(text.charAt(start))) {
      start++;
    }
    if (start == at || text.charAt(at - 1) == '.') {
      return null;
    }
    int end = domainEnd(text, at + 1);
    return end < 0 ? null : new PersonalData.Found(PersonalData.Kind.EMAIL, start, end);
  }

  /** End of a host name of two and more labels whose last has letters; -1 when there is none. */
  private static int domainEnd(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST_DOMAIN);
    int end = -1;
    int label = from;
    for (int i = from; i <= most; i++) {
      char c = i < most ? text.charAt(i) : ' ';
      if (c < 128 ? PersonalData.isWordPart(c) || c == '-' : Character.isLetter(c)) {
        continue;
      }
      if (i == label) {
        break;
      }
      boolean isLater = label > from;
      if (isLater && i - label >= 2 && Character.isLetter(text.charAt(label))) {
        end = text.charAt(i - 1) == '-' ? i - 1 : i;
      }
      if (c != '.') {
        break;
      }
      label = i + 1;
    }
    return end;
  }

  static boolean isLocal(char c) {
    return PersonalData.isWordPart(c) || c == '.' || c == '-' || c == '+' || c == '%' || c == '\'';
  }
}
