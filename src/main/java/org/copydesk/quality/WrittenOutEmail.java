package org.copydesk.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An e-mail address written out so that machines do not read it: {@code jane [at] example.com},
 * {@code jane (at) example (dot) com}, {@code jane arroba example punto es}.
 *
 * <p>Words without brackets are believed in company only: an at-word and a dot-word both, or an
 * at-word between a name with a dot in it and a host. "Look at example.com" is no address.
 */
final class WrittenOutEmail {
  private static final int LONGEST_WORD = 12;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_LABEL = 63;
  private static final int MOST_LABELS = 6;

  private static final Map<String, Set<String>> WORDS = read();
  private static final Set<String> AT = WORDS.get("at");
  private static final Set<String> DOT = WORDS.get("dot");
  private static final Set<String> OTHER = WORDS.get("other");

  // Hashes of the first three letters of dot-words, for a quick no; 1 and 2 letters: scripts apart.
  private static final boolean[] BEGINS_DOT = new boolean[1 << 12];

  static {
    for (String word : DOT) {
      if (word.length() >= 3) {
        BEGINS_DOT[hash(word.charAt(0), word.charAt(1), word.charAt(2))] = true;
      }
    }
  }

  private WrittenOutEmail() {}

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> words = new HashMap<>();
    try (InputStream in = WrittenOutEmail.class.getResourceAsStream("address-words.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          int colon = line.indexOf(':');
          words
              .computeIfAbsent(line.substring(0, colon), kind -> new HashSet<>())
              .addAll(List.of(line.substring(colon + 1).trim().split(" +")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** The address whose at-word stands in the bracket at {@code open}; null when there is none. */
  static PersonalData.Found aroundBracket(String text, int open, int free) {
    int end = bracketed(text, open, AT);
    boolean isGlued = false;
    if (end < 0) {
      // "(a)" stands for the sign in Finland, but glued to both sides only.
      isGlued = text.startsWith("(a)", open);
      if (!isGlued) {
        return null;
      }
      end = open + 3;
    }
    int start = nameStart(text, isGlued ? open : spacesBefore(text, open), free);
    int to = start < 0 ? -1 : hostEnd(text, isGlued ? end : spacesAfter(text, end), false);
    return to < 0 ? null : new PersonalData.Found(PersonalData.Kind.EMAIL, start, to);
  }

  /** Whether three letters may begin a dot-word; most words end the question here. */
  static boolean mayBeDot(char first, char second, char third) {
    return first >= '\u3040' || BEGINS_DOT[hash(first, second, third)];
  }

  /** Cases of Latin and Cyrillic letters are told by bits; that others collide does no harm. */
  private static int hash(char first, char second, char third) {
    return (lower(first) * 31 * 31 + lower(second) * 31 + lower(third)) * 0x9E37 >>> 4 & 0xFFF;
  }

  private static int lower(char c) {
    return c < 128 ? c | ' ' : Character.toLowerCase(c);
  }

  /**
   * The address one of whose dot-words follows the space at {@code space}: {@code jane at example
   * dot com}; null when there is none.
   */
  static PersonalData.Found aroundDotWord(String text, int space, int free) {
    if (bare(text, space, DOT) < 0) {
      return null;
    }
    int label = labelStart(text, space, free);
    int at = label < 0 ? -1 : wordBefore(text, label, free);
    String word = at < 0 ? "" : lower(text, at, label - 1);
    // "At some point in" is everyday English.
    boolean isSpeech = word.equals("at") && text.regionMatches(true, space, " point ", 0, 7);
    if (isSpeech || !AT.contains(word)) {
      return null;
    }
    return named(text, at, label, free, true);
  }

  /** The address around " AT ", with the host's dots as they are; null when there is none. */
  static PersonalData.Found aroundAtWord(String text, int space, int free) {
    int host = space + 4;
    int start = nameStart(text, space, free);
    if (start < 0 || host >= text.length()) {
      return null;
    }
    boolean isUpper = text.charAt(space + 1) == 'A' && text.charAt(space + 2) == 'T';
    boolean isLoud = isUpper && hasLower(text, start, space);
    return isLoud || hasInnerDot(text, start, space)
        ? named(text, space + 1, host, free, false)
        : null;
  }

  private static PersonalData.Found named(
      String text, int at, int host, int free, boolean isWrittenOut) {
    int start = nameStart(text, at - 1, free);
    if (start < 0 || OTHER.contains(lower(text, start, at - 1))) {
      return null;
    }
    int end = hostEnd(text, host, isWrittenOut);
    return end < 0 ? null : new PersonalData.Found(PersonalData.Kind.EMAIL, start, end);
  }

  /** Where a name that ends at {@code end} begins, with what dot-words join; -1: there is none. */
  static int nameStart(String text, int end, int free) {
    int start = labelStart(text, end, free);
    for (int labels = 1; start > free && labels < MOST_LABELS; labels++) {
      int before = dotWordBefore(text, start, free);
      int next = before < 0 ? -1 : labelStart(text, before, free);
      if (next < 0) {
        break;
      }
      start = next;
    }
    return start;
  }

  private static int labelStart(String text, int end, int free) {
    int start = end;
    int least = Math.max(free, end - LONGEST_NAME);
    while (start > least && EmailScanner.isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < end && !PersonalData.isWordPart(text.charAt(start))) {
      start++;
    }
    return start == end || text.charAt(end - 1) == '.' ? -1 : start;
  }

  /** Where the dot-word that ends before {@code at} begins, its spaces with it; -1: none. */
  private static int dotWordBefore(String text, int at, int free) {
    int end = spacesBefore(text, at);
    if (end > free && isClosing(text.charAt(end - 1))) {
      int least = Math.max(free, end - LONGEST_WORD - 2);
      for (int open = end - 2; open >= least; open--) {
        if (isOpening(text.charAt(open))) {
          return bracketed(text, open, DOT) == end ? spacesBefore(text, open) : -1;
        }
      }
      return -1;
    }
    int word = end == at ? -1 : wordBefore(text, at, free);
    return word > free && DOT.contains(lower(text, word, end)) ? word - 1 : -1;
  }

  /** Where the host that begins here ends; its last label is a top domain of letters. */
  private static int hostEnd(String text, int from, boolean isWrittenOut) {
    int end = -1;
    int label = from;
    boolean isBare = isWrittenOut;
    for (int labels = 0; labels < MOST_LABELS; labels++) {
      int to = label;
      int most = Math.min(text.length(), label + LONGEST_LABEL);
      boolean isOfLetters = true;
      while (to < most && (PersonalData.isWordPart(text.charAt(to)) || text.charAt(to) == '-')) {
        isOfLetters &= Character.isLetter(text.charAt(to));
        to++;
      }
      if (to == label) {
        break;
      }
      if (labels > 0
          && isOfLetters
          && to - label >= 2
          && (!isBare || isTopDomain(text, label, to))) {
        end = to;
      }
      int next = dotAfter(text, to);
      if (next < 0) {
        break;
      }
      isBare = next > 0 && text.charAt(to) == ' ' && Character.isLetter(text.charAt(to + 1));
      label = next;
    }
    return end;
  }

  /** Where the label after a dot, or a word for one, begins; -1 when none follows. */
  private static int dotAfter(String text, int at) {
    if (at < text.length() && text.charAt(at) == '.') {
      return at + 1;
    }
    int open = spacesAfter(text, at);
    if (open < text.length() && isOpening(text.charAt(open))) {
      int end = bracketed(text, open, DOT);
      return end < 0 ? -1 : spacesAfter(text, end);
    }
    return open == at + 1 ? bare(text, at, DOT) : -1;
  }

  /** Two letters, or one of the old long ones: a bare word behind "dot" may be any word. */
  private static boolean isTopDomain(String text, int start, int end) {
    return end - start == 2
        || Set.of("com", "org", "net", "info", "edu", "gov", "int", "mil", "biz", "news", "online")
            .contains(lower(text, start, end));
  }

  /** End of a bracket that holds one of the words; -1 when it does not. */
  private static int bracketed(String text, int open, Set<String> words) {
    int from = spacesAfter(text, open + 1);
    int most = Math.min(text.length(), from + LONGEST_WORD);
    int to = from;
    while (to < most && !isClosing(text.charAt(to)) && text.charAt(to) != ' ') {
      to++;
    }
    int closing = spacesAfter(text, to);
    boolean isClosed = closing < text.length() && isClosing(text.charAt(closing));
    return isClosed && words.contains(lower(text, from, to)) ? closing + 1 : -1;
  }

  /** Start of what follows the space, one of the words and another space; -1: it is not there. */
  private static int bare(String text, int space, Set<String> words) {
    int to = space + 1;
    int most = Math.min(text.length(), to + LONGEST_WORD);
    while (to < most && Character.isLetter(text.charAt(to))) {
      to++;
    }
    boolean isFollowed = to < text.length() && text.charAt(to) == ' ';
    return isFollowed && words.contains(lower(text, space + 1, to)) ? to + 1 : -1;
  }

  private static int wordBefore(String text, int at, int free) {
    if (at - 2 < free || text.charAt(at - 1) != ' ') {
      return -1;
    }
    int start = at - 1;
    int least = Math.max(free, start - LONGEST_WORD);
    while (start > least && text.charAt(start - 1) != ' ' && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start > free && text.charAt(start - 1) == ' ' ? start : -1;
  }

  private static boolean hasLower(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** As in "jane.doe" and "j_doe", not as in "U.S" and "3.5". */
  static boolean hasInnerDot(String text, int from, int to) {
    for (int i = from + 2; i + 2 < to; i++) {
      char c = text.charAt(i);
      if (c == '_' || c == '.' && Character.isLetter(text.charAt(i + 1))) {
        return Character.isLetter(text.charAt(i - 1));
      }
    }
    return false;
  }

  private static String lower(String text, int from, int to) {
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static int spacesBefore(String text, int at) {
    return at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
  }

  private static int spacesAfter(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  static boolean isOpening(char c) {
    return c == '(' || c == '[' || c == '{' || c == '<';
  }

  private static boolean isClosing(char c) {
    return c == ')' || c == ']' || c == '}' || c == '>';
  }
}
