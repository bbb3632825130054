package org.copydesk.generate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Lays a story and its teasers out as one site prints them: as blocks, of which text or HTML. */
final class BlockLayout {
  private static final long SECONDS_IN_MINUTE = 60;
  private static final long SECONDS_IN_DAY = 86_400;

  private final SiteTemplate site;
  private final Story story;
  private final List<TeaserPool.Teaser> teasers;
  private final List<Block> blocks = new ArrayList<>();
  private String byline;
  private String provider;
  private Instant publishedAt;

  private BlockLayout(SiteTemplate site, Story story, List<TeaserPool.Teaser> teasers) {
    this.site = site;
    this.story = story;
    this.teasers = teasers;
  }

  /** What a block of a page is. */
  enum Role {
    NOTICE,
    MASTHEAD,
    NAVIGATION,
    SECTION,
    TITLE,
    BYLINE,
    DATE,
    SHARE,
    CAPTION,
    PARAGRAPH,
    PROMOTION,
    TAGS,
    CREDIT,
    NEWSLETTER,
    HEADING,
    TEASER,
    FOOTER
  }

  /**
   * @param lines one or more, as they stand one below the other
   * @param isGlued whether no blank line stands before it
   */
  record Block(Role role, List<String> lines, boolean isGlued) {}

  /**
   * @param blocks of the page, in reading order
   * @param byline as printed; null when the page has none
   * @param provider credit line as printed; null when none
   * @param publishedAt what the page says, to the minute or the day; null when it gives no date
   */
  record Laid(List<Block> blocks, String byline, String provider, Instant publishedAt) {
    /** The page as text. */
    String text() {
      StringBuilder out = new StringBuilder(6144);
      for (Block block : blocks) {
        for (int i = 0; i < block.lines.size(); i++) {
          if (out.length() > 0) {
            boolean isBreak = block.lines.get(i).isEmpty();
            out.append(i > 0 || block.isGlued || isBreak ? "\n" : "\n\n");
          }
          out.append(block.lines.get(i));
        }
      }
      boolean endsOpen = !blocks.isEmpty() && blocks.get(blocks.size() - 1).isGlued;
      return endsOpen ? out.toString() : out.append('\n').toString();
    }
  }

  /** The page; {@code story} is null where it has teasers only. */
  static Laid lay(SiteTemplate site, Story story, List<TeaserPool.Teaser> teasers) {
    BlockLayout layout = new BlockLayout(site, story, teasers);
    for (int i = 0; i < site.order().length(); i++) {
      layout.field(site.order().charAt(i));
    }
    return new Laid(layout.blocks, layout.byline, layout.provider, layout.publishedAt);
  }

  private void field(char field) {
    switch (field) {
      case 'H' -> teasers();
      case 'F' -> footer();
      case 'M' -> block(Role.MASTHEAD, List.of(site.name()));
      case 'K' -> block(Role.NOTICE, site.lines("notices"));
      case 'N' -> block(Role.NAVIGATION, site.lines("navigation"));
      case 'L' -> block(Role.NEWSLETTER, site.lines("newsletters"));
      case 'R' -> block(Role.SHARE, site.lines("shares"));
      case 'J' -> {
        if (story == null) {
          teasers();
        } else {
          field(story, field);
        }
      }
      default -> {
        if (story != null) {
          field(story, field);
        }
      }
    }
  }

  private void field(Story told, char field) {
    switch (field) {
      case 'S' -> block(Role.SECTION, List.of(ofStory("sections")));
      case 'T' -> block(Role.TITLE, List.of(told.title()));
      case 'X', 'Q', 'J' -> body(told, field);
      case 'C' ->
          block(Role.CAPTION, List.of(site.line("captions").replace("{author}", told.author())));
      case 'G' ->
          block(Role.TAGS, List.of(site.line("tags") + " " + ofStory("sections") + ", " + "2025"));
      case 'P' -> {
        provider = site.line("credits").replace("{author}", told.author());
        block(Role.CREDIT, List.of(provider));
      }
      default -> {
        if (field != 'D') {
          byline = site.line("bylines").replace("{author}", told.author());
        }
        if (field != 'B') {
          publishedAt = printed(told);
        }
        String date = field == 'B' ? "" : date(told);
        boolean isDate = field == 'D';
        block(
            isDate ? Role.DATE : Role.BYLINE,
            List.of(field == 'Y' ? byline + " | " + date : isDate ? date : byline));
      }
    }
  }

  private void body(Story told, char form) {
    int middle = told.paragraphs().size() / 2;
    for (int i = 0; i < told.paragraphs().size(); i++) {
      if (i == middle && i > 0 && form == 'Q') {
        block(Role.PROMOTION, site.lines("promotions"));
      } else if (i == middle && form == 'J') {
        teasers();
      }
      block(Role.PARAGRAPH, List.of(told.paragraphs().get(i)));
    }
  }

  private String ofStory(String kind) {
    List<String> lines = site.lines(kind);
    return lines.get((int) Math.floorMod(story.number(), (long) lines.size()));
  }

  private String date(Story told) {
    return site.date()
        .format(Instant.ofEpochSecond(told.minutes() * SECONDS_IN_MINUTE).atOffset(ZoneOffset.UTC));
  }

  private Instant printed(Story told) {
    long seconds = told.minutes() * SECONDS_IN_MINUTE;
    return Instant.ofEpochSecond(
        site.showsTime() ? seconds : Math.floorDiv(seconds, SECONDS_IN_DAY) * SECONDS_IN_DAY);
  }

  private void block(Role role, List<String> lines) {
    blocks.add(new Block(role, lines, false));
  }

  private void teasers() {
    for (String heading : site.lines("headings")) {
      block(Role.HEADING, List.of(heading));
    }
    SiteTemplate.ListForm form = site.list();
    for (int i = 0; i < teasers.size(); i++) {
      blocks.add(
          new Block(
              Role.TEASER,
              lines(teasers.get(i), form, i + 1),
              i > 0 && form.isTitlesOnly() && form != SiteTemplate.ListForm.TITLES_APART));
    }
  }

  /** Lines of one teaser; an empty one is a blank line. */
  private List<String> lines(TeaserPool.Teaser teaser, SiteTemplate.ListForm form, int number) {
    List<String> lines = new ArrayList<>();
    boolean isBulleted =
        form == SiteTemplate.ListForm.BULLETED || form == SiteTemplate.ListForm.BULLETED_SNIPPETS;
    String before = isBulleted ? "• " : form == SiteTemplate.ListForm.NUMBERED ? number + ". " : "";
    lines.add(before + teaser.title());
    if (teaser.snippet() == null) {
      return lines;
    }
    if (form == SiteTemplate.ListForm.DATED) {
      lines.add(teaser.date());
    }
    if (form.isApart()) {
      lines.add("");
    }
    if (!teaser.isCut()) {
      lines.add(teaser.snippet());
    } else if (!form.hasMarker() || form.isMarkerOnLine()) {
      lines.add(teaser.snippet() + site.sign().stripTrailing());
      if (form == SiteTemplate.ListForm.LINES_APART) {
        lines.add("");
      }
      if (form.isMarkerOnLine()) {
        lines.add(site.line("markers"));
      }
    } else {
      lines.add(teaser.snippet() + site.sign() + site.line("markers"));
    }
    return lines;
  }

  private void footer() {
    boolean isFirst = true;
    for (String line : site.lines("footers")) {
      blocks.add(new Block(Role.FOOTER, List.of(line), !isFirst || site.isGlued()));
      isFirst = false;
    }
  }
}
