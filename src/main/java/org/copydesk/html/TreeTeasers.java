package org.copydesk.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.stated.PageAddress;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.fields.BylineReader;

/**
 * Teasers among the blocks that are not body: a linked headline, and the words below it in the same
 * card. {@code <li><a href="/x"><h3>Harbour reopens</h3></a><p>The port … Read more »</p></li>}
 * gives title, snippet, marker and the link's target.
 */
final class TreeTeasers {
  private static final int FEWEST_TITLE_WORDS = 4;
  private static final int MOST_TITLE_WORDS = 40;
  private static final int MOST_META_WORDS = 20;
  private static final int MOST_HEADING_WORDS = 8;
  private static final int FEWEST_SNIPPET_WORDS = 6;
  private static final int MOST_SNIPPET_WORDS = 120;

  /** Characters of a link that leads on from a snippet in words of the site's own. */
  private static final int LONGEST_OWN_MARKER = 24;

  private static final int LONGEST_AFTER_SIGN = 48;

  /** Stands for the site of a page without an address: its links lead somewhere all the same. */
  private static final String NOWHERE = "https://page.invalid/";

  /** A teaser found, in blocks. */
  record Found(
      String title,
      String snippet,
      String marker,
      boolean isTruncated,
      String url,
      int first,
      int last) {}

  private final PageBlocks page;
  private final String base;
  private final String own;

  /** By block: 1 for a marker, -1 for none, 0 for not looked at. */
  private final byte[] markers;

  TreeTeasers(PageBlocks page, String base, String own) {
    this.page = page;
    this.base = base == null || base.isBlank() ? NOWHERE : base;
    this.own = own;
    this.markers = new byte[page.blocks().size()];
  }

  /** Asked for a block once for each box around it. */
  private boolean isMarker(int i) {
    if (markers[i] == 0) {
      markers[i] = (byte) (SnippetEnd.isMarker(page.blocks().get(i).text) ? 1 : -1);
    }
    return markers[i] > 0;
  }

  /** Finds teasers and labels their blocks; in reading order. */
  List<Found> find() {
    List<Found> found = new ArrayList<>();
    List<TextBlock> blocks = page.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (isTitle(i)) {
        Found teaser = from(i);
        if (found.isEmpty() || found.get(found.size() - 1).last < i - 1) {
          labelHeading(i);
        }
        found.add(teaser);
        i = teaser.last;
      }
    }
    return found;
  }

  /** The short line right before a list of teasers, in the same part of the page: "Most read". */
  private void labelHeading(int first) {
    if (first == 0) {
      return;
    }
    TextBlock above = page.blocks().get(first - 1);
    boolean isBody = above.label == Label.BODY;
    boolean isShort =
        above.words <= MOST_HEADING_WORDS && (isBody || above.label == Label.BOILERPLATE);
    // Over cards of one make a heading is theirs, whatever its words.
    boolean isOverCards = isBody && above.isHeading() && page.blocks().get(first).box.isCard;
    if (isShort && isOverCards && !above.endsSentence()) {
      above.label(Label.HEADING, "heading-above-cards");
    } else if (isShort && Phrases.isTeaserHeading(above)) {
      above.label(Label.HEADING, "heading-words");
    } else if (isShort
        && !isBody
        && above.isHeading()
        && above.role == page.blocks().get(first).role
        && !above.endsSentence()) {
      above.label(Label.HEADING, "heading-above-teasers");
    }
  }

  private boolean isTitle(int i) {
    TextBlock block = page.blocks().get(i);
    if (block.label == Label.BODY || block.label == Label.TITLE || block.href == null) {
      return false;
    }
    Role role = block.role;
    boolean isElsewhere =
        role == Role.NAVIGATION
            || role == Role.FOOTER
            || role == Role.COMMENTS
            || role == Role.SHARE
            || role == Role.FORM
            || role == Role.NOTICE
            || role == Role.NEWSLETTER
            || role == Role.ADVERT
            || role == Role.TAGS
            || role == Role.BYLINE
            || role == Role.HIDDEN;
    if (isElsewhere || block.hasOtherLinks || block.words > MOST_TITLE_WORDS) {
      return false;
    }
    boolean isReadAlso = block.rule.equals(BodyLabels.READ_ALSO);
    if (block.linkDensity() < .8 && !(isReadAlso && block.linkDensity() > .3)) {
      return false;
    }
    int words = isReadAlso ? countWords(block.linkText) : block.words;
    if (words < (block.isHeading() ? 2 : FEWEST_TITLE_WORDS)
        || isMarker(i)
        || SnippetEnd.leadsOn(block.text)) {
      return false;
    }
    if (!isReadAlso && (Phrases.isAsk(block) || Phrases.isReadAlso(block) && words < 5)) {
      return false;
    }
    if (block.href.indexOf('#') > 0 && !block.isHeading()) {
      return false;
    }
    String url = PageAddress.absolute(base, block.href);
    return url != null && !url.equals(own);
  }

  /** "3. Ferry is back", where the link begins after the number of the list. */
  private static boolean isNumbered(TextBlock head) {
    int before = head.text.length() - (head.linkText == null ? 0 : head.linkText.length());
    return head.linkText != null
        && before > 0
        && head.text.endsWith(head.linkText)
        && head.text.substring(0, before).chars().noneMatch(Character::isLetter);
  }

  private static int countWords(String text) {
    return text == null ? 0 : text.split(" ").length;
  }

  private Found from(int at) {
    List<TextBlock> blocks = page.blocks();
    TextBlock head = blocks.get(at);
    String title =
        head.rule.equals(BodyLabels.READ_ALSO) || isNumbered(head) ? head.linkText : head.text;
    head.label(
        Label.TEASER_TITLE,
        head.rule.equals(BodyLabels.READ_ALSO) ? "read-also-link" : "linked-headline");
    int cardEnd = cardEnd(at);
    String target = PageAddress.absolute(base, head.href);
    String snippet = null;
    String marker = null;
    boolean isTruncated = false;
    int last = at;
    for (int i = at + 1; i < cardEnd && i < at + 8; i++) {
      TextBlock block = blocks.get(i);
      boolean isSameTarget =
          block.href == null || target.equals(PageAddress.absolute(base, block.href));
      if (block.label == Label.BODY
          || block.label == Label.TITLE
          || !isSameTarget
          || block.isHeading()) {
        break;
      }
      if (isMarker(i) || (snippet != null && isOwnMarker(block))) {
        marker = block.text;
        isTruncated = true;
        block.label(Label.TEASER_SNIPPET, "marker");
        last = i;
        break;
      }
      if (snippet != null || block.words > MOST_SNIPPET_WORDS) {
        break;
      }
      if (block.words >= FEWEST_SNIPPET_WORDS && !isCardMeta(block)) {
        SnippetEnd.Cut cut = cut(block);
        snippet = cut.text().isEmpty() ? null : cut.text();
        marker = cut.marker();
        isTruncated = cut.isTruncated();
        block.label(Label.TEASER_SNIPPET, "below-linked-headline");
        last = i;
        if (marker != null) {
          break;
        }
      }
    }
    String url = target.startsWith(NOWHERE) ? null : target;
    return new Found(title, snippet, marker, isTruncated, url, at, last);
  }

  /** A snippet without what ends it; a link at its end that is a marker is one without a sign. */
  private static SnippetEnd.Cut cut(TextBlock block) {
    SnippetEnd.Cut cut = SnippetEnd.cut(block.text);
    if (cut.marker() == null
        && block.endLink != null
        && (SnippetEnd.isMarker(block.endLink) || isShortLink(block))) {
      int end = block.text.length() - block.endLink.length();
      return new SnippetEnd.Cut(
          SnippetEnd.cut(block.text.substring(0, end)).text(), block.endLink, true);
    }
    return cut;
  }

  /** A short link at the end of a snippet, the only one in it, leads on, whatever its words. */
  private static boolean isShortLink(TextBlock block) {
    int end = block.chars - block.endLink.length();
    boolean isAfterSign = SnippetEnd.endsInSign(block.text.substring(0, end).strip());
    return !block.hasOtherLinks
        && block.endLink.length() <= (isAfterSign ? LONGEST_AFTER_SIGN : LONGEST_OWN_MARKER)
        && block.endLink.length() * 3 < block.chars
        && block.endLink.equals(block.linkText)
        && !block.endsSentence();
  }

  /** A short line under a snippet that is a link to the same article and nothing else. */
  private static boolean isOwnMarker(TextBlock block) {
    return block.href != null
        && block.linkDensity() >= .8
        && block.chars <= LONGEST_OWN_MARKER
        && !isCardMeta(block);
  }

  /** "By Ana Roe | 3 March 2024", "12 comments": what a card says of its article, not from it. */
  private static boolean isCardMeta(TextBlock block) {
    boolean isCalledSo =
        block.box.ownRole == Role.META
            || block.box.ownRole == Role.BYLINE
            || block.box.ownRole == Role.SHARE
            || block.box.ownRole == Role.TAGS;
    boolean isShort = block.words <= MOST_META_WORDS && !block.endsSentence();
    return isShort
        && (isCalledSo
            || (block.href != null && block.href.indexOf('#') > 0)
            || BylineReader.isByline(block.text)
            || DateReader.read(block.text, true) != null);
  }

  /**
   * End of the blocks that may belong to a title: its card, or where cards have no box, the next.
   */
  private int cardEnd(int at) {
    Box card = card(at);
    if (card.endBlock > at + 1 || card.parent == null || card.tag().equals("li")) {
      return card.endBlock;
    }
    int end = at + 1;
    while (end < card.parent.endBlock && !opensAnother(end)) {
      end++;
    }
    // The last of a row would take in what follows the row.
    return end < card.parent.endBlock || end <= at + 2 ? end : Math.min(end, at + 2);
  }

  private boolean opensAnother(int i) {
    TextBlock block = page.blocks().get(i);
    return block.isHeading() || (block.href != null && block.linkDensity() >= .8 && !isMarker(i));
  }

  /** The widest box around a title that holds no link to another article. */
  private Box card(int at) {
    TextBlock head = page.blocks().get(at);
    Box card = head.box;
    for (Box box = head.box; box != null; box = box.parent) {
      if (box.endBlock - box.firstBlock > 12 || targets(box) > 1) {
        break;
      }
      card = box;
    }
    return card;
  }

  private static String withoutFragment(String href) {
    int fragment = href.indexOf('#');
    String plain = fragment > 0 ? href.substring(0, fragment) : href;
    return plain.toLowerCase(Locale.ROOT);
  }

  private int targets(Box box) {
    Set<String> targets = new HashSet<>();
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      TextBlock block = page.blocks().get(i);
      boolean isTitleLike =
          block.href != null
              && block.linkDensity() >= .8
              && (block.words >= FEWEST_TITLE_WORDS || block.isHeading())
              && !isMarker(i);
      if (isTitleLike || block.label == Label.BODY) {
        targets.add(block.label == Label.BODY ? "body" : withoutFragment(block.href));
      }
    }
    return targets.size();
  }
}
