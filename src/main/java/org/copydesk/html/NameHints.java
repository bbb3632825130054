package org.copydesk.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.jsoup.nodes.Element;

/**
 * What an element's tag, role, class and id say it is for: {@code <div class="shareBar">} is a
 * share bar, {@code <div class="entry-content">} holds the body. Names are cut at case changes and
 * at anything but letters, so "shareBar" and "share_bar" say the same. One instance serves one
 * page.
 */
final class NameHints {
  private static final int FEWEST_SLUG_WORDS = 5;
  private static final int LONGEST_NAMES = 400;

  /** Names that stand for the body, strongest first; each is matched as part of class or id. */
  private static final List<String> BODY_NAMES =
      List.of(
          "articlebody",
          "article-body",
          "article_body",
          "article__body",
          "entry-content",
          "entry_content",
          "entrycontent",
          "post-content",
          "post_content",
          "postcontent",
          "post-body",
          "postbody",
          "post-entry",
          "post-text",
          "posttext",
          "article-text",
          "articletext",
          "article__text",
          "article-content",
          "article_content",
          "article__content",
          "articlecontent",
          "story-body",
          "storybody",
          "story-content",
          "story__body",
          "body-copy",
          "bodycopy",
          "bodytext",
          "body-text",
          "text-content",
          "art-postcontent",
          "field-name-body",
          "field--name-body",
          "fulltext",
          "td-post-content",
          "single-content",
          "blog-content",
          "news-text",
          "newstext",
          "theme-post-content",
          "rich-text",
          "richtext",
          "articulo",
          "contenido",
          "noticia");

  private static final Set<String> WEAK_BODY_NAMES =
      new HashSet<>(
          List.of(
              "entry", "post", "article", "story", "content", "main", "hentry", "text", "blog",
              "news", "body"));

  private static final Map<String, Role> WORDS = new HashMap<>();

  static {
    put(
        Role.SHARE,
        "share sharing shares shariff sharedaddy sharebar social sociable addtoany addthis socials sharebuttons socialmedia sharethis bookmark bookmarks likes heateor");
    put(
        Role.COMMENTS,
        "comments commentlist commentslist commentform respond disqus nocomments commentbox_ commenttext commentbody commentsection leserkommentare kommentare livefyre commentary_ trackback pingback commentbox commentarea kommentar commenting commentaires comentarios");
    put(
        Role.RELATED,
        "related relatedposts similar recommended recommendation recommendations recommend popular trending mostread readmore outbrain taboola yarpp teaser teasers morefrom nextpost prevpost jp_relatedposts moreon promo crosslink crosslinks seealso readalso verwandte weiterlesen further headlines carousel slider ticker latest upnext postnavigation");
    put(
        Role.NEWSLETTER,
        "newsletter subscribe subscription signup mailchimp subscribers registration optin");
    put(
        Role.NAVIGATION,
        "nav navigation navbar menu menue breadcrumb breadcrumbs pagination pager pagenav subnav topnav navi skip skiplink sitemap toc paging submenu megamenu");
    put(
        Role.FOOTER,
        "footer foot colophon siteinfo bottombar copyright footnav pagefooter fusszeile");
    put(
        Role.ASIDE,
        "sidebar aside widget widgets rightcol leftcol rightcolumn infobox_ sidecolumn seitenleiste rail marginalspalte marginal blogroll");
    put(
        Role.ADVERT,
        "ad ads advert adverts advertisement advertising banner sponsor sponsored anzeige adsense adslot werbung dfp gpt affiliate cta");
    put(
        Role.CAPTION,
        "caption captions figcaption imagecaption bildunterschrift credit credits imgcaption legende wp_caption_text copyrightinfo bu bildtext");
    put(
        Role.GALLERY,
        "gallery galleries slideshow bildergalerie bilderstrecke fotostrecke galerie diashow photogallery imagegallery fotogalerie galeria");
    put(
        Role.BYLINE,
        "byline author authors authorbox autor vcard bio autorenbox authorinfo postauthor profile");
    put(
        Role.META,
        "meta metadata postmeta entrymeta timestamp dateline pubdate postdate postinfo articleinfo postedon submitted datum entrydate kicker overline postfooter entryfooter metainfo");
    put(
        Role.TAGS,
        "tags taglist posttags tagcloud keywords tagged schlagworte hashtags taglinks cattags");
    put(
        Role.FORM,
        "login search searchform loginform suche rating ratings votes voting poll toolbar buttons button");
    put(
        Role.NOTICE,
        "cookie cookies consent gdpr modal popup popover overlay lightbox paywall alert tooltip disclaimer noprint cookiebar akismet");
    put(Role.HIDDEN, "visuallyhidden screenreader");
  }

  private static final Set<String> PAIRS_RELATED =
      Set.of(
          "read more",
          "see also",
          "more from",
          "most read",
          "most popular",
          "next post",
          "prev post",
          "post navigation",
          "you may",
          "also like",
          "read next",
          "up next",
          "latest news",
          "post nav",
          "more stories",
          "side stories",
          "more articles",
          "read also",
          "other news",
          // Text that is cut after some lines: a snippet.
          "line clamp",
          "further reading");

  private static final Set<String> PAIRS_COMMENTS =
      Set.of(
          "comment box",
          "comment text",
          "comment list",
          "comment section",
          "comment form",
          "comment area",
          "comment content",
          "comment body",
          "comment wrap",
          "comment wrapper",
          "comment container",
          "comment thread",
          "comment even",
          "comment odd",
          "user comments",
          "reader comments");

  private static void put(Role role, String words) {
    for (String word : words.split(" ")) {
      WORDS.put(word, role);
    }
  }

  /** First words of the pairs: most words of names open none. */
  private static final Set<String> OPEN_PAIRS = new HashSet<>();

  static {
    PAIRS_RELATED.forEach(pair -> OPEN_PAIRS.add(pair.substring(0, pair.indexOf(' '))));
    PAIRS_COMMENTS.forEach(pair -> OPEN_PAIRS.add(pair.substring(0, pair.indexOf(' '))));
  }

  /** A role with the word that gave it. */
  private record Hint(Role role, String word, int body) {}

  private final boolean usesNames;
  private final boolean usesTags;

  private final Map<String, Hint> known = new HashMap<>();

  NameHints(HtmlSettings settings) {
    this.usesNames = settings.uses(HtmlEvidence.NAMES);
    this.usesTags = settings.uses(HtmlEvidence.SEMANTIC_TAGS);
  }

  /** Sets the role and the body hint of a box from its element. */
  void mark(Box box) {
    Element element = box.element;
    String tag = box.tag();
    box.role = usesTags ? fromTag(tag, element) : Role.PLAIN;
    if (tag.equals("body") || tag.equals("html")) {
      return;
    }
    if ("articleBody".equals(element.attr("itemprop"))
        || "articlebody".equalsIgnoreCase(element.attr("data-testid"))) {
      box.bodyHint = 4;
    }
    String id = element.id();
    String names = element.className() + (isSlug(id) ? "" : " | " + id);
    if (usesNames && names.length() > 3) {
      Hint hint =
          known.computeIfAbsent(
              names.length() > LONGEST_NAMES ? names.substring(0, LONGEST_NAMES) : names,
              NameHints::read);
      box.bodyHint = Math.max(box.bodyHint, hint.body);
      boolean isNamed = hint.role != Role.PLAIN && box.role == Role.PLAIN;
      if (isNamed
          && !(tag.equals("article") || tag.equals("main"))
          && (hint.body < 3 || hint.role == Role.COMMENTS)) {
        box.role = hint.role;
        box.roleWord = hint.word;
      }
    }
    boolean isMain =
        tag.equals("article") || tag.equals("main") || "main".equals(element.attr("role"));
    if (usesTags && isMain) {
      box.bodyHint = Math.max(box.bodyHint, tag.equals("article") ? 2 : 1);
    }
  }

  private static Role fromTag(String tag, Element element) {
    switch (tag) {
      case "nav", "menu":
        return Role.NAVIGATION;
      case "footer":
        return Role.FOOTER;
      case "aside":
        return Role.ASIDE;
      case "figcaption", "figure", "caption":
        return tag.equals("figure") ? Role.PLAIN : Role.CAPTION;
      case "form", "fieldset", "label", "legend", "dialog", "search":
        return Role.FORM;
      default:
        break;
    }
    if (element.attributesSize() == 0) {
      return Role.PLAIN;
    }
    if (element.hasAttr("hidden") || isUndisplayed(element.attr("style"))) {
      return Role.HIDDEN;
    }
    return switch (element.attr("role")) {
      case "navigation", "menu", "menubar", "tablist" -> Role.NAVIGATION;
      case "contentinfo" -> Role.FOOTER;
      case "complementary" -> Role.ASIDE;
      case "search", "dialog", "alertdialog", "form" -> Role.FORM;
      default -> Role.PLAIN;
    };
  }

  private static boolean isUndisplayed(String style) {
    if (style.isEmpty() || style.length() > LONGEST_NAMES) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  private static Hint read(String names) {
    String lower = names.toLowerCase(Locale.ROOT);
    int body = 0;
    // One of these is in each of the names of a body, and few of a page's names hold one.
    boolean mayBeBody =
        lower.contains("con")
            || lower.contains("body")
            || lower.contains("text")
            || lower.contains("entry")
            || lower.contains("copy")
            || lower.contains("articulo")
            || lower.contains("noticia");
    for (int i = 0; mayBeBody && i < BODY_NAMES.size() && body == 0; i++) {
      body = lower.contains(BODY_NAMES.get(i)) ? 3 : 0;
    }
    Role role = Role.PLAIN;
    String roleWord = null;
    String before = "";
    Role last = Role.PLAIN;
    boolean opensPair = false;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= names.length(); i++) {
      char c = i < names.length() ? names.charAt(i) : ' ';
      boolean isLetter = Character.isLetter(c);
      boolean isNew =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1));
      if ((!isLetter || isNew) && word.length() > 0) {
        String whole = word.toString();
        word.setLength(0);
        Role found = WORDS.getOrDefault(whole, Role.PLAIN);
        if (opensPair) {
          String pair = before + " " + whole;
          found =
              PAIRS_RELATED.contains(pair)
                  ? Role.RELATED
                  : PAIRS_COMMENTS.contains(pair) ? Role.COMMENTS : found;
        }
        opensPair = OPEN_PAIRS.contains(whole);
        if (isSetting(whole) && roleWord != null && roleWord.equals(before)) {
          role = last;
          roleWord = null;
        }
        if (found != Role.PLAIN
            && (role == Role.PLAIN || role == Role.META)
            && !isState(before)
            && !isOfCode(names, i - whole.length(), i)) {
          last = role;
          role = found;
          roleWord = whole;
        }
        if (body == 0 && WEAK_BODY_NAMES.contains(whole)) {
          body = 1;
        }
        before = whole;
      }
      if (!isLetter) {
        if (c == ' ') {
          before = "";
          opensPair = false;
        }
      } else {
        word.append(Character.toLowerCase(c));
      }
    }
    return new Hint(role, roleWord, body);
  }

  /** The address of a section within the page, made of its heading: "menu-ideas-for-the-winter". */
  private static boolean isSlug(String id) {
    int words = 1;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c >= '0' && c <= '9' || c == '_') {
        return false;
      }
      words += c == '-' ? 1 : 0;
    }
    return words >= FEWEST_SLUG_WORDS;
  }

  /** Part of a number to the base of 16 and no word: the "ad" of "elementor-element-2638ad0". */
  private static boolean isOfCode(String names, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.toLowerCase(names.charAt(i)) > 'f') {
        return false;
      }
    }
    int from = start;
    while (from > 0 && Character.isLetterOrDigit(names.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < names.length() && Character.isLetterOrDigit(names.charAt(to))) {
      to++;
    }
    int turns = 0;
    for (int i = from + 1; i < to; i++) {
      turns += Character.isDigit(names.charAt(i)) != Character.isDigit(names.charAt(i - 1)) ? 1 : 0;
    }
    return turns > 1 || turns == 1 && Character.isDigit(names.charAt(from));
  }

  /** "sidebar-enabled", "line-clamp-none": how the page is set, not what the box is. */
  private static boolean isSetting(String word) {
    return switch (word) {
      case "enabled", "disabled", "none", "unset" -> true;
      default -> false;
    };
  }

  /**
   * "no-sidebar", "has-comments", "with-banner": a state of the box, not what it is. A page builder
   * calls all of its parts "elementor-widget".
   */
  private static boolean isState(String before) {
    return switch (before) {
      case "elementor", "no", "has", "with", "without", "is", "not", "hide", "show" -> true;
      default -> false;
    };
  }
}
