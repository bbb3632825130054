package org.copydesk.html;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.html.KindEvidence.Sign;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Confidence.Field;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.Label;
import org.copydesk.segment.ConfidenceModel;
import org.copydesk.text.Normaliser;

/**
 * What speaks for the fields of an article of HTML and against them: which places give a value, how
 * many give the same, how many another. Counts are ln(1 + n), shares 0 to 1, statements 0 or 1.
 */
public enum FieldSigns {
  ALWAYS(Field.values()),
  /** ln of the odds that the page is an article. */
  ARTICLE(Field.values()),
  BODY_WORDS(Field.BODY),
  BODY_RUN_SHARE(Field.BODY),
  BODY_SENTENCE_SHARE(Field.BODY),
  BODY_LIST_SHARE(Field.BODY),
  BODY_LINK_SHARE(Field.BODY),
  BODY_SHARE(Field.BODY),
  BODY_HEADINGS(Field.BODY),
  BODY_TURNS(Field.BODY),
  BODY_CODE(Field.BODY),
  BODY_COMMENT_SHARE(Field.BODY),
  /** Running text that was left out, over that which was taken. */
  BODY_LEFT_OUT(Field.BODY),
  /** Whether the page states its text, and how far its length is from that, ln. */
  BODY_STATED(Field.BODY),
  BODY_UNLIKE_STATED(Field.BODY),
  BODY_TITLE_IN_PAGE(Field.BODY),
  /** Whether the blocks were asked, how like body those are that stay, and how much went. */
  BODY_ASKED(Field.BODY),
  BODY_LIKENESS(Field.BODY),
  BODY_DROPPED(Field.BODY),
  TITLE_STATED(Field.TITLE),
  TITLE_SAME(Field.TITLE),
  TITLE_IN_ELEMENT(Field.TITLE),
  TITLE_HEADING(Field.TITLE),
  TITLE_HEADINGS(Field.TITLE),
  TITLE_OTHER_HEADING(Field.TITLE),
  TITLE_SHORT(Field.TITLE),
  TITLE_WORDS(Field.TITLE),
  TITLE_PARTED(Field.TITLE),
  TITLE_IN_ADDRESS(Field.TITLE),
  /** Whether all places that give a title give this one. */
  TITLE_UNDISPUTED(Field.TITLE),
  /** Words of the closest other title that are its own, of all of both. */
  TITLE_ALIKE(Field.TITLE),
  TITLE_PARTED_ALONE(Field.TITLE),
  /** Whether a bar or a dash stands in it, which may part it from what is not its own. */
  TITLE_BARRED(Field.TITLE),
  TITLE_COLON(Field.TITLE),
  TITLE_ENDS_SENTENCE(Field.TITLE),
  /** By how much longer the title in the page's head is, ln. */
  TITLE_HEAD_LONGER(Field.TITLE),
  /** Whether a heading alone gives it, and the head the same but for a word or with more words. */
  TITLE_HEAD_REWORDS(Field.TITLE),
  /** Whether the page's data describe an article. */
  TITLE_OF_ARTICLE(Field.TITLE),
  /** Of the page's places for a title those that give this one, and most that give another. */
  TITLE_SUPPORT(Field.TITLE),
  TITLE_RIVAL(Field.TITLE),
  /** Whether another title goes on where this one ends or begins. */
  TITLE_RIVAL_LONGER(Field.TITLE),
  /** By how much more of the other's words stand in the address. */
  TITLE_RIVAL_IN_ADDRESS(Field.TITLE),
  /** Blocks between it and the text. */
  TITLE_FAR(Field.TITLE),
  TITLE_SITE_IN(Field.TITLE),
  TITLE_IN_TEXT(Field.TITLE),
  DATE_STATED(Field.PUBLISHED_AT),
  DATE_SAID(Field.PUBLISHED_AT),
  DATE_OF_CHANGE(Field.PUBLISHED_AT),
  DATE_AGREEING(Field.PUBLISHED_AT),
  DATE_OTHERS(Field.PUBLISHED_AT),
  DATE_SHOWN(Field.PUBLISHED_AT),
  DATE_SHOWN_OTHER(Field.PUBLISHED_AT),
  DATE_IN_ADDRESS(Field.PUBLISHED_AT),
  DATE_NOT_IN_ADDRESS(Field.PUBLISHED_AT),
  DATE_WITH_TIME(Field.PUBLISHED_AT),
  DATE_CHANGED(Field.PUBLISHED_AT),
  /** Days between publication and change. */
  DATE_CHANGED_LATE(Field.PUBLISHED_AT),
  DATE_CHANGED_YEARS_LATER(Field.PUBLISHED_AT),
  DATE_NOT_SHOWN(Field.PUBLISHED_AT),
  /** {@link DateEvidence#isDisputed}. */
  DATE_DISPUTED(Field.PUBLISHED_AT),
  /** Whether headline or address name a year: what names one is kept up to date. */
  DATE_YEAR_NAMED(Field.PUBLISHED_AT),
  DATE_ONLY_OTHER_SHOWN(Field.PUBLISHED_AT),
  /** Whether headline or address name a year that is another. */
  DATE_OTHER_YEAR(Field.PUBLISHED_AT),
  /** Whether it is so early in the day that it was the day before in the west. */
  DATE_IN_THE_NIGHT(Field.PUBLISHED_AT),
  /** Whether the page says that it was last changed on that day, too. */
  DATE_IS_CHANGE(Field.PUBLISHED_AT),
  /** Whether the day before or after is given, too: the same in another zone. */
  DATE_NEXT_TO(Field.PUBLISHED_AT),
  AUTHORS_STATED(Field.AUTHORS),
  AUTHORS_META(Field.AUTHORS),
  AUTHORS_SHOWN(Field.AUTHORS),
  AUTHORS_AGREE(Field.AUTHORS),
  AUTHORS_DISAGREE(Field.AUTHORS),
  AUTHORS_COUNT(Field.AUTHORS),
  AUTHORS_ONE_WORD(Field.AUTHORS),
  AUTHORS_HOUSE(Field.AUTHORS),
  AUTHORS_ON_PAGE(Field.AUTHORS),
  AUTHORS_LONG(Field.AUTHORS);

  private static final double MOST_ODDS = 6;
  private static final int MOST_NAME_WORDS = 3;
  private static final double DAY_SECONDS = 86_400;
  private static final int YEAR_SECONDS = 366 * 86_400;
  private static final int NIGHT_SECONDS = 6 * 3600;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

  private final List<Field> fields;

  FieldSigns(Field... fields) {
    this.fields = List.of(fields);
  }

  /** Whether it says something of a field. */
  public boolean isOf(Field field) {
    return fields.contains(field);
  }

  private static final class Shipped {
    static final ConfidenceModel MODEL = ConfidenceModel.shipped("html", FieldSigns.class);
  }

  static ConfidenceModel model() {
    return Shipped.MODEL;
  }

  /** What a page shows, by sign. */
  static double[] of(
      String pageTitle,
      PageBlocks page,
      StructuredData data,
      PageFacts facts,
      KindEvidence kind,
      double article) {
    double[] signs = new double[values().length];
    signs[ALWAYS.ordinal()] = 1;
    double odds = StrictMath.log(StrictMath.max(article, 1e-9) / StrictMath.max(1 - article, 1e-9));
    signs[ARTICLE.ordinal()] = StrictMath.max(-MOST_ODDS, StrictMath.min(MOST_ODDS, odds));
    body(signs, page, data, kind);
    if (facts.title() != null) {
      new TitleSigns(pageTitle, page, data, facts).put(signs);
    }
    if (facts.publishedAt() != null) {
      date(signs, data, facts);
    }
    if (!facts.authors().isEmpty()) {
      authors(signs, page, data, facts);
    }
    return signs;
  }

  void set(double[] signs, boolean holds) {
    signs[ordinal()] = holds ? 1 : 0;
  }

  void count(double[] signs, double number) {
    signs[ordinal()] = StrictMath.log1p(number);
  }

  /** What the model of blocks thinks of the body. */
  static void body(double[] signs, LearnedBody.Likeness likeness) {
    BODY_ASKED.set(signs, true);
    signs[BODY_LIKENESS.ordinal()] = likeness.odds();
    signs[BODY_DROPPED.ordinal()] = likeness.droppedShare();
  }

  private static void body(
      double[] signs, PageBlocks page, StructuredData data, KindEvidence kind) {
    signs[BODY_WORDS.ordinal()] = kind.of(Sign.BODY_WORDS);
    signs[BODY_RUN_SHARE.ordinal()] = kind.of(Sign.RUN_SHARE);
    signs[BODY_SENTENCE_SHARE.ordinal()] = kind.of(Sign.SENTENCE_SHARE);
    signs[BODY_LIST_SHARE.ordinal()] = kind.of(Sign.LIST_SHARE);
    signs[BODY_LINK_SHARE.ordinal()] = kind.of(Sign.BODY_LINK_SHARE);
    signs[BODY_SHARE.ordinal()] = kind.of(Sign.BODY_SHARE);
    signs[BODY_HEADINGS.ordinal()] = kind.of(Sign.BODY_HEADINGS);
    signs[BODY_TURNS.ordinal()] = kind.of(Sign.TURNS);
    signs[BODY_CODE.ordinal()] = kind.of(Sign.CODE);
    signs[BODY_COMMENT_SHARE.ordinal()] = kind.of(Sign.COMMENT_SHARE);
    signs[BODY_TITLE_IN_PAGE.ordinal()] = kind.of(Sign.TITLE_IN_PAGE);
    int taken = 0;
    int left = 0;
    int chars = 0;
    for (TextBlock block : page.blocks()) {
      chars += block.label == Label.BODY ? block.chars : 0;
      if (KindEvidence.isRunning(block)) {
        taken += block.label == Label.BODY ? block.words : 0;
        left += block.label == Label.BODY ? 0 : block.words;
      }
    }
    BODY_LEFT_OUT.count(signs, StrictMath.min(20, (double) left / StrictMath.max(1, taken)));
    int stated = data.bodies.stream().mapToInt(String::length).max().orElse(0);
    BODY_STATED.set(signs, stated > 0);
    signs[BODY_UNLIKE_STATED.ordinal()] =
        stated == 0
            ? 0
            : StrictMath.min(3, StrictMath.abs(StrictMath.log((1. + chars) / (1. + stated))));
  }

  private static void date(double[] signs, StructuredData data, PageFacts facts) {
    DateEvidence evidence = facts.dateEvidence();
    String day = facts.publishedAt().toString().substring(0, 10);
    String address = PageFacts.fromAddress(facts.url());
    DATE_STATED.set(signs, !data.published.isEmpty());
    DATE_SAID.set(signs, evidence.isSaid());
    DATE_OF_CHANGE.set(signs, evidence.isOfChange());
    DATE_AGREEING.count(signs, evidence.agreeing());
    DATE_OTHERS.count(signs, evidence.days());
    DATE_SHOWN.set(signs, evidence.shown() > 0);
    DATE_SHOWN_OTHER.set(signs, evidence.shownOther() > 0);
    DATE_IN_ADDRESS.set(signs, day.equals(address));
    DATE_NOT_IN_ADDRESS.set(signs, address != null && !day.equals(address));
    DATE_WITH_TIME.set(signs, facts.publishedPrecision() != DatePrecision.DAY);
    DATE_CHANGED.set(
        signs, facts.modifiedAt() != null && !facts.modifiedAt().toString().startsWith(day));
    if (facts.modifiedAt() != null) {
      long seconds = facts.modifiedAt().getEpochSecond() - facts.publishedAt().getEpochSecond();
      DATE_CHANGED_LATE.count(signs, StrictMath.max(0, seconds / DAY_SECONDS));
      DATE_CHANGED_YEARS_LATER.set(signs, seconds > YEAR_SECONDS);
    }
    DATE_NOT_SHOWN.set(signs, evidence.isUnseen());
    DATE_DISPUTED.set(signs, evidence.isDisputed());
    DATE_ONLY_OTHER_SHOWN.set(signs, evidence.shown() == 0 && evidence.shownOther() > 0);
    String named = facts.title() + " " + facts.url();
    Matcher years = YEAR.matcher(named);
    boolean isOther = false;
    boolean isSame = false;
    while (years.find()) {
      isSame |= day.startsWith(years.group());
      isOther |= !day.startsWith(years.group());
    }
    DATE_OTHER_YEAR.set(signs, isOther && !isSame);
    DATE_YEAR_NAMED.set(signs, isOther || isSame);
    DATE_IS_CHANGE.set(
        signs, facts.modifiedAt() != null && facts.modifiedAt().toString().startsWith(day));
    DATE_NEXT_TO.set(signs, evidence.isNextTo());
    DATE_IN_THE_NIGHT.set(
        signs,
        facts.publishedPrecision() != DatePrecision.DAY
            && facts.publishedAt().getEpochSecond() % 86_400 < NIGHT_SECONDS);
  }

  private static void authors(
      double[] signs, PageBlocks page, StructuredData data, PageFacts facts) {
    boolean isStated = !data.authors.isEmpty();
    AUTHORS_STATED.set(signs, isStated);
    AUTHORS_META.set(signs, !data.all("author").isEmpty());
    AUTHORS_SHOWN.set(signs, facts.byline() != null);
    AUTHORS_COUNT.count(signs, facts.authors().size());
    String byline = facts.byline() == null ? "" : Normaliser.normalise(facts.byline());
    String house = facts.siteName() == null ? "" : Normaliser.normalise(facts.siteName());
    String host = facts.site() == null ? "" : facts.site();
    int agreeing = 0;
    int shown = 0;
    for (String author : facts.authors()) {
      String name = Normaliser.normalise(author);
      agreeing += byline.contains(name) ? 1 : 0;
      shown += page.blocks().stream().anyMatch(block -> block.text.contains(author)) ? 1 : 0;
      String[] words = author.split(" ");
      signs[AUTHORS_ONE_WORD.ordinal()] = words.length == 1 ? 1 : signs[AUTHORS_ONE_WORD.ordinal()];
      signs[AUTHORS_LONG.ordinal()] =
          words.length > MOST_NAME_WORDS ? 1 : signs[AUTHORS_LONG.ordinal()];
      boolean isHouse = name.equals(house) || host.startsWith(name.replace(" ", ""));
      signs[AUTHORS_HOUSE.ordinal()] = isHouse ? 1 : signs[AUTHORS_HOUSE.ordinal()];
    }
    double all = facts.authors().size();
    signs[AUTHORS_AGREE.ordinal()] = isStated ? agreeing / all : 0;
    AUTHORS_DISAGREE.set(signs, isStated && !byline.isEmpty() && agreeing == 0);
    signs[AUTHORS_ON_PAGE.ordinal()] = shown / all;
  }
}
