package org.copydesk.html;

import java.util.List;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.fields.AuthorNames;
import org.copydesk.segment.fields.BylineReader;
import org.copydesk.segment.fields.NameShape;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.segment.words.CreditWords;
import org.copydesk.text.Normaliser;

/** The line around a headline or below a body that says who wrote it: "By Ana Roe". */
final class SaidByline {
  private static final int MOST_BYLINE_WORDS = 8;

  private static final int BLOCKS_BELOW_BODY = 12;

  /** Of "written by" and its like; "by" and "von" are shorter. */
  private static final int FEWEST_LETTERS_OF_LABEL = 6;

  private static final int LONGEST_OPENING = 36;

  private final PageBlocks page;
  private final Box body;
  private final String site;
  private final String title;
  private final int headline;

  /**
   * @param site as in {@link PageAuthors}
   * @param headline its block; -1 where none is
   */
  SaidByline(PageBlocks page, Box body, String site, String title, int headline) {
    this.page = page;
    this.body = body;
    this.site = site;
    this.title = title == null ? null : Normaliser.normalise(title);
    this.headline = headline;
  }

  /** The line without a date beside the names; null where none says so. */
  String find() {
    String named = null;
    int from = Math.max(0, body.firstBlock - 30);
    from = headline < 0 ? from : Math.max(0, Math.min(from, headline - 3));
    for (int i = from; i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      boolean isNear = i < body.endBlock + BLOCKS_BELOW_BODY && i < body.firstBlock + 40;
      boolean isBelow = i >= body.endBlock - BLOCKS_BELOW_BODY;
      if (block.words > 20
          || block.chars > 120
          || PageFacts.isHeadline(block, title)
          || block.box.isCard) {
        continue;
      }
      String line = block.spaced();
      boolean isPart = block.role == Box.Role.BYLINE || block.role == Box.Role.META;
      boolean isBesideHeadline =
          headline >= 0
              && Math.abs(i - headline) <= PageAuthors.BLOCKS_BESIDE_HEADLINE
              && PageFacts.isLooseRole(block.role);
      if (block.role.isOutside && !isPart && !isBesideHeadline) {
        continue;
      }
      boolean isByline = (isNear || saysWriter(line)) && BylineReader.isByline(line);
      if (isByline
          && AuthorNames.of(line, site).stream().anyMatch(PageAuthors::mayBeShown)
          && !block.isListItemOfWords()) {
        return upToLink(PageAuthors.withoutDate(line), block.linkText);
      }
      String label = i == 0 ? "" : page.blocks().get(i - 1).text;
      if ((isNear || saysWriter(label)) && BareNames.isCalledAuthor(label, line)) {
        return PageAuthors.withoutDate(line);
      }
      if (named == null
          && block.role == Box.Role.BYLINE
          && (isNear || isBelow)
          && !PageAuthors.isQuoted(block.box.element)) {
        String rest = PageAuthors.withoutDate(line);
        boolean isShort = rest.split(" ", MOST_BYLINE_WORDS + 1).length <= MOST_BYLINE_WORDS;
        List<String> names = AuthorNames.of(rest, site);
        boolean isOne = !names.isEmpty() && names.stream().allMatch(PageAuthors::mayBeShown);
        named = isShort && isOne ? rest : null;
      }
    }
    return named;
  }

  /**
   * "By Ana Roe View in print": where the name is a link and what follows neither joins another
   * name nor says what she is, the line ends with the link.
   */
  private static String upToLink(String line, String linkText) {
    int at = linkText == null ? -1 : line.indexOf(linkText);
    int end = at < 0 ? line.length() : at + linkText.length();
    if (end >= line.length() || line.charAt(end) != ' ' || !NameShape.isName(linkText)) {
      return line;
    }
    int opening = BylineWords.SHIPPED.byline(Normaliser.normalise(line));
    String next = line.substring(end).strip().split(" ", 2)[0];
    String folded = Normaliser.normalise(next);
    boolean isOther =
        opening > 0
            && at <= opening + 2
            && !next.isEmpty()
            && Character.isUpperCase(next.codePointAt(0))
            && !BylineWords.SHIPPED.isAnd(folded)
            && !BylineWords.SHIPPED.isRole(folded)
            && !CreditWords.SHIPPED.isAgency(folded);
    return isOther ? line.substring(0, end) : line;
  }

  /** Far from the headline "by" alone may name whom a card is by; "Written by" tells more. */
  private static boolean saysWriter(String line) {
    if (line.length() < FEWEST_LETTERS_OF_LABEL) {
      return false;
    }
    String opening = line.substring(0, Math.min(line.length(), LONGEST_OPENING));
    return BylineWords.SHIPPED.byline(Normaliser.normalise(opening)) >= FEWEST_LETTERS_OF_LABEL;
  }
}
