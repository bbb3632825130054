package org.copydesk.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.stated.DateOrder;
import org.copydesk.html.stated.PageAddress;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.stated.TellingElements;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.InlineText;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.Page;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.dates.DateReader.Dated;
import org.copydesk.segment.dates.DateReader.Meaning;
import org.copydesk.segment.dates.DateReader.Read;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * When an article was published and last changed: what the page's data states, else what it shows,
 * by the word beside each date. Dates of embedded posts, of other articles and of comments are
 * nobody's; a date that is called that of an update stands for the publication only where the page
 * gives no other.
 *
 * @param publishedAt null when unknown
 * @param precision null when {@code publishedAt} is
 * @param modifiedAt null when unknown
 * @param evidence what speaks for the publication and against it
 */
record PageDates(
    Instant publishedAt, DatePrecision precision, Instant modifiedAt, DateEvidence evidence) {
  /** A date this far after the fetch is a mistake: clocks and zones differ by less. */
  private static final long FUTURE_SECONDS = 2 * 86_400L;

  private static final int MOST_WORDS = 16;
  private static final int MOST_LABEL_WORDS = 4;
  private static final int BLOCKS_ABOVE_BODY = 12;
  private static final int BLOCKS_AROUND_HEADLINE = 8;
  private static final int BLOCKS_BESIDE_HEADLINE = 5;
  private static final int MOST_TIMES = 6;
  private static final int LONGEST_BESIDE_TIME = 120;

  private static final String[] PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "itemprop:datepublished",
    "article:published",
    "datepublished",
    "publish_date",
    "publish-date",
    "publication_date",
    "publicationdate",
    "pubdate",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dc:date",
    "dcterms.date",
    "dcterm.date",
    "dcterm:date",
    "date",
    "originalpublicationdate",
    "ptime",
    "rnews:datepublished",
    "citation_publication_date",
    "citation_online_date",
    "itemprop:datecreated"
  };

  private static final String[] MODIFIED = {
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "article:updated",
    "itemprop:datemodified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "dc.date.updated",
    "date.updated",
    "last-modified",
    "lastmod",
    "revised"
  };

  /** Words of class names of elements that show a date. */
  private static final Set<String> DATE_NAMES =
      Set.of(
          ("date dates datum fecha data time timestamp published publish posted postdate pubdate"
                  + " datetime meta")
              .split(" "));

  /** Classes of quoted posts. */
  private static final Set<String> EMBEDDED =
      Set.of(
          ("twitter-tweet twitter-video tweet embedded-tweet instagram-media fb-post fb-video"
                  + " tiktok-embed bluesky-embed mastodon-embed telegram-post text-post-media"
                  + " reddit-embed-bq social-embed")
              .split(" "));

  static PageDates of(
      Page page,
      Document document,
      TellingElements elements,
      PageBlocks blocks,
      Box body,
      StructuredData data,
      String url,
      int headline) {
    Search search =
        new Search(
            page.fetchedAt(),
            DateOrder.isMonthFirst(
                document, blocks, body, PageAddress.host(url), data.meta("og:locale")));
    data.published.forEach(date -> search.add(date, Meaning.PUBLISHED));
    data.modified.forEach(date -> search.add(date, Meaning.MODIFIED));
    for (String name : PUBLISHED) {
      data.all(name).forEach(date -> search.add(date, Meaning.PUBLISHED));
    }
    for (String name : MODIFIED) {
      data.all(name).forEach(date -> search.add(date, Meaning.MODIFIED));
    }
    for (Element element : elements.published) {
      if (!isOfOther(element, body)) {
        search.add(written(element), Meaning.PUBLISHED);
      }
    }
    for (Element element : elements.modified) {
      if (!isOfOther(element, body)) {
        search.add(written(element), Meaning.MODIFIED);
      }
    }
    data.pagePublished.forEach(date -> search.add(date, Meaning.PUBLISHED));
    data.layer.published.forEach(date -> search.add(date, Meaning.PUBLISHED));
    addTimes(search, elements, body);
    if (body != null) {
      int from = Math.max(0, body.firstBlock - BLOCKS_ABOVE_BODY);
      if (headline >= 0 && headline < from) {
        // A list of others stands between the head of the article and most of its text.
        int end = Math.min(headline + BLOCKS_AROUND_HEADLINE, from);
        addVisible(search, blocks, Math.max(0, headline - 2), end, Place.HEAD);
      } else if (headline >= 0) {
        int end = Math.min(headline + BLOCKS_BESIDE_HEADLINE, body.endBlock);
        addVisible(search, blocks, Math.max(0, headline - 2), end, Place.HEAD);
      }
      int end = Math.min(body.endBlock, body.firstBlock + BLOCKS_AROUND_HEADLINE);
      addVisible(search, blocks, from, end, Place.BODY);
    }
    if (!search.hasPublished()) {
      addVisible(search, blocks, Math.max(0, headline), blocks.blocks().size(), Place.ELSEWHERE);
    }
    if (!search.hasPublished()) {
      addVisible(search, blocks, 0, Math.max(0, headline), Place.ELSEWHERE);
    }
    search.add(page.publishedAt(), Meaning.PUBLISHED);
    search.add(PageFacts.fromAddress(url), Meaning.PUBLISHED);
    return search.found();
  }

  /** Whether a date that a reader sees is that of a comment or of another article. */
  private static boolean isOfOther(Element element, Box body) {
    return !element.normalName().equals("meta") && PageFacts.isApart(element, body);
  }

  private static String written(Element element) {
    for (String attribute : new String[] {"content", "datetime", "title"}) {
      if (DateReader.read(element.attr(attribute), true) != null) {
        return element.attr(attribute);
      }
    }
    return element.text();
  }

  private static void addTimes(Search search, TellingElements elements, Box body) {
    int taken = 0;
    for (Element time : elements.times) {
      if (taken == MOST_TIMES) {
        return;
      }
      if (PageFacts.isApart(time, body) || isEmbedded(time)) {
        continue;
      }
      taken++;
      search.add(written(time), meaning(time));
    }
  }

  private static Meaning meaning(Element time) {
    String names = (time.className() + time.attr("itemprop")).toLowerCase(Locale.ROOT);
    if (names.contains("published")) {
      return Meaning.PUBLISHED;
    }
    if (names.contains("updated") || names.contains("modified")) {
      return Meaning.MODIFIED;
    }
    String own = InlineText.of(time);
    Meaning inside = DateReader.meaningBefore(own);
    Element holder = time.parent();
    String beside = inside == Meaning.UNSAID && holder != null ? InlineText.of(holder) : "";
    int at = beside.length() > LONGEST_BESIDE_TIME ? -1 : beside.indexOf(own);
    return at <= 0 ? inside : DateReader.meaningBefore(beside.substring(0, at));
  }

  /** Where lines are read: elsewhere than at the article only dates that are called so count. */
  private enum Place {
    HEAD,
    BODY,
    ELSEWHERE
  }

  /** Dates of short lines. */
  private static void addVisible(Search search, PageBlocks page, int from, int end, Place place) {
    String label = "";
    for (int i = from; i < end; i++) {
      TextBlock block = page.blocks().get(i);
      String before = label;
      label = block.words <= MOST_LABEL_WORDS ? block.text : "";
      boolean isPart =
          block.role == Box.Role.BYLINE
              || block.role == Box.Role.META
              || place == Place.HEAD && PageFacts.isLooseRole(block.role)
              || place == Place.ELSEWHERE
                  && (block.role == Box.Role.ASIDE
                      || block.role == Box.Role.TAGS
                      || block.role == Box.Role.CAPTION && isNamedDate(block));
      boolean isInText = block.words > MOST_LABEL_WORDS * 2 && block.endsSentence();
      if (block.words > MOST_WORDS
          || block.role.isOutside && !isPart
          || block.box.isCard
          || !mayHoldDate(block.text)
          || isEmbedded(block.box.element)) {
        continue;
      }
      for (Dated dated : DateReader.readAll(block.spaced(), search.isMonthFirst)) {
        Meaning meaning = dated.meaning();
        if (meaning == Meaning.UNSAID && !before.isEmpty()) {
          meaning = DateReader.meaningBefore(before);
        }
        boolean isCalled =
            meaning != Meaning.UNSAID
                || !isInText && (place != Place.ELSEWHERE || isNamedDate(block));
        if (isCalled) {
          search.add(dated.read(), meaning);
          search.shown(dated.read(), meaning);
          if (meaning != Meaning.MODIFIED && (place == Place.HEAD || isNamedDate(block))) {
            search.shownAtHead(dated.read());
          }
        }
      }
    }
  }

  private static boolean isNamedDate(TextBlock block) {
    String names = block.box.element.className().toLowerCase(Locale.ROOT);
    for (String word : names.split("[^a-z]+", 20)) {
      if (DATE_NAMES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an element is in a quotation or in a post of another site. */
  private static boolean isEmbedded(Element element) {
    Element up = element;
    for (int i = 0; i < 8 && up != null && !up.normalName().equals("body"); i++, up = up.parent()) {
      if (up.normalName().equals("blockquote")) {
        return true;
      }
      for (String name : up.className().split(" ", 20)) {
        if (EMBEDDED.contains(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mayHoldDate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i)) || text.charAt(i) == '年') {
        return true;
      }
    }
    return false;
  }

  /** The dates met so far, the most reliable first. */
  private static final class Search {
    private final Instant fetched;
    private final boolean isMonthFirst;
    private final List<Read> published = new ArrayList<>();
    private final List<Read> unsaid = new ArrayList<>();
    private final List<Read> modified = new ArrayList<>();

    /** Those of {@code modified} that a reader sees. */
    private final List<Read> shownModified = new ArrayList<>();

    private final List<Read> shownOthers = new ArrayList<>();

    /** Those beside the headline or in a part that is called a date. */
    private final List<Read> shownAtHead = new ArrayList<>();

    Search(Instant fetched, boolean isMonthFirst) {
      this.fetched = fetched;
      this.isMonthFirst = isMonthFirst;
    }

    void add(String written, Meaning source) {
      for (Dated dated : DateReader.readAll(written, isMonthFirst)) {
        add(dated.read(), dated.meaning() == Meaning.UNSAID ? source : dated.meaning());
      }
    }

    void add(Read read, Meaning meaning) {
      boolean isFuture =
          fetched != null && read.instant().isAfter(fetched.plusSeconds(FUTURE_SECONDS));
      if (!isFuture) {
        switch (meaning) {
          case PUBLISHED -> published.add(read);
          case UNSAID -> unsaid.add(read);
          case MODIFIED -> modified.add(read);
          case OTHER -> {}
        }
      }
    }

    void shown(Read read, Meaning meaning) {
      if (meaning == Meaning.MODIFIED) {
        shownModified.add(read);
      } else if (meaning != Meaning.OTHER) {
        shownOthers.add(read);
      }
    }

    void shownAtHead(Read read) {
      shownAtHead.add(read);
    }

    boolean hasPublished() {
      return !published.isEmpty() || !unsaid.isEmpty();
    }

    PageDates found() {
      List<Read> all = new ArrayList<>(published);
      all.addAll(unsaid);
      if (all.isEmpty()) {
        // By then it was public.
        all.addAll(shownModified);
      }
      Read day = sharpened(all);
      Read change = sharpened(modified);
      if (day != null
          && change != null
          && day.hasTime()
          && day.instant().equals(change.instant())) {
        Read earlier = onlyEarlier(day);
        day = earlier == null ? day : earlier;
      }
      return new PageDates(
          day == null ? null : day.instant(),
          day == null ? null : day.precision(),
          change == null ? null : change.instant(),
          day == null ? null : DateEvidence.of(day, published, unsaid, shownOthers, shownModified));
    }

    /**
     * The one day shown at the headline, where it is before a publication that is stated to be that
     * of the last change: programs that publish a site again stamp all its pages anew.
     */
    private Read onlyEarlier(Read stated) {
      Read shown = null;
      for (Read read : shownAtHead) {
        boolean isEarlier = read.instant().isBefore(stated.instant()) && !isSameDay(read, stated);
        if (!isEarlier || shown != null && !isSameDay(read, shown)) {
          return null;
        }
        shown = read;
      }
      return shown;
    }

    /** The first, or a later one that says the same day but more precisely. */
    private static Read sharpened(List<Read> reads) {
      Read best = null;
      for (Read read : reads) {
        if (best == null) {
          best = read;
        } else if (isSameDay(best, read)
            && ((!best.hasTime() && read.hasTime())
                || (best.hasTime() && !best.hasZone() && read.hasZone()))) {
          best = read;
        }
      }
      return best;
    }

    private static boolean isSameDay(Read a, Read b) {
      return Math.abs(a.instant().getEpochSecond() - b.instant().getEpochSecond())
          < 86_400 + 43_200;
    }
  }
}
