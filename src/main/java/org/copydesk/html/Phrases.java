package org.copydesk.html;

import java.util.HashSet;
import java.util.Set;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.words.CrossLinks;
import org.copydesk.segment.words.HeadingWords;
import org.copydesk.segment.words.PhraseIndex;
import org.copydesk.segment.words.SiteWords;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.AnyPhrase;
import org.copydesk.text.Normaliser;

/**
 * Known lines that stand inside or around articles and are not of them: "Read also: …", "Share
 * this:", "Leave a comment", in many languages, from {@code phrases.txt} and the lists that page
 * text is read with.
 */
final class Phrases {
  private static final int LONGEST = 400;
  private static final int LONGEST_READ_ALSO = 200;
  private static final int LONGEST_HEADING = 60;
  private static final int FARTHEST_CREDIT = 60;

  /** A sentence of more words that begins with one known word is about that word. */
  private static final int MOST_WORDS_AFTER_ONE = 6;

  private static final PhraseIndex READ_ALSO = new PhraseIndex();
  private static final PhraseIndex ASKS = new PhraseIndex();
  private static final PhraseIndex VERBS = new PhraseIndex();
  private static final PhraseIndex NOTICES = new PhraseIndex();
  private static final Set<String> LINES = new HashSet<>();
  private static final Set<String> TAILS = new HashSet<>();
  private static final Set<String> AFTERS = new HashSet<>();
  private static final AnyPhrase CREDITS = new AnyPhrase();
  private static final AnyPhrase PLACES = new AnyPhrase();
  private static final AnyPhrase WISHES = new AnyPhrase();
  private static final AnyPhrase COMMENTS = new AnyPhrase();

  static {
    for (String[] row : WordLists.rows(Phrases.class, "phrases.txt")) {
      for (int i = 1; i < row.length; i++) {
        String phrase = Normaliser.normalise(row[i]);
        switch (row[0]) {
          case "readalso" -> READ_ALSO.add(phrase);
          case "ask" -> ASKS.add(phrase);
          case "verb" -> VERBS.add(phrase);
          case "line" -> LINES.add(phrase);
          case "tail" -> TAILS.add(phrase);
          case "after" -> AFTERS.add(phrase);
          case "notice" -> NOTICES.add(phrase);
          case "credit" -> CREDITS.add(phrase);
          case "place" -> PLACES.add(phrase);
          case "asksfor" -> WISHES.add(phrase);
          case "comments" -> COMMENTS.add(phrase);
          default -> throw new IllegalStateException("phrases.txt: " + row[0]);
        }
      }
    }
  }

  private Phrases() {}

  /** Whether a short line points to another article: "Read also: Harbour reopens". */
  static boolean isReadAlso(TextBlock line) {
    if (line.chars > LONGEST_READ_ALSO) {
      return false;
    }
    String form = line.normal();
    int from = firstWord(form);
    return READ_ALSO.prefixOf(form, from) > 0
        || CrossLinks.SHIPPED.crossLink(form.substring(from)) > 0;
  }

  /** Whether a short line asks for or states something about the page, not the news. */
  static boolean isAsk(TextBlock block) {
    if (block.chars > LONGEST) {
      return false;
    }
    String form = block.normal();
    int from = firstWord(form);
    int length = ASKS.prefixOf(form, from);
    if (length > 0) {
      boolean isOneWord = form.lastIndexOf(' ', from + length - 1) < from;
      if (!isOneWord || !goesOn(form, from + length) || !isSentence(block)) {
        return true;
      }
    }
    String bare = bare(form);
    return LINES.contains(bare) || SiteWords.SHIPPED.isChromeLine(form);
  }

  /** Whether a word is followed by another without a sign between them. */
  private static boolean goesOn(String form, int end) {
    return end + 1 < form.length()
        && form.charAt(end) == ' '
        && Character.isLetterOrDigit(form.charAt(end + 1));
  }

  private static boolean isSentence(TextBlock block) {
    return block.words > MOST_WORDS_AFTER_ONE && block.endsSentence();
  }

  /** Whether a line, up to a paragraph, asks to follow, subscribe to or pay for the site. */
  static boolean isWish(TextBlock block) {
    String form = block.normal();
    return WISHES.isIn(form) || VERBS.prefixOf(form, firstWord(form)) > 0 && PLACES.isIn(form);
  }

  /** Whether a short line says whose picture stands above it: "The pier in 2019. (Foto: Roe)". */
  static boolean isPictureCredit(String line) {
    // Looked for at the end alone; normal forms are seldom much shorter.
    int from = Math.max(0, line.length() - 4 * FARTHEST_CREDIT);
    String form = Normaliser.normalise(line.substring(from));
    int first = Math.max(form.length() - FARTHEST_CREDIT, form.lastIndexOf(". ") + 1);
    return !form.endsWith(".\"") && CREDITS.isIn(form, Math.max(0, first));
  }

  /** Whether a line opens what follows the article, or a list of others: "Related articles". */
  static boolean opensTail(TextBlock line) {
    return line.chars <= LONGEST_HEADING && TAILS.contains(bare(line.normal()));
  }

  /**
   * Whether a line may open what follows the article or stand in it: "Other news", "Czytaj też".
   */
  static boolean mayOpenTail(TextBlock line) {
    if (line.chars > LONGEST_HEADING) {
      return false;
    }
    String form = line.normal();
    return AFTERS.contains(bare(form)) || HeadingWords.SHIPPED.isTeaserHeading(form);
  }

  /** Whether a line or paragraph opens what a site says of itself: "© 2024 Tidewater Post ...". */
  static boolean opensNotice(String line) {
    String beginning = line.substring(0, Math.min(line.length(), LONGEST_HEADING));
    String form = Normaliser.normalise(beginning);
    return NOTICES.prefixOf(form, firstWord(form)) > 0;
  }

  /** Whether a short line holds a word for what readers write: "Comments (11)". */
  static boolean saysComments(TextBlock line) {
    return line.chars <= LONGEST_HEADING && COMMENTS.isIn(line.normal());
  }

  /** Whether a line is the heading of a list of other articles: "Most read". */
  static boolean isTeaserHeading(TextBlock line) {
    return line.chars <= LONGEST_HEADING && HeadingWords.SHIPPED.isTeaserHeading(line.normal());
  }

  private static int firstWord(String form) {
    int from = 0;
    while (from < form.length()
        && !Character.isLetterOrDigit(form.charAt(from))
        && "©(ⓒ".indexOf(form.charAt(from)) < 0) {
      from++;
    }
    return from;
  }

  private static String bare(String form) {
    int end = form.length();
    while (end > 0 && !Character.isLetter(form.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && !Character.isLetter(form.charAt(start))) {
      start++;
    }
    return form.substring(start, end);
  }
}
