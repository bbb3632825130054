package org.copydesk.html;

import java.util.List;
import java.util.Locale;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.model.PageType;
import org.copydesk.model.Reason;

/**
 * What a page is and whether it gives an article. Decided last, by evidence for an article: a page
 * with a stretch of running text is one unless its evidence, weighed by {@link KindModel}, leaves
 * next to no doubt that it is something else.
 *
 * @param type what it most likely is
 * @param confidence the probability of that
 * @param skip why it gives no article; null where it gives one
 * @param article the probability that it is an article
 */
record PageKind(PageType type, double confidence, Reason skip, double article) {
  /**
   * An article at this probability or less is none, where the doubtful are kept. Of 536 articles of
   * WCXB none is below it, of 960 of DAnIEL two, and half of the pages of other types.
   */
  private static final double NEXT_TO_NO_DOUBT = .03;

  /** Words of running text without a headline between that no list of cards has. */
  private static final int FEWEST_RUN = 60;

  /**
   * The same on a page that is an article rather than not by the rest of its evidence, or with a
   * headline in it that is longer than the name of a section.
   */
  private static final int SHORTEST_RUN = 20;

  private static final int FEWEST_TITLE_WORDS = 4;

  private static final int SHORT_BODY = 60;
  private static final int FEWEST_TURNS = 3;
  private static final int FEWEST_SENTENCES = 2;

  /** Words; a longer paragraph is no snippet. */
  private static final int LONGEST_CARD = 80;

  /** "Herring not found off the spit for a third year" is a headline. */
  private static final int MOST_ERROR_WORDS = 8;

  private static final List<String> ERRORS =
      List.of(
          "page not found",
          "404",
          "not found",
          "page cannot be found",
          "page doesn't exist",
          "page does not exist",
          "page doesn’t exist",
          "403",
          "forbidden",
          "access denied",
          "500 internal",
          "internal server error",
          "503",
          "502",
          "bad gateway",
          "service unavailable",
          "gateway time",
          "error 4",
          "error 5",
          "seite nicht gefunden",
          "nicht gefunden",
          "seite wurde nicht",
          "page introuvable",
          "page non trouvée",
          "página no encontrada",
          "no encontrada",
          "pagina non trovata",
          "página não encontrada",
          "pagina niet gevonden",
          "strona nie",
          "страница не найдена",
          "不存在",
          "找不到",
          "ページが見つかりません",
          "見つかりません",
          "الصفحة غير موجودة",
          "sidan hittades inte",
          "temporarily unavailable",
          "under maintenance",
          "just a moment",
          "attention required",
          "are you a robot",
          "are you human",
          "verify you are",
          "no longer available",
          "oops",
          "something went wrong");

  /**
   * @param pageTitle as a browser shows it
   * @param evidence of the page
   * @param settings which types are asked for
   */
  static PageKind of(
      String pageTitle,
      PageBlocks page,
      StructuredData data,
      String title,
      List<TreeTeasers.Found> teasers,
      KindEvidence evidence,
      HtmlSettings settings) {
    double[] odds = KindModel.shipped().odds(evidence.values());
    int best = best(odds);
    PageType type = type(best, data);
    double wanted = 0;
    for (int i = 0; i < odds.length; i++) {
      // What states to be live leaves no doubt which of the two it is.
      PageType one = i == best ? type : KindModel.TYPES.get(i);
      wanted += settings.pageTypes().contains(one) ? odds[i] : 0;
    }
    Reason skip = skip(pageTitle, page, data, title, teasers, evidence, type, odds[0], settings);
    boolean isUnwanted =
        settings.keepsDoubtful()
            ? wanted <= NEXT_TO_NO_DOUBT && !settings.pageTypes().contains(type)
            : !settings.pageTypes().contains(type);
    boolean isList = type == PageType.LISTING || type == PageType.COLLECTION;
    boolean mayBeArticle =
        settings.keepsDoubtful()
            && settings.pageTypes().contains(PageType.ARTICLE)
            && isList
            && evidence.runWords >= FEWEST_RUN
            && evidence.of(KindEvidence.Sign.TITLE_IN_PAGE) > 0
            && evidence.of(KindEvidence.Sign.DATE) > 0;
    if (skip == null && isUnwanted && !mayBeArticle) {
      skip = Reason.of(type);
    }
    return new PageKind(type, odds[best], skip, odds[0]);
  }

  /** The type with the highest probability. */
  static PageType likeliest(StructuredData data, KindEvidence evidence) {
    return type(best(KindModel.shipped().odds(evidence.values())), data);
  }

  private static int best(double[] odds) {
    int best = 0;
    for (int i = 0; i < odds.length; i++) {
      best = odds[i] > odds[best] ? i : best;
    }
    return best;
  }

  private static PageType type(int model, StructuredData data) {
    PageType type = KindModel.TYPES.get(model);
    boolean isLive = type == PageType.ARTICLE && data.types.contains("liveblogposting");
    return isLive ? PageType.LIVE : type;
  }

  private static Reason skip(
      String pageTitle,
      PageBlocks page,
      StructuredData data,
      String title,
      List<TreeTeasers.Found> teasers,
      KindEvidence evidence,
      PageType kind,
      double article,
      HtmlSettings settings) {
    int shortest = settings.shortestArticle();
    if (page.blocks().isEmpty()) {
      return Reason.EMPTY_PAGE;
    }
    int words = 0;
    int sentences = 0;
    int longest = 0;
    int titlesInside = 0;
    int paragraphs = 0;
    boolean hasTitle = false;
    boolean isSigned = false;
    for (TextBlock block : page.blocks()) {
      if (block.label == Label.BODY) {
        words += block.words;
        longest = Math.max(longest, block.words);
        sentences += block.words >= 12 && block.endsSentence() ? 1 : 0;
        paragraphs += block.words >= 6 && block.endsSentence() ? 1 : 0;
      }
      hasTitle |= block.label == Label.TITLE;
      isSigned |=
          block.label == Label.BYLINE || block.label == Label.DATE || block.label == Label.PROVIDER;
    }
    // A brief: a headline of its own, sentences under it, and who or when beside them.
    boolean isBrief = hasTitle && isSigned && paragraphs >= FEWEST_SENTENCES;
    int first = -1;
    int last = -1;
    for (int i = 0; i < page.blocks().size(); i++) {
      if (page.blocks().get(i).label == Label.BODY) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    int lists = 0;
    int end = first;
    for (TreeTeasers.Found teaser : teasers) {
      if (teaser.first() >= first && teaser.first() < last) {
        titlesInside++;
        lists += holdsBody(page, end, teaser.first()) ? 1 : 0;
        end = teaser.last();
      }
    }
    // One list inside an article is a box of it; on a front text and titles take turns.
    boolean isBoxed = lists < FEWEST_TURNS && (sentences >= FEWEST_SENTENCES || isBrief);
    String type = data.meta("og:type");
    type = type == null ? "" : type.toLowerCase(Locale.ROOT);
    boolean isStated = data.isArticle || type.equals("article") || type.startsWith("article:");
    if (words < 120 && isError(title)
        || words < 120 && isError(pageTitle)
        || (words < 80 && isError(firstHeading(page)))) {
      return Reason.ERROR_PAGE;
    }
    boolean isMedia =
        (type.startsWith("video")
            || type.startsWith("music")
            || (data.isVideo && !data.isArticle)
            || data.meta("og:video", "og:video:url") != null && !isStated);
    if (words < SHORT_BODY && isMedia) {
      return Reason.MEDIA_PAGE;
    }
    boolean isOther =
        kind != PageType.ARTICLE && kind != PageType.LIVE && settings.pageTypes().contains(kind);
    if (isOther || settings.pageTypes().containsAll(KindModel.TYPES)) {
      return words == 0 ? Reason.NO_ARTICLE : null;
    }
    boolean isFront = type.equals("website") || data.isCollection || type.isEmpty();
    boolean isRunning =
        evidence.runWords >= FEWEST_RUN
            || evidence.runWords >= SHORTEST_RUN
                && (article >= .5 || hasTitle && TextBlock.countWords(title) >= FEWEST_TITLE_WORDS);
    boolean isOfCards = longest < LONGEST_CARD && words < titlesInside * 40;
    if (!isStated && isFront && titlesInside >= 5 && isOfCards && !isBoxed && !isRunning) {
      return Reason.SECTION_FRONT;
    }
    if (!isStated
        && teasers.size() >= 5
        && words < SHORT_BODY
        && !((sentences >= FEWEST_SENTENCES || isBrief) && (titlesInside == 0 || isBoxed))
        && longest < 30) {
      return Reason.SECTION_FRONT;
    }
    if (words < (isStated || isBrief ? Math.min(8, shortest) : shortest)) {
      return teasers.size() >= 3 && words < 8 ? Reason.TEASERS_ONLY : Reason.NO_ARTICLE;
    }
    if (sentences == 0 && longest < 12 && !isStated && !isBrief) {
      return Reason.NO_ARTICLE;
    }
    return null;
  }

  static boolean holdsBody(PageBlocks page, int from, int to) {
    for (int i = from; i < to; i++) {
      if (page.blocks().get(i).label == Label.BODY) {
        return true;
      }
    }
    return false;
  }

  private static String firstHeading(PageBlocks page) {
    for (TextBlock block : page.blocks()) {
      if (block.isHeading()) {
        return block.text;
      }
    }
    return null;
  }

  private static boolean isError(String line) {
    if (line == null || line.length() > 90) {
      return false;
    }
    if (line.split(" ").length > MOST_ERROR_WORDS) {
      return false;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    for (String error : ERRORS) {
      int at = lower.indexOf(error);
      if (at >= 0) {
        // "404" is an error in "404 | Tidewater" and "Error 404", not in "404 jobs go at shipyard".
        boolean isNumber = Character.isDigit(error.charAt(0)) && error.length() == 3;
        if (!isNumber
            || at == 0 && wordsAfter(lower, 3) <= 4
            || lower.contains("error")
            || lower.contains("fehler")) {
          return true;
        }
      }
    }
    return false;
  }

  private static int wordsAfter(String line, int from) {
    String rest = line.substring(Math.min(from, line.length())).strip();
    if (rest.isEmpty() || "|-–—:".indexOf(rest.charAt(0)) >= 0) {
      return 0;
    }
    return rest.split(" ").length <= 2 ? rest.split(" ").length : 9;
  }
}
