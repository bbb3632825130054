package org.copydesk.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.segment.fields.ProviderReader;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Labels the credit lines of an article, which stand around the end of its body or under its
 * headline: "(Reporting by Ana Roe)", "Source: Harbour Wire". The source of a picture or a chart,
 * which stands under it, is none.
 */
final class CreditBlocks {
  /** Rules of lines that name the house that supplied the text, and who worked on it. */
  static final String HOUSE = "provided-by";

  static final String WORK = "worked-on-by";

  /** Blocks before and after the last paragraph, and before the first, among which they stand. */
  private static final int BEFORE_END = 3;

  private static final int AFTER_END = 6;
  private static final int BEFORE_START = 12;
  private static final int MOST_WORDS = 32;
  private static final int MOST_WORDS_OF_SOURCE = 8;
  private static final Set<Role> PLACES =
      Set.of(Role.PLAIN, Role.CAPTION, Role.META, Role.BYLINE, Role.FOOTER, Role.TAGS);

  private static final Set<String> CREDIT_NAMES =
      Set.of("credit", "credits", "provider", "attribution", "syndication");

  private static final Evaluator PICTURES = QueryParser.parse("img, svg, iframe");

  private final PageBlocks page;

  CreditBlocks(PageBlocks page) {
    this.page = page;
  }

  void label() {
    List<TextBlock> blocks = page.blocks();
    int first = -1;
    int last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).label == Label.BODY) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    leaveOutSourcesOfParts(first, last - BEFORE_END);
    boolean hasCredit = false;
    for (int i = Math.max(first, last - BEFORE_END);
        i < blocks.size() && i <= last + AFTER_END;
        i++) {
      if (!isPart(blocks.get(i))) {
        // What follows an end mark or a list of others is not of the article any more.
        if (i > last && blocks.get(i).role == Role.RELATED) {
          break;
        }
        continue;
      }
      int credit = ProviderReader.credit(blocks.get(i).text);
      boolean isRight =
          credit == ProviderReader.COPYRIGHT
              && isInContainer(blocks.get(i), blocks.get(last))
              && !hasCredit
              && !Phrases.isPictureCredit(blocks.get(i).text);
      boolean isCredit = credit == ProviderReader.HOUSE || credit == ProviderReader.WORK || isRight;
      if (isCredit) {
        blocks.get(i).label(Label.PROVIDER, rule(credit));
        hasCredit = true;
      } else if (credit == ProviderReader.COPYRIGHT && blocks.get(i).label == Label.BODY) {
        blocks.get(i).label(Label.BOILERPLATE, "copyright");
      }
    }
    for (int i = last + 1; i < blocks.size() && i <= last + AFTER_END && !hasCredit; i++) {
      TextBlock line = blocks.get(i);
      if (isPart(line) && isInContainer(line, blocks.get(last)) && isNamedCredit(line)) {
        line.label(Label.PROVIDER, "named-credit");
        hasCredit = true;
      }
    }
    for (int i = first - 1; i >= 0 && i >= first - BEFORE_START && !hasCredit; i--) {
      TextBlock block = blocks.get(i);
      if (block.label == Label.TITLE) {
        break;
      }
      if (isPart(block) && ProviderReader.credit(block.text) == ProviderReader.HOUSE) {
        block.label(Label.PROVIDER, rule(ProviderReader.HOUSE));
        hasCredit = true;
      }
    }
  }

  /** "Source: Statistics Office" under a table or a picture in the middle of a text. */
  private void leaveOutSourcesOfParts(int first, int end) {
    for (int i = first; i < end; i++) {
      TextBlock block = page.blocks().get(i);
      if (block.label == Label.BODY
          && block.words <= MOST_WORDS_OF_SOURCE
          && !block.isHeading()
          && !block.isListItem()
          && ProviderReader.credit(block.text) == ProviderReader.HOUSE) {
        block.label(Label.BOILERPLATE, "source-of-a-part");
      }
    }
  }

  /** Whether its class says so: {@code <p class="credit">}. */
  private static boolean isNamedCredit(TextBlock line) {
    for (String name : line.box.element.classNames()) {
      for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+", 8)) {
        if (CREDIT_NAMES.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a line stands in the element that the last paragraph stands in. */
  private static boolean isInContainer(TextBlock line, TextBlock paragraph) {
    return line.role != Role.FOOTER
        && line.box.parent != null
        && !line.box.parent.tag().startsWith("t")
        && line.box.parent == paragraph.box.parent;
  }

  private static String rule(int credit) {
    return credit == ProviderReader.HOUSE
        ? HOUSE
        : credit == ProviderReader.WORK ? WORK : "copyright-after-body";
  }

  private boolean isPart(TextBlock block) {
    boolean mayBe =
        block.label == Label.BODY
            || (block.label == Label.BOILERPLATE && PLACES.contains(block.role));
    return mayBe && block.words <= MOST_WORDS && !block.isHeading() && !isOfPicture(block);
  }

  /** In a figure, or right below an element that holds a picture and no text. */
  private static boolean isOfPicture(TextBlock block) {
    for (Box box = block.box; box != null; box = box.parent) {
      if (box.tag().equals("figure") || box.tag().equals("figcaption")) {
        return true;
      }
    }
    Element before = block.box.element.previousElementSibling();
    return before != null
        && (before.normalName().equals("img") || before.selectFirst(PICTURES) != null)
        && !before.hasText();
  }
}
