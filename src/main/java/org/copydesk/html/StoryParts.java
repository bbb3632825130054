package org.copydesk.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.fields.BylineReader;
import org.copydesk.text.Normaliser;

/**
 * Several stories on one page, as pages have that load the next one while a reader scrolls: boxes
 * side by side, each with a headline, a byline or a time, and paragraphs of its own. The article is
 * the one that the page's title names, else the first.
 */
final class StoryParts {
  private static final int FEWEST_STORIES = 2;
  private static final int FEWEST_PARAGRAPHS = 2;
  private static final int MOST_BLOCKS_BEFORE_HEADLINE = 2;
  private static final int MOST_BLOCKS_BEFORE_BYLINE = 5;
  private static final int MOST_BYLINE_WORDS = 16;

  private final PageBlocks page;

  private StoryParts(PageBlocks page) {
    this.page = page;
  }

  /**
   * The boxes of the stories that are not the page's article; empty where there is one story.
   *
   * @param titles what the page says it is called
   */
  static List<Box> others(PageBlocks page, List<String> titles) {
    return new StoryParts(page).othersThan(titles);
  }

  private List<Box> othersThan(List<String> titles) {
    Map<Box, List<Box>> families = new HashMap<>();
    for (Box box : page.boxes()) {
      boolean isPart =
          switch (box.tag()) {
            case "article", "section", "div" -> box.parent != null;
            default -> false;
          };
      if (isPart && box.endBlock - box.firstBlock > FEWEST_PARAGRAPHS && isStory(box)) {
        families.computeIfAbsent(box.parent, p -> new ArrayList<>()).add(box);
      }
    }
    for (Box box : page.boxes()) {
      List<Box> stories = families.getOrDefault(box, List.of());
      if (stories.size() >= FEWEST_STORIES) {
        // Dates and bylines are read last: that costs most.
        stories.removeIf(story -> !isSigned(story));
      }
      if (stories.size() >= FEWEST_STORIES && !hasHeadlineOfItsOwn(stories)) {
        List<Box> others = new ArrayList<>(stories);
        others.remove(named(stories, titles));
        return others;
      }
    }
    return List.of();
  }

  private boolean isStory(Box box) {
    int headline = headline(box);
    if (headline < 0) {
      return false;
    }
    int paragraphs = 0;
    for (int i = headline + 1; i < box.endBlock && paragraphs < FEWEST_PARAGRAPHS; i++) {
      paragraphs += KindEvidence.isRunning(page.blocks().get(i)) ? 1 : 0;
    }
    if (paragraphs < FEWEST_PARAGRAPHS) {
      return false;
    }
    return true;
  }

  private boolean isSigned(Box story) {
    int headline = headline(story);
    boolean isSigned = false;
    int end = Math.min(story.endBlock, headline + 1 + MOST_BLOCKS_BEFORE_BYLINE);
    for (int i = headline + 1; i < end && !isSigned; i++) {
      isSigned = isSignature(page.blocks().get(i));
    }
    return isSigned;
  }

  private static boolean isSignature(TextBlock block) {
    return block.words <= MOST_BYLINE_WORDS
        && (DateReader.read(block.text) != null || BylineReader.isByline(block.text));
  }

  /** The block of the h1 or h2 that opens a box; negative where none does. */
  private int headline(Box box) {
    int end = Math.min(box.endBlock, box.firstBlock + 1 + MOST_BLOCKS_BEFORE_HEADLINE);
    for (int i = box.firstBlock; i < end; i++) {
      String tag = page.blocks().get(i).box.tag();
      if (tag.equals("h1") || tag.equals("h2")) {
        return i;
      }
    }
    return -1;
  }

  /** A headline over all of them: they are parts of one article, or entries of a live blog. */
  private boolean hasHeadlineOfItsOwn(List<Box> stories) {
    boolean areFirst =
        stories.stream().allMatch(s -> page.blocks().get(headline(s)).box.tag().equals("h1"));
    for (int i = 0; i < page.blocks().size(); i++) {
      Box box = page.blocks().get(i).box;
      if (box.tag().equals("h1") && stories.stream().noneMatch(box::isInside)) {
        return !areFirst || page.blocks().get(i).words > 2;
      }
    }
    return false;
  }

  private Box named(List<Box> stories, List<String> titles) {
    for (String title : titles) {
      String form = Normaliser.normalise(title == null ? "" : title);
      for (Box story : stories) {
        String headline = Normaliser.normalise(page.blocks().get(headline(story)).text);
        if (form.equals(headline) || headline.length() > 12 && form.startsWith(headline)) {
          return story;
        }
      }
    }
    return stories.get(0);
  }
}
