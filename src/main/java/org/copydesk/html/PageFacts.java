package org.copydesk.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.Page;
import org.copydesk.segment.AuthorNames;
import org.copydesk.segment.BylineReader;
import org.copydesk.segment.FieldParts;
import org.copydesk.segment.Lexicon;
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
    String siteName) {
  /** Fields of bibliographies: one element a name, often with the family's first. */
  private static final Set<String> ONE_NAME_EACH =
      Set.of("citation_author", "dc.creator", "dcterm.creator", "dcterms.creator", "dc:creator");

  private static final int LONGEST_NAMED = 80;
  private static final int MOST_BYLINE_WORDS = 8;
  private static final int BLOCKS_BESIDE_HEADLINE = 6;
  private static final int BLOCKS_BELOW_BODY = 12;

  /** Of "written by" and its like; "by" and "von" are shorter. */
  private static final int FEWEST_LETTERS_OF_LABEL = 6;

  private static final int LONGEST_OPENING = 36;

  static PageFacts of(
      Page page,
      Document document,
      TellingElements elements,
      PageBlocks blocks,
      Box body,
      StructuredData data) {
    String url = PageAddress.of(document, data, page.url());
    String host = PageAddress.host(url);
    String siteName = data.meta("og:site_name", "application-name", "al:android:app_name");
    siteName = siteName == null ? data.publisher : siteName;
    String title = PageTitle.of(document, blocks, body, data, siteName, host);
    if (title == null || title.isBlank()) {
      title = page.title();
    }
    String byline = byline(blocks, body, siteName, title);
    byline =
        byline == null && body != null
            ? new BareNames(blocks, body, document.title()).find(headline(blocks, body, title))
            : byline;
    List<String> authors = authors(elements, data, byline, siteName, host, body, blocks);
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
        PageAddress.canonical(document, page.url(), url),
        siteName == null || siteName.isBlank() ? null : siteName.strip());
  }

  private static String byline(PageBlocks page, Box body, String site, String title) {
    if (body == null) {
      return null;
    }
    String named = null;
    int headline = headline(page, body, title);
    int from = Math.max(0, body.firstBlock - 30);
    from = headline < 0 ? from : Math.max(0, Math.min(from, headline - 3));
    for (int i = from; i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      boolean isNear = i < body.endBlock + BLOCKS_BELOW_BODY && i < body.firstBlock + 40;
      boolean isBelow = i >= body.endBlock - BLOCKS_BELOW_BODY;
      String line = block.spaced();
      if (block.words > 20 || block.chars > 120 || isHeadline(block, title) || block.box.isCard) {
        continue;
      }
      boolean isPart = block.role == Box.Role.BYLINE || block.role == Box.Role.META;
      boolean isBesideHeadline =
          headline >= 0
              && Math.abs(i - headline) <= BLOCKS_BESIDE_HEADLINE
              && isLooseRole(block.role);
      if (block.role.isOutside && !isPart && !isBesideHeadline) {
        continue;
      }
      boolean isByline = (isNear || saysWriter(line)) && BylineReader.isByline(line);
      if (isByline
          && AuthorNames.of(line, site).stream().anyMatch(PageFacts::mayBeShown)
          && !block.isListItemOfWords()) {
        return withoutDate(line);
      }
      String label = i == 0 ? "" : page.blocks().get(i - 1).text;
      if ((isNear || saysWriter(label)) && BareNames.isCalledAuthor(label, line)) {
        return withoutDate(line);
      }
      if (named == null && block.role == Box.Role.BYLINE && (isNear || isBelow)) {
        String rest = withoutDate(line);
        boolean isShort = rest.split(" ", MOST_BYLINE_WORDS + 1).length <= MOST_BYLINE_WORDS;
        named = isShort && !AuthorNames.of(rest, site).isEmpty() ? rest : null;
      }
    }
    return named;
  }

  /** Names of parts that sites give to the head of an article as well. */
  static boolean isLooseRole(Box.Role role) {
    return role == Box.Role.ASIDE
        || role == Box.Role.TAGS
        || role == Box.Role.ADVERT
        || role == Box.Role.NOTICE
        || role == Box.Role.SHARE;
  }

  /** Far from the headline "by" alone may name whom a card is by; "Written by" tells more. */
  private static boolean saysWriter(String line) {
    if (line.length() < FEWEST_LETTERS_OF_LABEL) {
      return false;
    }
    String opening = line.substring(0, Math.min(line.length(), LONGEST_OPENING));
    return Lexicon.shipped().byline(Normaliser.normalise(opening)) >= FEWEST_LETTERS_OF_LABEL;
  }

  /** The last block before the body that is the headline; -1 where none is. */
  static int headline(PageBlocks blocks, Box body, String title) {
    if (body == null) {
      return -1;
    }
    for (int i = Math.min(body.firstBlock, blocks.blocks().size() - 1); i >= 0; i--) {
      TextBlock block = blocks.blocks().get(i);
      if (block.isHeading() && isHeadline(block, title)) {
        return i;
      }
    }
    return -1;
  }

  /** "POR QUÉ GANÓ EL PUERTO" is no byline, though one may begin with "por". */
  private static boolean isHeadline(TextBlock block, String title) {
    return block.box.tag().equals("h1")
        || (title != null && Normaliser.normalise(block.text).equals(Normaliser.normalise(title)));
  }

  private static String withoutDate(String line) {
    String rest = FieldParts.withoutDate(line);
    return rest == null ? line : rest;
  }

  private static List<String> authors(
      TellingElements elements,
      StructuredData data,
      String byline,
      String site,
      String host,
      Box body,
      PageBlocks blocks) {
    Set<String> names = new LinkedHashSet<>();
    for (String author : data.authors) {
      // A person may have given their name to the site.
      String house = data.persons.contains(author) ? null : site;
      names.addAll(stated(author, house));
    }
    if (names.isEmpty()) {
      for (Element author : elements.authors) {
        if (isInFigure(author) || isApart(author, body)) {
          continue;
        }
        Element name = author.selectFirst("[itemprop=name]");
        Element holder = name == null ? author : name;
        names.addAll(
            AuthorNames.of(
                holder.hasAttr("content") ? holder.attr("content") : InlineText.of(holder), site));
      }
    }
    for (String key :
        new String[] {
          "author",
          "article:author",
          "og:article:author",
          "byl",
          "sailthru.author",
          "parsely-author",
          "dc.creator",
          "dcterm.creator",
          "dcterms.creator",
          "dc:creator",
          "cxenseparse:author",
          "twitter:creator_name",
          "citation_author",
          "byline",
          "authors",
          "creator",
          "author_name",
          "article:author_name"
        }) {
      if (names.isEmpty()) {
        boolean isOfOne = ONE_NAME_EACH.contains(key);
        for (String author : data.all(key)) {
          names.addAll(isOfOne ? AuthorNames.ofOne(author, site) : stated(author, site));
        }
      }
    }
    if (names.isEmpty() && isWrittenBy(data.meta("twitter:label1"))) {
      names.addAll(AuthorNames.of(data.meta("twitter:data1"), site));
    }
    List<String> shown = byline == null ? List.of() : written(byline, site);
    if (names.isEmpty() || isAccount(names, shown, blocks)) {
      names.clear();
      names.addAll(shown);
    }
    if (names.isEmpty() && body != null) {
      addNamed(names, elements, site, body);
    }
    if (names.isEmpty() && body != null) {
      addLinked(names, site, body);
    }
    if (names.isEmpty() && body != null) {
      addOnlyLinked(names, elements, site, body);
    }
    if (names.isEmpty() && !data.types.contains("newsarticle")) {
      // A firm that says of itself that it wrote this, where nobody else is named.
      List<String> stated = new ArrayList<>(data.authors);
      stated.addAll(data.all("author"));
      elements.authors.forEach(element -> stated.add(element.attr("content")));
      stated.stream().filter(author -> isHouse(author, site, host)).forEach(names::add);
    }
    return withoutRepeats(names);
  }

  private static boolean isHouse(String author, String site, String host) {
    if (author.isBlank() || Collectives.isPaper(author)) {
      return false;
    }
    String name = Normaliser.normalise(author);
    return site != null && name.equals(Normaliser.normalise(site))
        || name.length() > 2 && host.startsWith(name.replace(" ", "").replace(".com", "") + ".");
  }

  private static List<String> stated(String field, String site) {
    String group = Collectives.of(field);
    return group == null ? AuthorNames.of(field, site) : List.of(group);
  }

  /** The names of a byline: "By the Harbour Team" names a group. */
  private static List<String> written(String byline, String site) {
    int prefix = Lexicon.shipped().byline(Normaliser.normalise(byline));
    String group = prefix > 0 && prefix < byline.length() ? byline.substring(prefix) : byline;
    String found = Collectives.of(group.replaceFirst("^[\\s:]+", ""));
    return found == null ? AuthorNames.of(byline, site) : List.of(found);
  }

  /**
   * Whether what is stated is the account that put the page on the site: none of it is shown to a
   * reader, who sees another name in full.
   */
  private static boolean isAccount(Set<String> names, List<String> shown, PageBlocks page) {
    if (shown.isEmpty()
        || shown.stream().anyMatch(name -> name.indexOf(' ') < 0 || Collectives.of(name) != null)) {
      return false;
    }
    for (TextBlock block : page.blocks()) {
      for (String name : names) {
        if (block.text.contains(name)) {
          return false;
        }
      }
    }
    String seen = Normaliser.normalise(String.join(" ", shown));
    for (String name : names) {
      String family = name.substring(name.lastIndexOf(' ') + 1);
      if (seen.contains(Normaliser.normalise(family))) {
        return false;
      }
    }
    return true;
  }

  /** Links to authors around the body, those in lists of other articles apart. */
  private static void addLinked(Set<String> names, String site, Box body) {
    Element scope = body.parent == null ? body.element : body.parent.element;
    for (Element link : scope.select("a[rel~=author]")) {
      if (!isApart(link, body)) {
        names.addAll(AuthorNames.of(InlineText.of(link), site));
      }
    }
  }

  /** The one person all links to authors name, wherever on the page they stand. */
  private static void addOnlyLinked(
      Set<String> names, TellingElements elements, String site, Box body) {
    Set<String> linked = new LinkedHashSet<>();
    for (Element link : elements.authorLinks) {
      if (!isApart(link, body)) {
        linked.addAll(AuthorNames.of(InlineText.of(link), site));
      }
    }
    if (linked.size() == 1) {
      names.addAll(linked);
    }
  }

  private static boolean isWrittenBy(String label) {
    return label != null && BylineReader.isByline(label + " Ana Roe");
  }

  /** The first parts that are called author: an hCard's name, or a short text with a name alone. */
  private static void addNamed(Set<String> names, TellingElements elements, String site, Box body) {
    for (Element element : elements.calledAuthor) {
      boolean isOfPage = element.normalName().equals("body") || element.normalName().equals("html");
      if (isOfPage || isApart(element, body) || !isCalledAuthor(element.className())) {
        continue;
      }
      String text = withoutDate(InlineText.of(element));
      if (text.length() <= LONGEST_NAMED && !text.endsWith(".")) {
        AuthorNames.of(text, site).stream().filter(PageFacts::mayBeShown).forEach(names::add);
        if (!names.isEmpty()) {
          return;
        }
      }
    }
  }

  /** A word in small letters is shown as a name by few; "mins" by many. */
  private static boolean mayBeShown(String name) {
    return name.indexOf(' ') > 0 || !Character.isLowerCase(name.codePointAt(0));
  }

  /** Whether one of the words in class names says author; "authority-control" does not. */
  private static boolean isCalledAuthor(String names) {
    for (String word : names.split("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})")) {
      switch (word.toLowerCase(Locale.ROOT)) {
        case "author", "authors", "autor", "autorin", "autore", "byline", "fn" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isInFigure(Element element) {
    Element up = element;
    for (int i = 0; i < 6 && up != null; i++, up = up.parent()) {
      if (up.normalName().equals("figure") || up.normalName().equals("figcaption")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> withoutRepeats(Set<String> names) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> out = new ArrayList<>();
    for (String name : names) {
      if (seen.add(Normaliser.normalise(name))) {
        out.add(name);
      }
    }
    return out;
  }

  /** Whether an element stands in a list of other articles or in comments. */
  static boolean isApart(Element element, Box body) {
    Element up = element;
    for (int i = 0; i < 12 && up != null; i++, up = up.parent()) {
      String tag = up.normalName();
      if (body != null && up == body.element) {
        return false;
      }
      if (tag.equals("aside") && i > 0
          || tag.equals("footer") && body != null && !isOfArticle(up, body)
          || tag.equals("nav")) {
        return true;
      }
      String names = (up.className() + " " + up.id()).toLowerCase(Locale.ROOT);
      if (i > 0
          && (names.contains("related")
              || names.contains("comment") && !tag.equals("body") && !tag.equals("article")
              || names.contains("sidebar") && !tag.equals("body")
              || names.contains("widget"))) {
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
