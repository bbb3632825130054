package org.copydesk.html.stated;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whether a page writes the month first in dates as "3/4/2024": as its other dates show, one of
 * which has a day above twelve; else as its country and its language do. A page that names neither
 * is read as English is where its text is English, all others with the day first.
 */
public final class DateOrder {
  private static final Pattern DATE =
      Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?![\\d/])");

  /** Longest line that is searched for dates, in characters. */
  private static final int LONGEST = 160;

  /** Ends of hosts in whose countries English, where it is written, has the day first. */
  private static final Set<String> DAY_FIRST =
      Set.of(
          ("uk au nz ie in za sg my hk ng ke gh pk bd lk mt jm tt bb zw zm ug tz mw bw na eu np"
                  + " cy il ae qa gr de fr it es nl be at ch dk no fi pl cz sk hu ro bg tr ru ua br"
                  + " pt mx ar cl th vn id")
              .split(" "));

  private static final Set<String> MONTH_FIRST = Set.of("us", "gov", "mil", "edu", "ph");

  /** Regions of languages in which the month comes first. */
  private static final Set<String> MONTH_FIRST_REGIONS = Set.of("us", "ph");

  private static final Set<String> ENGLISH_WORDS =
      Set.of("the", "of", "and", "to", "in", "a", "is", "for", "that", "on", "with", "was");

  private static final int WORDS_LOOKED_AT = 400;

  /** A quarter of the words of English text are such; of other languages' hardly one in ten. */
  private static final int SHARE_OF_ENGLISH = 7;

  private DateOrder() {}

  /**
   * Whether the month comes first.
   *
   * @param body null when the page has none
   * @param host without "www."; empty when unknown
   * @param locale as {@code og:locale} states it; null when it does not
   */
  public static boolean isMonthFirst(
      Document document, PageBlocks page, Box body, String host, String locale) {
    int shown = shown(page.blocks());
    if (shown != 0) {
      return shown > 0;
    }
    Element root = document.firstElementChild();
    String language = root == null ? "" : root.attr("lang").strip().toLowerCase(Locale.ROOT);
    String stated = locale == null ? "" : locale.strip().toLowerCase(Locale.ROOT);
    language = language.isEmpty() ? stated : language;
    boolean isEnglish =
        language.isEmpty() ? isEnglish(page.blocks(), body) : language.startsWith("en");
    String region = region(language);
    if (!isEnglish) {
      return false;
    }
    String end = host.substring(host.lastIndexOf('.') + 1);
    if (MONTH_FIRST.contains(end)) {
      return true;
    }
    if (DAY_FIRST.contains(end)) {
      return false;
    }
    // Programs for sites state the United States where nobody chose: another region tells more.
    String other = region(stated);
    boolean isOther = region.isEmpty() || MONTH_FIRST_REGIONS.contains(region);
    region = isOther && !other.isEmpty() ? other : region;
    return region.isEmpty() || MONTH_FIRST_REGIONS.contains(region);
  }

  /** "gb" of "en-GB" and of "en_gb"; empty where none is named. */
  private static String region(String language) {
    String[] parts = language.split("[-_]");
    String last = parts[parts.length - 1];
    return parts.length > 1 && last.length() == 2 ? last : "";
  }

  /** Above zero where more dates of the page must have the month first, below where the day. */
  private static int shown(List<TextBlock> blocks) {
    int votes = 0;
    for (TextBlock block : blocks) {
      if (block.chars > LONGEST || block.text.indexOf('/') < 0) {
        continue;
      }
      Matcher date = DATE.matcher(block.text);
      while (date.find()) {
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(2));
        if (first > 12 && first <= 31 && second >= 1 && second <= 12) {
          votes--;
        } else if (second > 12 && second <= 31 && first >= 1 && first <= 12) {
          votes++;
        }
      }
    }
    return votes;
  }

  private static boolean isEnglish(List<TextBlock> blocks, Box body) {
    int words = 0;
    int english = 0;
    int end = body == null ? 0 : Math.min(body.endBlock, blocks.size());
    for (int i = body == null ? 0 : body.firstBlock; i < end && words < WORDS_LOOKED_AT; i++) {
      for (String word : blocks.get(i).normal().split(" ")) {
        words++;
        english += ENGLISH_WORDS.contains(word) ? 1 : 0;
      }
    }
    return english * SHARE_OF_ENGLISH > words;
  }
}
