package org.copydesk.html;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copydesk.html.stated.PageAddress;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.stated.TellingElements;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page shows of its kind, as numbers a model weighs: how much running text its body has, how
 * many teasers stand around and in it, what its data, its address and the names of its outermost
 * elements say. Counts are ln(1 + n), shares 0 to 1, statements 0 or 1.
 */
final class KindEvidence {
  /** Named evidence, in the order of the weights. */
  enum Sign {
    ALWAYS,
    BODY_WORDS,
    RUN_WORDS,
    RUN_SHARE,
    PARAGRAPHS,
    SENTENCE_SHARE,
    LIST_SHARE,
    BODY_HEADINGS,
    BODY_LINK_SHARE,
    PAGE_LINK_SHARE,
    BODY_SHARE,
    TEASERS,
    TEASERS_INSIDE,
    TURNS,
    CARDS,
    TITLE_IN_PAGE,
    TITLE_WORDS,
    BYLINE,
    AUTHORS,
    DATE,
    DATE_STATED,
    TIMES,
    DATA_ARTICLE,
    DATA_COLLECTION,
    DATA_PRODUCT,
    DATA_FORUM,
    DATA_DOCUMENT,
    DATA_SERVICE,
    OG_ARTICLE,
    OG_WEBSITE,
    OG_PRODUCT,
    NAMED_BODY,
    NAME_POST,
    NAME_INDEX,
    NAME_SHOP,
    NAME_FORUM,
    NAME_DOCUMENT,
    NAME_PAGE,
    ADDRESS_ROOT,
    ADDRESS_DEPTH,
    ADDRESS_SLUG,
    ADDRESS_DATE,
    ADDRESS_NEWS,
    ADDRESS_INDEX,
    ADDRESS_SHOP,
    ADDRESS_FORUM,
    ADDRESS_DOCUMENT,
    ADDRESS_SERVICE,
    PRICES,
    CODE,
    FORMS,
    COMMENT_SHARE,
    QUESTIONS
  }

  /** What words of names and of addresses speak for; a word may speak for several. */
  private static final Map<String, Set<Sign>> NAMES = new HashMap<>();

  private static final Map<String, Set<Sign>> PATHS = new HashMap<>();
  private static final Map<String, Set<Sign>> TYPES = new HashMap<>();

  static {
    put(NAMES, Sign.NAME_POST, "single post article story blogpost singular postid newsarticle");
    put(
        NAMES,
        Sign.NAME_INDEX,
        "archive category tag blog index home frontpage search listing list collection taxonomy tax"
            + " section front");
    put(NAMES, Sign.NAME_SHOP, "product woocommerce shop catalog shopify cart store products item");
    put(
        NAMES,
        Sign.NAME_FORUM,
        "forum thread topic discourse phpbb vbulletin xenforo ipsapp question questions discussion"
            + " viewtopic messageboard");
    put(
        NAMES,
        Sign.NAME_DOCUMENT,
        "docs doc documentation wiki mediawiki sphinx docusaurus mkdocs manual reference docpage"
            + " helpcenter kb rst");
    put(NAMES, Sign.NAME_PAGE, "page landing service services pageid elementor pagebuilder");
    put(
        PATHS,
        Sign.ADDRESS_NEWS,
        "news blog article articles story stories post posts press nyheter"
            + " nachrichten noticias actualites aktuelles notizie wiadomosci novosti opinion politics"
            + " sport sports world business");
    put(
        PATHS,
        Sign.ADDRESS_INDEX,
        "tag tags category categories topic topics archive archives search author authors page"
            + " collection collections list lists rubrik thema sections section browse directory");
    put(
        PATHS,
        Sign.ADDRESS_SHOP,
        "product products shop store item items dp catalog buy p produkt producto produit cart");
    put(
        PATHS,
        Sign.ADDRESS_FORUM,
        "forum forums thread threads t topic viewtopic showthread question questions discussion"
            + " discussions community comments answers board boards r");
    put(
        PATHS,
        Sign.ADDRESS_DOCUMENT,
        "docs doc documentation guide guides reference api manual wiki help support kb tutorial"
            + " tutorials learn latest stable en-us handbook");
    put(
        PATHS,
        Sign.ADDRESS_SERVICE,
        "services service solutions features pricing about contact platform company industries"
            + " consulting");
    put(TYPES, Sign.DATA_PRODUCT, "product productgroup offer aggregateoffer individualproduct");
    put(TYPES, Sign.DATA_FORUM, "discussionforumposting qapage question answer comment");
    put(TYPES, Sign.DATA_DOCUMENT, "techarticle apireference howto softwaresourcecode");
    put(TYPES, Sign.DATA_SERVICE, "service professionalservice localbusiness offercatalog");
    put(TYPES, Sign.DATA_COLLECTION, "collectionpage itemlist searchresultspage");
  }

  private static void put(Map<String, Set<Sign>> table, Sign sign, String words) {
    for (String word : words.split(" ")) {
      table.computeIfAbsent(word, w -> EnumSet.noneOf(Sign.class)).add(sign);
    }
  }

  private static final int FEWEST_RUN_WORDS = 10;
  private static final int LONG_WORDS = 25;

  /** More of anything says no more: beyond it the weights have learned from no page. */
  private static final int MOST_COUNTED = 5_000;

  private static final double FEW_LINKS = .35;

  private final double[] values = new double[Sign.values().length];

  /** Words of the longest stretch of paragraphs that no teaser and no linked heading parts. */
  final int runWords;

  private KindEvidence(PageBlocks page, List<TreeTeasers.Found> teasers) {
    boolean[] opensTeaser = new boolean[page.blocks().size() + 1];
    for (TreeTeasers.Found teaser : teasers) {
      opensTeaser[teaser.first()] = true;
    }
    int best = 0;
    int run = 0;
    for (int i = 0; i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      boolean isLinkedHeading = block.isHeading() && block.linkDensity() > .5;
      if (opensTeaser[i] || isLinkedHeading) {
        run = 0;
      } else if (block.label == Label.BODY && isRunning(block)) {
        run += block.words;
        best = Math.max(best, run);
      }
    }
    runWords = best;
  }

  static boolean isRunning(TextBlock block) {
    return !block.isHeading()
        && block.linkDensity() < FEW_LINKS
        && (block.words >= LONG_WORDS || block.words >= FEWEST_RUN_WORDS && block.endsSentence());
  }

  static KindEvidence of(
      Document document,
      TellingElements elements,
      PageBlocks page,
      StructuredData data,
      PageFacts facts,
      List<TreeTeasers.Found> teasers,
      Box body) {
    KindEvidence evidence = new KindEvidence(page, teasers);
    evidence.values[Sign.ALWAYS.ordinal()] = 1;
    evidence.readBlocks(page, teasers);
    evidence.readFacts(facts, data, elements);
    evidence.readNames(document, body);
    evidence.readAddress(facts.url());
    return evidence;
  }

  double of(Sign sign) {
    return values[sign.ordinal()];
  }

  private void set(Sign sign, double value) {
    values[sign.ordinal()] = value;
  }

  private void count(Sign sign, double number) {
    values[sign.ordinal()] = StrictMath.log1p(Math.min(number, MOST_COUNTED));
  }

  private void readBlocks(PageBlocks page, List<TreeTeasers.Found> teasers) {
    int bodyWords = 0;
    int allWords = 0;
    int chars = 0;
    int links = 0;
    int bodyChars = 0;
    int bodyLinks = 0;
    int paragraphs = 0;
    int sentenceWords = 0;
    int listWords = 0;
    int headings = 0;
    int prices = 0;
    int questions = 0;
    int code = 0;
    int commentWords = 0;
    int cards = 0;
    boolean hasTitle = false;
    boolean isSigned = false;
    boolean hasDate = false;
    int first = -1;
    int last = -1;
    for (int i = 0; i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      allWords += block.words;
      chars += block.chars;
      links += block.linkChars;
      cards += block.box.isCard ? 1 : 0;
      commentWords += block.role == Box.Role.COMMENTS ? block.words : 0;
      prices += holdsPrice(block) ? 1 : 0;
      hasTitle |= block.label == Label.TITLE;
      isSigned |= block.label == Label.BYLINE;
      hasDate |= block.label == Label.DATE;
      code += block.box.tag().equals("pre") ? 1 : 0;
      if (block.label != Label.BODY) {
        continue;
      }
      first = first < 0 ? i : first;
      last = i;
      bodyWords += block.words;
      bodyChars += block.chars;
      bodyLinks += block.linkChars;
      paragraphs += isRunning(block) ? 1 : 0;
      sentenceWords += isRunning(block) ? block.words : 0;
      listWords += block.isListItem() ? block.words : 0;
      headings += block.isHeading() ? 1 : 0;
      questions += block.text.endsWith("?") ? 1 : 0;
    }
    int inside = 0;
    int turns = 0;
    int end = first;
    for (TreeTeasers.Found teaser : teasers) {
      if (first >= 0 && teaser.first() >= first && teaser.first() < last) {
        inside++;
        turns += PageKind.holdsBody(page, end, teaser.first()) ? 1 : 0;
        end = teaser.last();
      }
    }
    count(Sign.BODY_WORDS, bodyWords);
    count(Sign.RUN_WORDS, runWords);
    set(Sign.RUN_SHARE, share(runWords, bodyWords));
    count(Sign.PARAGRAPHS, paragraphs);
    set(Sign.SENTENCE_SHARE, share(sentenceWords, bodyWords));
    set(Sign.LIST_SHARE, share(listWords, bodyWords));
    count(Sign.BODY_HEADINGS, headings);
    set(Sign.BODY_LINK_SHARE, share(bodyLinks, bodyChars));
    set(Sign.PAGE_LINK_SHARE, share(links, chars));
    set(Sign.BODY_SHARE, share(bodyWords, allWords));
    count(Sign.TEASERS, teasers.size());
    count(Sign.TEASERS_INSIDE, inside);
    count(Sign.TURNS, turns);
    count(Sign.CARDS, cards);
    set(Sign.TITLE_IN_PAGE, hasTitle ? 1 : 0);
    set(Sign.BYLINE, isSigned ? 1 : 0);
    set(Sign.DATE, hasDate ? 1 : 0);
    count(Sign.PRICES, prices);
    count(Sign.CODE, code);
    set(Sign.COMMENT_SHARE, share(commentWords, allWords));
    count(Sign.QUESTIONS, questions);
  }

  private void readFacts(PageFacts facts, StructuredData data, TellingElements elements) {
    count(Sign.TITLE_WORDS, facts.title() == null ? 0 : TextBlock.countWords(facts.title()));
    set(Sign.AUTHORS, facts.authors().isEmpty() ? 0 : 1);
    set(Sign.DATE_STATED, facts.publishedAt() == null ? 0 : 1);
    count(Sign.TIMES, elements.times.size());
    count(Sign.FORMS, elements.forms);
    set(Sign.DATA_ARTICLE, data.isArticle ? 1 : 0);
    read(TYPES, data.types);
    String type = data.meta("og:type");
    type = type == null ? "" : type.toLowerCase(Locale.ROOT);
    set(Sign.OG_ARTICLE, type.startsWith("article") ? 1 : 0);
    set(Sign.OG_WEBSITE, type.equals("website") ? 1 : 0);
    set(Sign.OG_PRODUCT, type.contains("product") ? 1 : 0);
  }

  private void readNames(Document document, Box body) {
    set(Sign.NAMED_BODY, body != null && body.bodyHint >= 2 ? 1 : 0);
    Element top = document.body();
    StringBuilder names = new StringBuilder(top.className()).append(' ').append(top.id());
    for (Element child = top.firstElementChild();
        child != null && names.length() < 2_000;
        child = child.nextElementSibling()) {
      names.append(' ').append(child.className()).append(' ').append(child.id());
    }
    read(NAMES, List.of(names.toString().toLowerCase(Locale.ROOT).split("[^a-z]+", 200)));
  }

  private void readAddress(String url) {
    if (url == null) {
      return;
    }
    int from = url.indexOf('/', url.indexOf("://") + 3);
    String path = from < 0 ? "" : url.substring(from + 1).toLowerCase(Locale.ROOT);
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    String[] parts = plain.split("/", 40);
    String tail = "";
    for (String part : parts) {
      tail = part.isEmpty() ? tail : part;
    }
    set(Sign.ADDRESS_ROOT, plain.isEmpty() && query < 0 ? 1 : 0);
    count(Sign.ADDRESS_DEPTH, plain.isEmpty() ? 0 : parts.length);
    count(Sign.ADDRESS_SLUG, tail.split("[-_]", 20).length - 1);
    set(Sign.ADDRESS_DATE, PageFacts.fromAddress(url) == null ? 0 : 1);
    read(PATHS, List.of((PageAddress.host(url) + '/' + path).split("[^a-z-]+", 60)));
  }

  private void read(Map<String, Set<Sign>> table, Iterable<String> words) {
    for (String word : words) {
      table.getOrDefault(word, Set.of()).forEach(sign -> set(sign, 1));
    }
  }

  private static boolean holdsPrice(TextBlock block) {
    for (int i = 0; i < block.chars && block.words <= 30; i++) {
      char c = block.text.charAt(i);
      if (c == '$' || c > '~' && "€£¥₹₽₩₺".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static double share(double part, double all) {
    return all == 0 ? 0 : part / all;
  }

  double[] values() {
    return values.clone();
  }
}
