package org.copydesk.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.authors.AuthorNotes;
import org.copydesk.html.authors.Collectives;
import org.copydesk.html.authors.OwnersName;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.stated.TellingElements;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.InlineText;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.fields.AuthorNames;
import org.copydesk.segment.fields.BylineReader;
import org.copydesk.segment.fields.FieldParts;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.text.Normaliser;
import org.jsoup.nodes.Element;

/**
 * Who wrote an article: what the page's data states, else what it shows, from a line that says so
 * to a name that only stands where those who write stand. Those whom other articles, comments and
 * quotations name are not asked.
 */
final class PageAuthors {
  /** Fields of bibliographies: one element a name, often with the family's first. */
  private static final Set<String> ONE_NAME_EACH =
      Set.of("citation_author", "dc.creator", "dcterm.creator", "dcterms.creator", "dc:creator");

  private static final int LONGEST_NAMED = 80;

  static final int BLOCKS_BESIDE_HEADLINE = 6;

  private final TellingElements elements;
  private final PageBlocks page;
  private final Box body;
  private final StructuredData data;
  private final String site;
  private final String host;
  private final String title;
  private final String pageTitle;

  /** The headline's block; -1 where none is. */
  private final int headline;

  /**
   * @param site the site's name as it states it; null when unknown
   * @param host without "www."; empty when unknown
   * @param title of the article
   * @param pageTitle as a browser shows it
   */
  PageAuthors(
      TellingElements elements,
      PageBlocks page,
      Box body,
      StructuredData data,
      String site,
      String host,
      String title,
      String pageTitle) {
    this.elements = elements;
    this.page = page;
    this.body = body;
    this.data = data;
    this.site = site;
    this.host = host;
    this.title = title;
    this.pageTitle = pageTitle;
    this.headline = PageFacts.headline(page, body, title);
  }

  /** The visible line that names the authors, without a date beside them; null when none. */
  String byline() {
    if (body == null) {
      return null;
    }
    String line = new SaidByline(page, body, site, title, headline).find();
    if (line == null) {
      line = new AuthorLinks(page, body).line(headline);
    }
    return line == null ? new BareNames(page, body, pageTitle).find(headline) : line;
  }

  static String withoutDate(String line) {
    String rest = FieldParts.withoutDate(line);
    return rest == null ? line : rest;
  }

  /**
   * The authors in order; empty when none are known.
   *
   * @param byline what {@link #byline} gave
   */
  List<String> names(String byline) {
    Set<String> names = new LinkedHashSet<>();
    for (String author : data.authors) {
      // A person may have given their name to the site.
      boolean isPerson = data.persons.contains(author) || OwnersName.isOwner(author, host);
      String house = isPerson ? null : site;
      names.addAll(stated(author, house));
    }
    if (names.isEmpty()) {
      data.pageAuthors.forEach(author -> names.addAll(stated(author, site)));
    }
    if (names.isEmpty()) {
      for (Element author : elements.authors) {
        if (isInFigure(author) || PageFacts.isApart(author, body)) {
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
    if (names.isEmpty()) {
      data.layer.authors.forEach(author -> names.addAll(stated(author, site)));
    }
    List<String> shown = byline == null ? List.of() : written(byline);
    if (names.isEmpty() || isAccount(names, shown)) {
      names.clear();
      names.addAll(shown);
    }
    if (names.isEmpty() && body != null) {
      addNamed(names);
    }
    if (names.isEmpty() && body != null) {
      addLinked(names);
    }
    if (names.isEmpty() && body != null) {
      addOnlyLinked(names);
    }
    if (names.isEmpty() && body != null) {
      String noted = new AuthorNotes(page, body).find();
      names.addAll(AuthorNames.of(noted, site));
    }
    if (names.isEmpty()) {
      addLast(names);
    }
    return withoutRepeats(names);
  }

  /** Who is believed where nobody else is named: a site's owner, a firm, an account. */
  private void addLast(Set<String> names) {
    String owner = owner();
    if (owner != null) {
      names.add(owner);
      return;
    }
    List<String> stated = new ArrayList<>(data.authors);
    stated.addAll(data.all("author"));
    elements.authors.forEach(element -> stated.add(element.attr("content")));
    stated.addAll(data.layer.authors);
    if (!data.types.contains("newsarticle")) {
      // A firm that says of itself that it wrote this.
      stated.stream().filter(this::isHouse).forEach(names::add);
      String signed = signed();
      if (names.isEmpty() && signed != null && isHouse(signed)) {
        names.add(signed);
      }
    }
    if (names.isEmpty()) {
      stated.stream().filter(AuthorNames::isAccount).limit(1).forEach(names::add);
    }
  }

  private String owner() {
    if (body == null || data.types.contains("newsarticle")) {
      return null;
    }
    String named = OwnersName.of(site, host, "");
    int bar = Math.max(pageTitle.lastIndexOf(" | "), pageTitle.lastIndexOf(" - "));
    bar = Math.max(bar, Math.max(pageTitle.lastIndexOf(" — "), pageTitle.lastIndexOf(" • ")));
    String end = bar < 0 ? null : pageTitle.substring(bar + 3);
    StringBuilder text = new StringBuilder();
    for (int i = body.firstBlock; named == null && i < body.endBlock; i++) {
      text.append(page.blocks().get(i).text).append('\n');
    }
    named = named == null ? OwnersName.of(site, host, text) : named;
    return named == null ? OwnersName.of(end, host, text) : named;
  }

  /** What a line under the headline gives as its writer, whoever it is: "by harbourfirm". */
  private String signed() {
    for (int i = Math.max(0, headline); headline >= 0 && i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      if (i > headline + BLOCKS_BESIDE_HEADLINE) {
        return null;
      }
      String line = withoutDate(block.spaced());
      int prefix =
          line.length() > LONGEST_NAMED
              ? 0
              : BylineWords.SHIPPED.byline(Normaliser.normalise(line));
      if (prefix > 0 && prefix < line.length()) {
        return line.substring(prefix).strip();
      }
    }
    return null;
  }

  private boolean isHouse(String author) {
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
  private List<String> written(String byline) {
    int prefix = BylineWords.SHIPPED.byline(Normaliser.normalise(byline));
    String group = prefix > 0 && prefix < byline.length() ? byline.substring(prefix) : byline;
    String found = Collectives.of(group.replaceFirst("^[\\s:]+", ""));
    return found == null ? AuthorNames.of(byline, site) : List.of(found);
  }

  /**
   * Whether what is stated is the account that put the page on the site: none of it is shown to a
   * reader, who sees another name in full.
   */
  private boolean isAccount(Set<String> names, List<String> shown) {
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
  private void addLinked(Set<String> names) {
    Element scope = body.parent == null ? body.element : body.parent.element;
    for (Element link : elements.authorLinks) {
      if (isIn(link, scope) && !PageFacts.isApart(link, body)) {
        names.addAll(AuthorNames.of(InlineText.of(link), site));
      }
    }
  }

  private static boolean isIn(Element element, Element scope) {
    Element up = element;
    while (up != null && up != scope) {
      up = up.parent();
    }
    return up != null;
  }

  /** The one person all links to authors name, wherever on the page they stand. */
  private void addOnlyLinked(Set<String> names) {
    Set<String> linked = new LinkedHashSet<>();
    for (Element link : elements.authorLinks) {
      if (!PageFacts.isApart(link, body)) {
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
  private void addNamed(Set<String> names) {
    for (Element element : elements.calledAuthor) {
      boolean isOfPage = element.normalName().equals("body") || element.normalName().equals("html");
      if (isOfPage
          || PageFacts.isApart(element, body)
          || isQuoted(element)
          || !isCalledAuthor(element.className())) {
        continue;
      }
      String text = withoutDate(InlineText.of(element));
      if (text.length() <= LONGEST_NAMED && !text.endsWith(".")) {
        List<String> found = AuthorNames.of(text, site);
        if (!found.isEmpty() && found.stream().allMatch(PageAuthors::mayBeShown)) {
          names.addAll(found);
          return;
        }
      }
    }
  }

  /** A word in small letters is shown as a name by few; "mins" by many. */
  static boolean mayBeShown(String name) {
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

  /** Whether an element names whose words a quotation repeats: the author of these alone. */
  static boolean isQuoted(Element element) {
    Element up = element;
    for (int i = 0; i < 5 && up != null; i++, up = up.parent()) {
      String names = up.className().toLowerCase(Locale.ROOT);
      if (up.normalName().equals("blockquote")
          || names.contains("quote")
          || names.contains("testimonial")) {
        return true;
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
}
