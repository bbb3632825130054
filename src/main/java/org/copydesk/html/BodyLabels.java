package org.copydesk.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.segment.SiteModel;
import org.copydesk.text.Normaliser;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Labels the blocks of the chosen box: what is body, what only stands in it. */
final class BodyLabels {
  private static final int SHORT_LINE = 30;
  private static final int LONGEST_FURNITURE = 60;
  private static final int MOST_WORDS_BEFORE_LINK = 5;
  private static final int BLOCKS_AFTER_TAIL = 5;

  /**
   * Share of a text that stands before what a site says of itself, and before a line that also
   * stands over boxes in the middle of articles.
   */
  private static final double NEARLY_ALL = .75;

  /** Rules that others ask for: what stands behind the end, opens a tail, or points elsewhere. */
  static final String AFTER_END = "after-end-of-article";

  static final String OPENS_TAIL = "opens-tail";
  static final String READ_ALSO = "read-also";

  private static final int WORDS_OF_PARAGRAPH = 15;
  private static final int SENTENCES_AFTER_TAIL = 3;

  /** Share of the words of a body; a refrain is less. */
  private static final double MOST_REPEATED = .2;

  /** Different paragraphs. */
  private static final int FEWEST_REPEATED = 3;

  private static final Evaluator PICTURES = QueryParser.parse("img, amp-img, picture");

  private final PageBlocks page;
  private final HtmlSettings settings;
  private final String title;
  private final List<String> authors;
  private final StatedBody stated;
  private final TextBlock firstHeading;
  private final SiteModel site;

  BodyLabels(
      PageBlocks page, HtmlSettings settings, PageFacts facts, StatedBody stated, SiteModel site) {
    this.site = site;
    this.stated = stated;
    this.page = page;
    this.settings = settings;
    this.title = facts.title() == null ? "" : Normaliser.normalise(facts.title());
    this.authors = facts.authors();
    this.firstHeading = firstHeading(page);
  }

  /**
   * Labels every block of the page; blocks outside {@code body} become boilerplate by their role.
   */
  void label(Box body) {
    List<TextBlock> blocks = page.blocks();
    for (TextBlock block : blocks) {
      block.label(
          Label.BOILERPLATE,
          block.role.isOutside
              ? "part-" + block.role.name().toLowerCase(java.util.Locale.ROOT)
              : "outside-body");
    }
    if (body == null) {
      return;
    }
    boolean[] inBody = new BodyReach(page, title).from(body);
    stated.correct(page, inBody);
    int weightSeen = 0;
    int weightAll = 0;
    for (int i = 0; i < blocks.size(); i++) {
      weightAll += inBody[i] ? blocks.get(i).words : 0;
    }
    boolean isTail = false;
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      if (!inBody[i]) {
        continue;
      }
      weightSeen += block.words;
      if (isTail) {
        block.label(Label.BOILERPLATE, AFTER_END);
        continue;
      }
      String against = against(block);
      if (against == null) {
        block.label(Label.BODY, block.isHeading() ? "heading-in-body" : "in-body");
      } else if (against.equals("title")) {
        block.label(Label.TITLE, "title-in-body");
      } else {
        block.label(Label.BOILERPLATE, against);
      }
      if (settings.uses(HtmlEvidence.PHRASES)
          && (weightSeen > weightAll / 2 && Phrases.opensTail(block)
              || weightSeen > weightAll * NEARLY_ALL && Phrases.mayOpenTail(block))) {
        isTail = !textGoesOn(i + 1, inBody);
        block.label(Label.BOILERPLATE, OPENS_TAIL);
      }
    }
    if (settings.uses(HtmlEvidence.PHRASES)) {
      leaveOutNotice();
    }
    leaveOutRepeats();
    new DatedLinks(page).leaveOut();
    new CommentTail(page).leaveOut();
    new SideColumns(page).leaveOut(body);
    trim();
    EndNotes notes = new EndNotes(page, authors);
    notes.leaveOutNotesOnAuthors();
    notes.leaveOutContacts();
  }

  /** What a site says of itself behind the text, and all that follows. */
  private void leaveOutNotice() {
    int words = 0;
    for (TextBlock block : page.blocks()) {
      words += block.label == Label.BODY ? block.words : 0;
    }
    int seen = 0;
    boolean isNotice = false;
    for (TextBlock block : page.blocks()) {
      boolean isBody = block.label == Label.BODY;
      boolean mayOpen = isBody || block.rule.equals("ask");
      isNotice |= mayOpen && seen >= words * NEARLY_ALL && Phrases.opensNotice(block.text);
      if (isNotice && isBody) {
        block.label(Label.BOILERPLATE, "site-notice");
      }
      seen += isBody ? block.words : 0;
    }
  }

  /**
   * Paragraphs that stand twice, where several do and they are a good part of the page: sites give
   * a text once for each width of a screen. A refrain, or a text of one sentence over and over,
   * stays.
   */
  private void leaveOutRepeats() {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    List<TextBlock> again = new ArrayList<>();
    int words = 0;
    int repeated = 0;
    for (TextBlock block : page.blocks()) {
      if (block.label != Label.BODY) {
        continue;
      }
      words += block.words;
      if (block.words < WORDS_OF_PARAGRAPH || seen.add(block.text)) {
        continue;
      }
      repeated += block.words;
      twice.add(block.text);
      again.add(block);
    }
    if (twice.size() >= FEWEST_REPEATED && repeated > MOST_REPEATED * words) {
      again.forEach(block -> block.label(Label.BOILERPLATE, "repeated"));
      leaveOutRepeatedLines(again.get(0), again.get(again.size() - 1));
    }
  }

  /** Headings and short lines of a text that is given again stand twice as it does. */
  private void leaveOutRepeatedLines(TextBlock first, TextBlock last) {
    Set<String> seen = new HashSet<>();
    boolean isAgain = false;
    for (TextBlock block : page.blocks()) {
      isAgain |= block == first;
      if (block.label == Label.BODY && !seen.add(block.text) && isAgain) {
        block.label(Label.BOILERPLATE, "repeated");
      }
      if (block == last) {
        return;
      }
    }
  }

  /**
   * Whether paragraphs of the article follow a line such as "Related", after one link at most. In a
   * list of others titles and snippets take turns.
   */
  private boolean textGoesOn(int from, boolean[] inBody) {
    int sentences = 0;
    int links = 0;
    int seen = 0;
    for (int i = from; i < page.blocks().size() && seen < BLOCKS_AFTER_TAIL; i++) {
      TextBlock block = page.blocks().get(i);
      if (!inBody[i]) {
        continue;
      }
      seen++;
      boolean isParagraph =
          block.words >= WORDS_OF_PARAGRAPH && block.endsSentence() && block.linkDensity() < .2;
      links += block.linkDensity() > .5 ? 1 : 0;
      sentences += isParagraph && !block.isListItem() ? 1 : 0;
    }
    return sentences >= SENTENCES_AFTER_TAIL && links <= 1;
  }

  /** Why a block of the body's box is not body; null where it is. */
  private String against(TextBlock block) {
    boolean mayBeTitle = block.words <= 40 && (!title.isEmpty() || block == firstHeading);
    if (mayBeTitle && (title.isEmpty() || block.normal().equals(title))) {
      return "title";
    }
    if (block.words <= LONGEST_FURNITURE && site.isFurniture(block.text)) {
      return "recurs-on-site";
    }
    if (block.words == 0
        && block.text.chars().allMatch(c -> c == block.text.charAt(0) || c == ' ')) {
      return "end-mark";
    }
    boolean isShort = block.words <= SHORT_LINE;
    if (isShort && block.buttonChars * 10 > block.chars * 9) {
      return "buttons";
    }
    if (isShort && settings.uses(HtmlEvidence.SEMANTIC_TAGS) && isUnderPicture(block)) {
      return "under-picture";
    }
    if (isShort && settings.uses(HtmlEvidence.LINK_DENSITY) && pointsElsewhere(block)) {
      return READ_ALSO;
    }
    if (settings.uses(HtmlEvidence.PHRASES) && isShort) {
      if (Phrases.isReadAlso(block) && (block.linkChars > 0 || block.words <= 8)) {
        return READ_ALSO;
      }
      if (Phrases.isAsk(block)) {
        return "ask";
      }
    }
    if (settings.uses(HtmlEvidence.PHRASES)
        && block.words <= 45
        && Phrases.isPictureCredit(block.text)) {
      return "picture-credit";
    }
    if (settings.uses(HtmlEvidence.PHRASES) && block.words <= 60 && Phrases.isWish(block)) {
      return "ask";
    }
    if (settings.uses(HtmlEvidence.LINK_DENSITY) && isShort) {
      double density = block.linkDensity();
      if (block.isHeading()) {
        return density > .8 ? "linked-heading" : null;
      }
      if (density > .66 && !block.box.tag().equals("p")) {
        return "mostly-links";
      }
      if (density > .9 && block.words >= 4 && !block.endsSentence()) {
        return "mostly-links";
      }
    }
    String tag = block.box.tag();
    boolean isLoose =
        !(tag.equals("p")
            || tag.equals("li")
            || tag.equals("blockquote")
            || tag.equals("pre")
            || tag.equals("dd")
            || tag.equals("dt")
            || tag.equals("td")
            || tag.equals("tr")
            || block.isHeading());
    boolean isLine = block.isSubhead || tag.equals("span") && block.box.element.hasAttr("style");
    if (isLoose && !isLine && block.words < 4 && !block.endsSentence()) {
      return "loose-words";
    }
    return null;
  }

  /** "Keep reading: Garden show": a few words with a colon and then a link to the end. */
  private static boolean pointsElsewhere(TextBlock block) {
    if (block.endLink == null || block.endLink.length() * 2 < block.chars || block.endsSentence()) {
      return false;
    }
    String before = block.text.substring(0, block.chars - block.endLink.length()).strip();
    boolean hasColon = before.endsWith(":") || before.endsWith("：");
    return hasColon && before.split(" ").length <= MOST_WORDS_BEFORE_LINK;
  }

  /** A few words in small or slanted letters beside or right under a picture, with nothing else. */
  private static boolean isUnderPicture(TextBlock block) {
    Element holder = block.box.element;
    Element words = null;
    boolean hasPicture = false;
    for (Element child = holder.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (isPicture(child)) {
        hasPicture = true;
      } else if (child.hasText()) {
        if (words != null) {
          return false;
        }
        words = child;
      }
    }
    boolean isSmall =
        words != null
            && (words.normalName().equals("small")
                || words.normalName().equals("em")
                || words.normalName().equals("i"))
            && holder.ownText().isBlank();
    Element before = holder.previousElementSibling();
    return isSmall && (hasPicture || before != null && isPicture(before));
  }

  private static boolean isPicture(Element element) {
    return switch (element.normalName()) {
      case "img", "amp-img", "picture", "svg" -> true;
      case "a", "div", "span", "figure" ->
          !element.hasText() && element.selectFirst(PICTURES) != null;
      default -> false;
    };
  }

  // Asked of every block of a page without a title, so it is looked for once.
  private static TextBlock firstHeading(PageBlocks page) {
    for (TextBlock block : page.blocks()) {
      if (block.box.tag().equals("h1")) {
        return block;
      }
    }
    return null;
  }

  /** Headings with nothing below, and short lines before the first and after the last sentence. */
  private void trim() {
    List<TextBlock> blocks = page.blocks();
    int first = -1;
    int last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      if (block.label == Label.BODY && isSentence(block)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      if (block.label != Label.BODY) {
        continue;
      }
      boolean isSectionName = block.box.tag().equals("h1");
      boolean isFurniture = block.words < 6 && !block.isHeading() && !isOfList(block);
      if (i < first && (isSectionName || isFurniture)) {
        block.label(Label.BOILERPLATE, "before-first-sentence");
      } else if (i > last && isNoMoreText(block)) {
        block.label(Label.BOILERPLATE, "after-last-sentence");
      }
    }
  }

  /** An item or a cell without a link: what a text needs, before it says what to do with it. */
  private static boolean isOfList(TextBlock block) {
    return block.linkChars == 0
        && switch (block.box.tag()) {
          case "li", "dd", "td", "tr" -> true;
          default -> false;
        };
  }

  /** A heading or a short line; a paragraph of a few words that ends as a sentence does is text. */
  private static boolean isNoMoreText(TextBlock block) {
    boolean isShortSentence =
        (block.words >= 2 || block.words == 1 && Character.isUpperCase(block.text.codePointAt(0)))
            && block.endsSentence()
            && ":?".indexOf(block.text.charAt(block.chars - 1)) < 0
            && block.box.tag().equals("p");
    return block.isHeading() || (block.words < 6 && !block.isListItem() && !isShortSentence);
  }

  private static boolean isSentence(TextBlock block) {
    return !block.isHeading() && (block.words >= 10 || (block.words >= 4 && block.endsSentence()));
  }
}
