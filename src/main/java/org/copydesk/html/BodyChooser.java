package org.copydesk.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Finds the box that holds the article's body: by what names say where that agrees with where the
 * sentences are, else by where the sentences are.
 *
 * <p>A block counts by its characters outside links when it is long enough to be a sentence.
 */
final class BodyChooser {
  private static final int SENTENCE_WORDS = 8;
  private static final double MOST_LINKS = .5;
  private static final double MOST_LINKS_OF_TEXT = .15;

  /** A named part holding more than this share of the page's sentences is not what it is named. */
  private static final double TOO_MUCH_TO_PRUNE = .5;

  /**
   * Characters of sentences in a named body that make a side column one, however long it is; and of
   * sentences outside galleries that make galleries a part of the page only.
   */
  private static final double ENOUGH_BESIDE = 1_500;

  /** Characters of sentences without which comments are all the page has. */
  private static final double LEAST_BESIDE = 250;

  /**
   * A word whose boxes hold more than this share of the sentences is that of every part; half of
   * them where next to nothing is left.
   */
  private static final double COMMON = .75;

  /** Characters of sentences below which a hidden part is not looked at. */
  private static final double LEAST_FOLDED = 200;

  /** In the attributes of parts that are shown once their heading is pressed. */
  private static final List<String> FOLDED_NAMES =
      List.of("accordion", "collapsible", "collapse", "expandable", "toggle-content");

  /** Characters of sentences. */
  private static final double LONGEST_SMALL_PART = 1_000;

  private static final Evaluator TO_PRESS = QueryParser.parse("form, button, input");

  private final PageBlocks page;
  private final HtmlSettings settings;
  private final double[] before;
  private final double[] beforeInside;

  BodyChooser(PageBlocks page, HtmlSettings settings) {
    this.page = page;
    this.settings = settings;
    this.before = new double[page.blocks().size() + 1];
    this.beforeInside = new double[page.blocks().size() + 1];
  }

  /** Marks roles of boxes and blocks, then gives the body's box; null where no sentence stands. */
  Box choose() {
    NameHints hints = new NameHints(settings);
    for (Box box : page.boxes()) {
      hints.mark(box);
      box.ownRole = box.role;
    }
    if (settings.uses(HtmlEvidence.LINK_DENSITY)) {
      new CardLists(page).mark();
    }
    if (settings.uses(HtmlEvidence.SEMANTIC_TAGS)) {
      new AskBoxes(page).mark();
    }
    List<TextBlock> blocks = page.blocks();
    for (Box box : page.boxes()) {
      box.isCard |= box.parent != null && box.parent.isCard;
    }
    for (int i = 0; i < blocks.size(); i++) {
      // Snippets of cards do not speak for what is around them, however many there are.
      before[i + 1] = before[i] + (blocks.get(i).box.isCard ? 0 : weight(blocks.get(i)));
    }
    settleRoles();
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      block.role = block.box.role;
      beforeInside[i + 1] = beforeInside[i] + (block.role.isOutside ? 0 : weight(block));
    }
    double total = beforeInside[blocks.size()];
    if (total == 0) {
      return null;
    }
    Box scored = byScore(total);
    for (int strength = 4; strength >= 2; strength--) {
      Box named = byName(strength);
      if (named != null && inside(named) >= .4 * Math.max(inside(scored), .5 * total)) {
        return named;
      }
    }
    return scored;
  }

  /** Characters of sentences in a box, outside links and pruned parts. */
  double inside(Box box) {
    return beforeInside[box.endBlock] - beforeInside[box.firstBlock];
  }

  double weight(TextBlock block) {
    if (block.words < SENTENCE_WORDS) {
      return 0;
    }
    double density = settings.uses(HtmlEvidence.LINK_DENSITY) ? block.linkDensity() : 0;
    return density > MOST_LINKS ? 0 : block.chars * (1 - density);
  }

  /** A role reaches all below; a name that would prune most of the page is not believed. */
  private void settleRoles() {
    double all = before[page.blocks().size()];
    forgetCommonNames(all);
    boolean isForumPage =
        weightOf(Role.COMMENTS) > TOO_MUCH_TO_PRUNE * all
            && weightOutsideNamedParts() < LEAST_BESIDE;
    boolean isGalleryPage = all - weightOf(Role.GALLERY) < ENOUGH_BESIDE;
    for (Box box : page.boxes()) {
      if (box.parent != null && box.parent.role.isOutside) {
        box.role = box.parent.role;
        continue;
      }
      if (box.isOtherStory) {
        box.role = Role.RELATED;
      } else if (box.role.isOutside) {
        double share = (before[box.endBlock] - before[box.firstBlock]) / Math.max(1, all);
        boolean holdsTitle =
            share > .2
                && page.holdsHeadline(box)
                && !(box.role == Role.COMMENTS && page.hasHeadlineBefore(box));
        boolean isBelievable =
            (box.role == Role.GALLERY ? !isGalleryPage : share <= TOO_MUCH_TO_PRUNE)
                || (box.role == Role.COMMENTS && !holdsTitle)
                || (box.role == Role.ASIDE && !holdsTitle && isNamedBodyBeside(box));
        isBelievable &=
            !isPaidText(box)
                && !isFolded(box)
                && !isTooLongFor(box)
                && !(isForumPage && box.role == Role.COMMENTS);
        if (!isBelievable || (holdsTitle && box.role != Role.HIDDEN)) {
          box.role = Role.PLAIN;
        }
      }
    }
  }

  /**
   * A site that calls every part of its pages "widget" says nothing by it: a word whose boxes
   * together hold most of the page's sentences.
   */
  private void forgetCommonNames(double all) {
    Map<String, Double> held = new HashMap<>();
    Map<String, Integer> ends = new HashMap<>();
    for (Box box : page.boxes()) {
      double weight = before[box.endBlock] - before[box.firstBlock];
      if (mayBeCommon(box) && weight > 0 && box.firstBlock >= ends.getOrDefault(box.roleWord, 0)) {
        held.merge(box.roleWord, weight, Double::sum);
        ends.put(box.roleWord, box.endBlock);
      }
    }
    held.values()
        .removeIf(
            weight ->
                weight <= COMMON * all
                    && (weight <= TOO_MUCH_TO_PRUNE * all || all - weight > LEAST_BESIDE));
    for (Box box : page.boxes()) {
      if (mayBeCommon(box) && held.containsKey(box.roleWord)) {
        box.role = Role.PLAIN;
      }
    }
  }

  /** Comments, related articles and pictures may well be most of a page. */
  private static boolean mayBeCommon(Box box) {
    return box.roleWord != null
        && switch (box.role) {
          case ASIDE,
              ADVERT,
              META,
              BYLINE,
              TAGS,
              NOTICE,
              NEWSLETTER,
              FORM,
              SHARE,
              NAVIGATION,
              FOOTER ->
              true;
          default -> false;
        };
  }

  private double weightOutsideNamedParts() {
    for (Box box : page.boxes()) {
      box.isPruned = box.role.isOutside || (box.parent != null && box.parent.isPruned);
    }
    double weight = 0;
    for (TextBlock block : page.blocks()) {
      weight += block.box.isPruned ? 0 : weight(block);
    }
    return weight;
  }

  private double weightOf(Role role) {
    double weight = 0;
    int end = 0;
    for (Box box : page.boxes()) {
      if (box.role == role && box.firstBlock >= end) {
        weight += before[box.endBlock] - before[box.firstBlock];
        end = box.endBlock;
      }
    }
    return weight;
  }

  /**
   * Sites are advised to name the paid part of an article's own text so; what asks to pay has
   * something to press or to follow, or says so.
   */
  private boolean isPaidText(Box box) {
    if (!"paywall".equals(box.roleWord) || before[box.endBlock] == before[box.firstBlock]) {
      return false;
    }
    int chars = 0;
    int links = 0;
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      TextBlock block = page.blocks().get(i);
      chars += block.chars;
      links += block.linkChars;
      if (block.buttonChars > 0 || Phrases.isWish(block) || Phrases.isAsk(block)) {
        return false;
      }
    }
    boolean isForm = box.element.selectFirst(TO_PRESS) != null;
    return !isForm && links < MOST_LINKS_OF_TEXT * chars;
  }

  /**
   * Text of the page that is shown once its heading is pressed, or the end of a long one once "read
   * more" is: running text without links, in an element that is said to be such a part.
   */
  private boolean isFolded(Box box) {
    double weight = before[box.endBlock] - before[box.firstBlock];
    if (weight < LEAST_FOLDED) {
      return false;
    }
    Element element = box.element;
    String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
    boolean isMore = box.role == Role.RELATED && names.replace("-", "").contains("readmore");
    boolean isPanel =
        box.role == Role.HIDDEN
            && (element.hasAttr("aria-labelledby")
                || element.attr("role").equals("tabpanel")
                || FOLDED_NAMES.stream().anyMatch(element.attributes().html()::contains));
    if (!isMore && !isPanel) {
      return false;
    }
    int chars = 0;
    int links = 0;
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      chars += page.blocks().get(i).chars;
      links += page.blocks().get(i).linkChars;
    }
    return links < (isMore ? .02 : MOST_LINKS_OF_TEXT) * chars
        && element.selectFirst("form") == null;
  }

  /** A share bar or a list of tags with pages of sentences is a section that is named alike. */
  private boolean isTooLongFor(Box box) {
    boolean isSmallPart = box.role == Role.SHARE || box.role == Role.META || box.role == Role.TAGS;
    return isSmallPart && before[box.endBlock] - before[box.firstBlock] > LONGEST_SMALL_PART;
  }

  /** Whether a part that names call the body stands outside a box and is long enough to be it. */
  private boolean isNamedBodyBeside(Box box) {
    for (Box other : page.boxes()) {
      boolean isBeside = other.endBlock <= box.firstBlock || other.firstBlock >= box.endBlock;
      if (other.bodyHint >= 3
          && isBeside
          && before[other.endBlock] - before[other.firstBlock] > ENOUGH_BESIDE) {
        return true;
      }
    }
    return false;
  }

  private Box byName(int strength) {
    Box best = null;
    double most = 0;
    for (Box box : page.boxes()) {
      if (box.bodyHint == strength && !box.role.isOutside) {
        double weight = inside(box);
        // Of nested boxes with nearly the same sentences the outer one comes first and stays.
        if (weight > most * 1.05) {
          most = weight;
          best = box;
        }
      }
    }
    return best;
  }

  /** Sentences speak for their box and, less and less, for those around it. */
  private Box byScore(double total) {
    List<TextBlock> blocks = page.blocks();
    for (TextBlock block : blocks) {
      if (block.role.isOutside) {
        continue;
      }
      double share = weight(block);
      Box box = block.box;
      for (int up = 0; up < 5 && box != null && share > 0; up++) {
        box.score += share;
        share *= up == 0 ? .9 : .6;
        box = box.parent;
      }
    }
    Box best = null;
    for (Box box : page.boxes()) {
      if (!box.role.isOutside && (best == null || box.score > best.score)) {
        best = box;
      }
    }
    // Climb while the box around adds a good share of sentences.
    Box top = best;
    for (Box box = best.parent; box != null && !box.tag().equals("body"); box = box.parent) {
      if (inside(box) > inside(top) * 1.2 || (inside(top) < .3 * total)) {
        top = box;
      }
    }
    return top;
  }
}
