package org.copydesk.html;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.copydesk.html.stated.PageAddress;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.stated.TellingElements;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.Page;
import org.copydesk.segment.fields.AuthorNames;
import org.copydesk.text.Normaliser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What is known of an article besides its text: each field from the most reliable place that gives
 * a value that can be true.
 *
 * @param title headline without the site's name; null when none
 * @param byline the visible line that names the authors, without a date beside them; null when none
 * @param authors in order; empty when none
 * @param publishedAt null when unknown
 * @param publishedPrecision how exactly that is known; null with it
 * @param modifiedAt when the text was last changed, as the page says; null when unknown
 * @param url canonical address; null when unknown
 * @param site host without "www."; null when unknown
 * @param canonicalUrl where the page says it lives, of whatever site, if not at {@code url}; null
 *     when it says nothing else
 * @param siteName what the page calls its site; null when it does not say
 * @param dateEvidence what speaks for the date of publication; null without one
 */
record PageFacts(
    String title,
    String byline,
    List<String> authors,
    Instant publishedAt,
    DatePrecision publishedPrecision,
    Instant modifiedAt,
    String url,
    String site,
    String canonicalUrl,
    String siteName,
    DateEvidence dateEvidence) {
  static PageFacts of(
      Page page,
      Document document,
      String pageTitle,
      TellingElements elements,
      PageBlocks blocks,
      Box body,
      StructuredData data) {
    String url = PageAddress.of(elements, data, page.url());
    String host = PageAddress.host(url);
    String siteName = data.meta("og:site_name", "application-name", "al:android:app_name");
    siteName = siteName == null ? data.publisher : siteName;
    String title = PageTitle.of(pageTitle, blocks, body, data, siteName, host);
    if (title == null || title.isBlank()) {
      title = page.title();
    }
    PageAuthors writers =
        new PageAuthors(elements, blocks, body, data, siteName, host, title, pageTitle);
    String byline = writers.byline();
    List<String> authors = writers.names(byline);
    if (byline == null && authors.isEmpty() && page.byline() != null) {
      byline = page.byline();
      authors = AuthorNames.of(byline, siteName);
    }
    PageDates dates =
        PageDates.of(
            page, document, elements, blocks, body, data, url, headline(blocks, body, title));
    return new PageFacts(
        title == null || title.isBlank() ? null : title,
        byline,
        authors,
        dates.publishedAt(),
        dates.precision(),
        dates.modifiedAt(),
        url,
        host.isEmpty() ? null : host,
        PageAddress.canonical(elements, page.url(), url),
        siteName == null || siteName.isBlank() ? null : siteName.strip(),
        dates.evidence());
  }

  /** Names of parts that sites give to the head of an article as well. */
  static boolean isLooseRole(Box.Role role) {
    return role == Box.Role.ASIDE
        || role == Box.Role.TAGS
        || role == Box.Role.ADVERT
        || role == Box.Role.NOTICE
        || role == Box.Role.SHARE;
  }

  /** Blocks of a body among which its headline stands, where it holds that as well. */
  private static final int HEADLINE_WITHIN = 24;

  /** The last block before the body that is the headline, or the first in it; -1 where none is. */
  static int headline(PageBlocks blocks, Box body, String title) {
    if (body == null) {
      return -1;
    }
    String form = title == null ? null : Normaliser.normalise(title);
    for (int i = Math.min(body.firstBlock, blocks.blocks().size() - 1); i >= 0; i--) {
      TextBlock block = blocks.blocks().get(i);
      if (block.isHeading() && isHeadline(block, form)) {
        return i;
      }
    }
    int end = Math.min(body.endBlock, body.firstBlock + HEADLINE_WITHIN);
    for (int i = body.firstBlock + 1; i < end; i++) {
      TextBlock block = blocks.blocks().get(i);
      if (block.isHeading() && isHeadline(block, form)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * "POR QUÉ GANÓ EL PUERTO" is no byline, though one may begin with "por".
   *
   * @param title in normal form; null when unknown
   */
  static boolean isHeadline(TextBlock block, String title) {
    return block.box.tag().equals("h1") || (title != null && block.normal().equals(title));
  }

  /**
   * Whether an element stands in a list of other articles or in comments. What is said of an
   * element that also holds the body is said of the article.
   */
  static boolean isApart(Element element, Box body) {
    Element up = element;
    for (int i = 0; i < 12 && up != null; i++, up = up.parent()) {
      String tag = up.normalName();
      if (body != null && isAround(up, body)) {
        return false;
      }
      if (tag.equals("aside") && i > 0
          || tag.equals("footer") && body != null && !isOfArticle(up, body)
          || tag.equals("nav")) {
        return true;
      }
      if (i > 0 && !tag.equals("body") && isNamedApart(up, tag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code element} is the body or holds it. */
  private static boolean isAround(Element element, Box body) {
    for (Element up = body.element; up != null; up = up.parent()) {
      if (up == element) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedApart(Element element, String tag) {
    for (String name : (element.className() + " " + element.id()).split("\\s+", 20)) {
      String word = name.toLowerCase(Locale.ROOT);
      // A builder of pages calls each of its parts an "elementor-widget".
      if (word.contains("related")
          || word.contains("comment") && !tag.equals("article")
          || word.contains("sidebar")
          || word.contains("widget") && !word.startsWith("elementor-")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a footer closes the article and not the page: it stands in the element of both. */
  private static boolean isOfArticle(Element footer, Box body) {
    if (body.element == footer.parent()) {
      return true;
    }
    Element article = footer.closest("article");
    for (Element up = body.element; article != null && up != null; up = up.parent()) {
      if (up == article) {
        return true;
      }
    }
    return false;
  }

  /** "/2024/03/05/" in an address gives "2024-03-05"; null where there is no such path. */
  static String fromAddress(String url) {
    if (url == null) {
      return null;
    }
    String[] parts = url.split("/", 40);
    for (int i = 3; i + 2 < parts.length; i++) {
      if (isNumber(parts[i], 4) && isNumber(parts[i + 1], 2) && isNumber(parts[i + 2], 2)) {
        return parts[i] + "-" + parts[i + 1] + "-" + parts[i + 2];
      }
    }
    return null;
  }

  private static boolean isNumber(String text, int digits) {
    if (text.length() != digits) {
      return false;
    }
    for (int i = 0; i < digits; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
