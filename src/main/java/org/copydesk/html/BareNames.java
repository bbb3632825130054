package org.copydesk.html;

import java.util.List;
import java.util.Locale;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.fields.AuthorNames;
import org.copydesk.segment.fields.BylineReader;
import org.copydesk.segment.fields.FieldParts;
import org.copydesk.segment.fields.NameShape;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.text.Normaliser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Finds an author whom nothing calls so: a line under the headline that could be a person's name,
 * where a date or a note on the same person stands beside it. "World News" looks the same, but
 * seldom stands beside a date.
 */
final class BareNames {
  private static final int MOST_BLOCKS_BELOW = 6;
  private static final int MOST_BLOCKS_ABOVE = 2;
  private static final int MOST_WORDS = 12;
  private static final int MOST_WORDS_OF_ROLE = 6;
  private static final int FEWEST_WORDS_OF_NOTE = 8;
  private static final int LONGEST_LABEL = 24;

  /** A name is at least this part of its line, the date included. */
  private static final int SHARE_OF_LINE = 6;

  private static final Evaluator TIMES = QueryParser.parse("time");

  private final List<TextBlock> blocks;
  private final Box body;
  private final String pageTitle;

  /** {@code pageTitle} as the browser shows it: a name in it is the site's. */
  BareNames(PageBlocks page, Box body, String pageTitle) {
    this.blocks = page.blocks();
    this.pageTitle = pageTitle;
    this.body = body;
  }

  /**
   * The name, or the line that says what comes before it; null where none can be told.
   *
   * @param headline its block; negative when unknown
   */
  String find(int headline) {
    int from = headline >= 0 ? headline + 1 : Math.max(0, body.firstBlock - 2);
    for (int i = Math.max(0, headline - MOST_BLOCKS_ABOVE); i < headline; i++) {
      String name = behindDate(blocks.get(i));
      if (name != null) {
        return name;
      }
    }
    for (int i = from; i < blocks.size() && i < from + MOST_BLOCKS_BELOW; i++) {
      TextBlock block = blocks.get(i);
      boolean isPart = block.role == Box.Role.BYLINE || block.role == Box.Role.META;
      if (block.words > MOST_WORDS || block.isHeading() || (block.role.isOutside && !isPart)) {
        continue;
      }
      if (mayBeName(block.text) && block.linkDensity() < .5) {
        if (isDate(i - 1)
            || isDate(i + 1)
            || isDate(i + 2)
            || isRole(i + 1)
            || isToldOf(block.text, i + 1)) {
          return block.text;
        }
      }
      if (i > from && isCalledAuthor(blocks.get(i - 1).text, block.text)) {
        return block.text;
      } else {
        String name = beforeDate(block);
        name = name == null ? behindDate(block) : name;
        name = name == null ? apartFromDate(block) : name;
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  /** Two words and more, as names are written where there are capitals, and not the site's. */
  private boolean mayBeName(String text) {
    boolean isInCapitals = text.equals(text.toUpperCase(Locale.ROOT));
    return !isInCapitals && NameShape.isName(text) && !pageTitle.contains(text);
  }

  private boolean isDate(int i) {
    return i >= 0
        && i < blocks.size()
        && blocks.get(i).words <= MOST_WORDS
        && (DateReader.read(blocks.get(i).text) != null || holdsTime(blocks.get(i)));
  }

  private static boolean holdsTime(TextBlock block) {
    return block.box.element.selectFirst(TIMES) != null;
  }

  /** Whether a note on the person follows at once, or at the end of the text: "Ana Roe is ...". */
  private boolean isToldOf(String name, int next) {
    if (next < blocks.size() && blocks.get(next).text.startsWith(name + " ")) {
      return true;
    }
    int end = Math.min(blocks.size(), body.endBlock + MOST_BLOCKS_BELOW);
    for (int i = Math.max(next, body.endBlock - MOST_BLOCKS_BELOW); i < end; i++) {
      TextBlock block = blocks.get(i);
      if (block.words >= FEWEST_WORDS_OF_NOTE && block.text.startsWith(name + " ")) {
        return true;
      }
    }
    return false;
  }

  /** "Staff Engineer" below a name. */
  private boolean isRole(int i) {
    TextBlock block = i < blocks.size() ? blocks.get(i) : null;
    if (block == null || block.words > MOST_WORDS_OF_ROLE || block.isHeading()) {
      return false;
    }
    for (String word : Normaliser.normalise(block.text).split(" ")) {
      if (BylineWords.SHIPPED.isJob(word) || BylineWords.SHIPPED.isRole(word)) {
        return true;
      }
    }
    return false;
  }

  /** "Reporter" on a line of its own, and the name on the next. */
  static boolean isCalledAuthor(String label, String name) {
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      return false;
    }
    int end = label.length();
    while (end > 0 && " :：".indexOf(label.charAt(end - 1)) >= 0) {
      end--;
    }
    String bare = label.substring(0, end);
    return end > 0
        && BylineWords.SHIPPED.byline(Normaliser.normalise(bare)) == end
        && BylineReader.isByline(bare + ": " + name);
  }

  /** "Mika Roe 9 Sept 3 min": a name that a date follows on the same line. */
  private String beforeDate(TextBlock block) {
    boolean isDated = DateReader.read(block.spaced()) != null || holdsTime(block);
    List<String> names = isDated ? AuthorNames.of(block.spaced()) : List.of();
    boolean isOne =
        names.size() == 1
            && block.spaced().startsWith(names.get(0))
            && mayBeName(names.get(0))
            && names.get(0).length() * SHARE_OF_LINE > block.chars;
    return isOne ? names.get(0) : null;
  }

  /** "9 Sept 2024 Mika Roe": a name behind a date on the same line, and nothing else. */
  private String behindDate(TextBlock block) {
    String line = block.spaced();
    if (block.words > MOST_WORDS || block.isHeading() || DateReader.read(line) == null) {
      return null;
    }
    for (int at = line.indexOf(' '); at > 0; at = line.indexOf(' ', at + 1)) {
      String rest = line.substring(at + 1);
      String before = line.substring(0, at);
      if (Character.isDigit(line.charAt(at - 1))
          && DateReader.read(before) != null
          && rest.chars().noneMatch(Character::isDigit)
          && mayBeName(rest)) {
        return rest;
      }
    }
    return null;
  }

  /** "9 Sept 2024 | Mika Roe": a name, and a date parted from it by a sign. */
  private String apartFromDate(TextBlock block) {
    String rest = FieldParts.withoutDate(block.spaced());
    return rest != null && mayBeName(rest) ? rest : null;
  }
}
