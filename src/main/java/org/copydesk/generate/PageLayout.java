package org.copydesk.generate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Lays a story and its teasers out as one site prints them. */
final class PageLayout {
  private static final String[] SECTIONS = {
    "World", "Business", "Local", "Sport", "Science", "Culture", "Politics"
  };
  private static final long SECONDS_IN_MINUTE = 60;
  private static final long SECONDS_IN_DAY = 86_400;

  private PageLayout() {}

  /**
   * @param text of the page
   * @param byline as printed; null when the page has none
   * @param provider credit line as printed; null when none
   * @param publishedAt what the page says, to the minute or the day; null when it gives no date
   */
  record Laid(String text, String byline, String provider, Instant publishedAt) {}

  /** The page; {@code story} is null where it has teasers only. */
  static Laid lay(SiteTemplate site, Story story, List<TeaserPool.Teaser> teasers) {
    StringBuilder out = new StringBuilder(6144);
    String byline = null;
    String provider = null;
    Instant publishedAt = null;
    for (int i = 0; i < site.order().length(); i++) {
      char field = site.order().charAt(i);
      if (field == 'H') {
        teasers(site, teasers, out);
      } else if (field == 'F') {
        footer(site, out);
      } else if (field == 'M') {
        block(out, site.name());
      } else if (story != null) {
        switch (field) {
          case 'S' -> block(out, SECTIONS[Math.floorMod(story.number(), SECTIONS.length)]);
          case 'T' -> block(out, story.title());
          case 'X' -> story.paragraphs().forEach(paragraph -> block(out, paragraph));
          case 'P' -> {
            provider = site.credit().replace("{author}", story.author());
            block(out, provider);
          }
          default -> {
            if (field != 'D') {
              byline = site.byline().replace("{author}", story.author());
            }
            if (field != 'B') {
              publishedAt = printed(site, story);
            }
            String date = field == 'B' ? "" : date(site, story);
            block(out, field == 'Y' ? byline + " | " + date : field == 'B' ? byline : date);
          }
        }
      }
    }
    return new Laid(out.toString(), byline, provider, publishedAt);
  }

  private static String date(SiteTemplate site, Story story) {
    return site.date()
        .format(
            Instant.ofEpochSecond(story.minutes() * SECONDS_IN_MINUTE).atOffset(ZoneOffset.UTC));
  }

  private static Instant printed(SiteTemplate site, Story story) {
    long seconds = story.minutes() * SECONDS_IN_MINUTE;
    return Instant.ofEpochSecond(
        site.showsTime() ? seconds : Math.floorDiv(seconds, SECONDS_IN_DAY) * SECONDS_IN_DAY);
  }

  private static void block(StringBuilder out, String text) {
    if (out.length() > 0) {
      out.append("\n\n");
    }
    out.append(text);
  }

  private static void teasers(
      SiteTemplate site, List<TeaserPool.Teaser> teasers, StringBuilder out) {
    site.headings().forEach(heading -> block(out, heading));
    boolean isFirst = true;
    for (TeaserPool.Teaser teaser : teasers) {
      boolean isList = teaser.snippet() == null;
      out.append(isList && !isFirst ? "\n" : "\n\n").append(teaser.title());
      isFirst = false;
      if (isList) {
        continue;
      }
      boolean isClose = site.list() == SiteTemplate.ListForm.CLOSE;
      out.append(isClose ? "\n" : "\n\n").append(teaser.snippet());
      if (teaser.isCut()) {
        boolean isBelow = site.list() == SiteTemplate.ListForm.MARKER_BELOW;
        out.append(isBelow ? site.sign().stripTrailing() + "\n" : site.sign());
        out.append(site.marker());
      }
    }
  }

  private static void footer(SiteTemplate site, StringBuilder out) {
    boolean isFirst = true;
    for (String line : site.footers()) {
      out.append(isFirst && !site.isGlued() ? "\n\n" : "\n").append(line);
      isFirst = false;
    }
    if (!site.isGlued()) {
      out.append('\n');
    }
  }
}
