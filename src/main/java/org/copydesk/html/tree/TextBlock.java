package org.copydesk.html.tree;

import java.util.Locale;
import org.copydesk.model.Label;
import org.copydesk.text.Normaliser;

/** One run of text between block boundaries, white space collapsed, in reading order. */
public final class TextBlock {
  /** Latin, Chinese, Arabic, Urdu, Hindi, Ethiopic, Armenian, Burmese and Khmer. */
  private static final String SENTENCE_ENDS = ".!?。！？؟۔।॥…።։။។";

  public final String text;
  public final Box box;

  /** Characters of the text, and those that stand in links. */
  public final int chars;

  public final int linkChars;

  /** Words; where words are not separated, two characters count as one. */
  public final int words;

  /** Target of the first link as written; null when there is none. */
  public final String href;

  /** Text of the first link; null when there is none. */
  public final String linkText;

  private final boolean isHeading;
  private String normal;

  /** Text of the last link where it ends the block; null when no link does. */
  public String endLink;

  /** Whether it is a line in bold letters over a paragraph of the same element. */
  public boolean isSubhead;

  /** Characters of the text that stand in buttons. */
  public int buttonChars;

  /** Where an inline element begins or ends between two characters that no space parts. */
  int[] seams = {};

  /** Whether another link has another target. */
  public final boolean hasOtherLinks;

  /** What the box or one around it is for. */
  public Box.Role role = Box.Role.PLAIN;

  public Label label = Label.BOILERPLATE;
  public String rule = "no-evidence";

  public TextBlock(
      String text, Box box, int linkChars, String href, String linkText, boolean hasOtherLinks) {
    this.text = text;
    this.box = box;
    this.chars = text.length();
    this.linkChars = Math.min(linkChars, chars);
    this.words = countWords(text);
    this.href = href;
    this.linkText = linkText;
    this.hasOtherLinks = hasOtherLinks;
    this.isHeading = box != null && isHeading(box.tag());
  }

  public void label(Label label, String rule) {
    this.label = label;
    this.rule = rule;
  }

  /** The text with its parts apart where inline elements alone part them. */
  public String spaced() {
    return InlineText.spaced(text, seams);
  }

  public double linkDensity() {
    return (double) linkChars / Math.max(1, chars);
  }

  /** The text in the form in which texts are compared, made once. */
  public String normal() {
    normal = normal == null ? Normaliser.normalise(text) : normal;
    return normal;
  }

  public boolean isHeading() {
    return isHeading;
  }

  private static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  /** A few words of a list, as "Reporting losses" among the chapters of a guide. */
  public boolean isListItemOfWords() {
    return isListItem() && linkChars == 0 && words <= 2;
  }

  public boolean isListItem() {
    return box.tag().equals("li");
  }

  /** Whether it ends as a sentence does, closing quotes and brackets apart. */
  public boolean endsSentence() {
    for (int i = chars - 1; i >= 0 && i >= chars - 4; i--) {
      char c = text.charAt(i);
      if (SENTENCE_ENDS.indexOf(c) >= 0) {
        return true;
      }
      if ("\"'”’»)]）」』“".indexOf(c) < 0) {
        return c == ':';
      }
    }
    return false;
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Words; where words are not separated, two characters count as one. */
  public static int countWords(String text) {
    int words = 0;
    int dense = 0;
    boolean isInWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        // Most characters of most pages.
        words += isInWord ? 0 : 1;
        isInWord = true;
      } else if (isDense(c)) {
        dense++;
        isInWord = false;
      } else if (Character.isLetterOrDigit(c)) {
        if (!isInWord) {
          words++;
        }
        isInWord = true;
      } else if (c == ' ' || c == '\u00A0') {
        isInWord = false;
      }
    }
    return words + (dense + 1) / 2;
  }

  /** Whether the script is written without spaces between words. */
  public static boolean isDense(char c) {
    return c >= 0x0E00 && isDenseAbove(c);
  }

  private static boolean isDenseAbove(char c) {
    return c <= 0x0EFF
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF)
        || (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF);
  }
}
