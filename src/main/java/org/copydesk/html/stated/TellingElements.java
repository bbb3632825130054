package org.copydesk.html.stated;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.text.WorkLimit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The elements that tell something of the article besides its text, in document order, found in one
 * walk: each further one over a page of 190 KB costs as much as a tenth of parsing it.
 */
public final class TellingElements {
  final List<Element> meta = new ArrayList<>();

  /** Links of the head to the canonical address. */
  final List<Element> canonical = new ArrayList<>();

  /** The first {@code base} with an address; null where none is. */
  Element base;

  /** Scripts of JSON-LD. */
  final List<Element> statements = new ArrayList<>();

  /** Links of the head that name a licence. */
  private final List<Element> licences = new ArrayList<>();

  /** Scripts that tell visitor counters of the page. */
  final List<Element> layers = new ArrayList<>();

  public final List<Element> times = new ArrayList<>();

  /** With {@code itemprop} author or creator. */
  public final List<Element> authors = new ArrayList<>();

  /** With a class that holds the word author, or the name in an hCard. */
  public final List<Element> calledAuthor = new ArrayList<>();

  /** Links to the pages of authors. */
  public final List<Element> authorLinks = new ArrayList<>();

  /** With {@code itemprop} datePublished, after them old marks of the same. */
  public final List<Element> published = new ArrayList<>();

  /** With {@code itemprop} dateModified. */
  public final List<Element> modified = new ArrayList<>();

  /** Number of forms. */
  public int forms;

  private final List<Element> oldPublished = new ArrayList<>();

  public static TellingElements of(Document page) {
    TellingElements found = new TellingElements();
    Element element = page;
    while (element != null) {
      WorkLimit.check();
      found.take(element);
      Element next = element.firstElementChild();
      while (next == null && element != page) {
        next = element.nextElementSibling();
        element = next == null ? element.parent() : element;
      }
      element = next;
    }
    found.published.addAll(found.oldPublished);
    return found;
  }

  /** Where the links of a kind lead that says something of rights. */
  List<String> links(String rel) {
    return licences.stream()
        .filter(
            link -> List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).contains(rel))
        .map(link -> link.absUrl("href").isEmpty() ? link.attr("href") : link.absUrl("href"))
        .toList();
  }

  /** Forgets what stands in elements that are stories of their own; looks at each once for all. */
  public void leaveOut(Collection<Element> stories) {
    if (stories.isEmpty()) {
      return;
    }
    Set<Element> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    parts.addAll(stories);
    for (List<Element> list :
        List.of(times, authors, calledAuthor, authorLinks, published, oldPublished, modified)) {
      list.removeIf(element -> isIn(element, parts));
    }
  }

  private static boolean isIn(Element element, Set<Element> parts) {
    Element up = element;
    while (up != null && !parts.contains(up)) {
      WorkLimit.check();
      up = up.parent();
    }
    return up != null;
  }

  private void take(Element element) {
    String tag = element.normalName();
    switch (tag) {
      case "meta" -> meta.add(element);
      case "time" -> times.add(element);
      case "link" -> {
        String relation = element.attr("rel").toLowerCase(Locale.ROOT);
        if (relation.equals("canonical") && element.closest("head") != null) {
          canonical.add(element);
        } else if (relation.contains("license")) {
          licences.add(element);
        }
      }
      case "base" -> base = base == null && element.hasAttr("href") ? element : base;
      case "form" -> forms++;
      case "script" -> {
        if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
          statements.add(element);
        } else if (!element.hasAttr("src") && DataLayer.isIn(element.data())) {
          layers.add(element);
        }
        return;
      }
      default -> {}
    }
    if (element.attributesSize() == 0) {
      return;
    }
    if (tag.equals("a") && element.attr("rel").contains("author")) {
      authorLinks.add(element);
    }
    String property = element.attr("itemprop");
    if (!property.isEmpty()) {
      if (property.contains("author") || property.contains("creator")) {
        authors.add(element);
      }
      if (property.contains("datePublished")) {
        published.add(element);
      }
      if (property.contains("dateModified") || property.contains("dateUpdated")) {
        modified.add(element);
      }
    }
    String names = element.className();
    if (!names.isEmpty()) {
      takeByName(element, tag, names);
    }
    if (tag.equals("time") && element.hasAttr("pubdate") && element.hasAttr("datetime")) {
      oldPublished.add(element);
    }
  }

  private void takeByName(Element element, String tag, String names) {
    boolean isAuthor =
        names.contains("author")
            || names.contains("autor")
            || names.contains("Author")
            || names.contains("byline");
    if (isAuthor || (names.contains("fn") && element.hasClass("fn") && isInCard(element))) {
      calledAuthor.add(element);
    }
    if (tag.equals("abbr") && element.hasClass("published") && element.hasAttr("title")) {
      oldPublished.add(element);
    }
  }

  private static boolean isInCard(Element element) {
    for (Element up = element.parent(); up != null; up = up.parent()) {
      if (up.hasClass("vcard") || up.hasClass("hcard")) {
        return true;
      }
    }
    return false;
  }
}
