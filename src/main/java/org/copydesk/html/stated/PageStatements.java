package org.copydesk.html.stated;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.model.Rights;
import org.copydesk.model.RightsCarrier;
import org.copydesk.model.Stated;
import org.jsoup.nodes.Element;

/** What the head of a page states for machines beside the article's own fields. */
public final class PageStatements {
  private static final int MOST_KEYWORDS = 50;
  private static final int LONGEST_KEYWORD = 100;
  private static final int LONGEST_SECTION = 100;

  private PageStatements() {}

  public static Stated of(TellingElements elements, StructuredData data) {
    String section = data.section != null ? data.section : data.meta("article:section", "section");
    String description = data.meta("og:description", "description", "twitter:description");
    String image = address(data.meta("og:image", "twitter:image"), elements);
    return new Stated(
        section == null || section.length() > LONGEST_SECTION ? null : section,
        keywords(data),
        description != null ? description : data.description,
        image != null ? image : address(data.image, elements),
        isPaywalled(data),
        false,
        rights(elements, data));
  }

  private static String address(String stated, TellingElements elements) {
    if (stated == null || elements.meta.isEmpty()) {
      return stated;
    }
    Element any = elements.meta.get(0);
    boolean mayBePlain = !stated.isEmpty() && stated.indexOf('#') < 0;
    String plain = mayBePlain ? PageAddress.plain(any.baseUri(), stated) : null;
    if (plain != null) {
      return plain;
    }
    String whole = org.jsoup.internal.StringUtil.resolve(any.baseUri(), stated);
    return whole.isEmpty() ? stated : whole;
  }

  private static List<String> keywords(StructuredData data) {
    Set<String> found = new LinkedHashSet<>();
    for (List<String> stated :
        List.of(
            data.keywords,
            data.all("news_keywords"),
            data.all("article:tag"),
            data.all("keywords"))) {
      for (String list : stated) {
        for (String word : list.split("[,;]")) {
          String keyword = word.strip();
          boolean isOne = !keyword.isEmpty() && keyword.length() <= LONGEST_KEYWORD;
          if (isOne && found.size() < MOST_KEYWORDS) {
            found.add(keyword);
          }
        }
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    return List.copyOf(found);
  }

  private static Boolean isPaywalled(StructuredData data) {
    if (data.isFree != null) {
      return !data.isFree;
    }
    String tier = data.meta("article:content_tier");
    if (tier == null) {
      return null;
    }
    return switch (tier.toLowerCase(Locale.ROOT)) {
      case "free" -> Boolean.FALSE;
      case "locked", "metered" -> Boolean.TRUE;
      default -> null;
    };
  }

  private static Rights rights(TellingElements elements, StructuredData data) {
    Rights rights = Rights.NONE;
    for (RightsCarrier carrier : RightsCarrier.values()) {
      for (String name : carrier.names()) {
        List<String> values =
            switch (carrier.place()) {
              case META -> data.all(name);
              case LINK -> elements.links(name);
              case JSON_LD -> data.licences;
              // A meta element may stand for a header: http-equiv.
              case HTTP_HEADER -> data.all(name.toLowerCase(Locale.ROOT));
              case FILE -> List.of();
            };
        for (String value : values) {
          rights = rights.and(Rights.of(carrier.says(), value));
        }
      }
    }
    return rights;
  }
}
