package org.copydesk.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * What speaks for a title and against it: the places that give it, the titles that others give, and
 * where it stands. "Harbour reopens" with an h1 "Harbour open again" has support of three places
 * and a rival of one.
 */
final class TitleSigns {
  private static final int FEW_TITLE_WORDS = 3;

  /** Characters of the text among whose words those of the title are looked for. */
  private static final int MOST_TEXT = 4_000;

  private static final String[] BARS = {" | ", " - ", " – ", " — ", " · "};

  private static final String ENDS = ".!?…";

  private final String pageTitle;
  private final PageBlocks page;
  private final StructuredData data;
  private final PageFacts facts;

  /** Normalised. */
  private final String title;

  /**
   * @param pageTitle as a browser shows it
   * @param facts with a title
   */
  TitleSigns(String pageTitle, PageBlocks page, StructuredData data, PageFacts facts) {
    this.pageTitle = pageTitle;
    this.page = page;
    this.data = data;
    this.facts = facts;
    this.title = Normaliser.normalise(facts.title());
  }

  /** Sets the signs of the title. */
  void put(double[] signs) {
    putSources(signs);
    putRivals(signs);
  }

  private void putSources(double[] signs) {
    List<String> stated = new ArrayList<>(data.headlines);
    for (String key : new String[] {"og:title", "twitter:title", "title"}) {
      if (data.meta(key) != null) {
        stated.add(data.meta(key));
      }
    }
    int same = 0;
    for (String one : stated) {
      same += Normaliser.normalise(withoutSite(one)).equals(title) ? 1 : 0;
    }
    FieldSigns.TITLE_STATED.set(signs, !stated.isEmpty());
    signs[FieldSigns.TITLE_SAME.ordinal()] = stated.isEmpty() ? 0 : (double) same / stated.size();
    FieldSigns.TITLE_IN_ELEMENT.set(signs, Normaliser.normalise(pageTitle).contains(title));
    int headings = 0;
    boolean isHeading = false;
    boolean isOther = false;
    for (TextBlock block : page.blocks()) {
      if (block.box.tag().equals("h1")) {
        headings++;
        boolean isIt = block.normal().equals(title);
        isHeading |= isIt;
        isOther |= !isIt && !block.role.isOutside && block.words > FEW_TITLE_WORDS;
      }
    }
    FieldSigns.TITLE_HEADING.set(signs, isHeading);
    FieldSigns.TITLE_HEADINGS.count(signs, headings);
    FieldSigns.TITLE_OTHER_HEADING.set(signs, isOther && !isHeading);
    int words = TextBlock.countWords(facts.title());
    FieldSigns.TITLE_SHORT.set(signs, words <= FEW_TITLE_WORDS);
    FieldSigns.TITLE_WORDS.count(signs, words);
    boolean isBarred = false;
    for (String bar : BARS) {
      isBarred |= facts.title().contains(bar);
    }
    boolean isParted = isBarred || facts.title().contains(": ");
    FieldSigns.TITLE_PARTED.set(signs, isParted);
    FieldSigns.TITLE_BARRED.set(signs, isBarred);
    FieldSigns.TITLE_COLON.set(signs, facts.title().indexOf(':') >= 0);
    int last = facts.title().strip().codePointBefore(facts.title().strip().length());
    FieldSigns.TITLE_ENDS_SENTENCE.set(signs, ENDS.indexOf(last) >= 0);
    FieldSigns.TITLE_OF_ARTICLE.set(signs, data.isArticle);
    signs[FieldSigns.TITLE_IN_ADDRESS.ordinal()] = shareIn(title, facts.url());
    boolean isInElement = signs[FieldSigns.TITLE_IN_ELEMENT.ordinal()] > 0;
    FieldSigns.TITLE_UNDISPUTED.set(signs, isHeading && isInElement && same == stated.size());
    FieldSigns.TITLE_PARTED_ALONE.set(signs, isParted && !isHeading);
    double alike = 0;
    stated.add(pageTitle);
    for (String one : stated) {
      String other = Normaliser.normalise(withoutSite(one));
      alike = other.equals(title) ? alike : StrictMath.max(alike, alike(title, other));
    }
    signs[FieldSigns.TITLE_ALIKE.ordinal()] = alike;
  }

  /** Which places give it and which another, where it stands, and what else has its words. */
  private void putRivals(double[] signs) {
    Map<String, Integer> support = new LinkedHashMap<>();
    List<String> stated = new ArrayList<>();
    stated.add(pageTitle);
    stated.add(data.meta("og:title"));
    stated.add(data.meta("twitter:title"));
    stated.add(data.headlines.isEmpty() ? null : data.headlines.get(0));
    for (String one : stated) {
      if (one != null && !one.isBlank()) {
        support.merge(Normaliser.normalise(withoutSite(one)), 1, Integer::sum);
      }
    }
    boolean isStated = support.containsKey(title);
    Set<String> headings = new HashSet<>();
    StringBuilder text = new StringBuilder();
    int at = -1;
    int body = -1;
    for (int i = 0; i < page.blocks().size(); i++) {
      TextBlock block = page.blocks().get(i);
      if (block.label == Label.BODY) {
        body = body < 0 ? i : body;
        text.append(text.length() < MOST_TEXT ? block.text + " " : "");
      }
      if (block.isHeading() || block.label == Label.TITLE) {
        String form = block.normal();
        at = at < 0 && form.equals(title) ? i : at;
        boolean isHeadline = block.box.tag().equals("h1") && !block.role.isOutside;
        support.merge(form, isHeadline && headings.add(form) ? 1 : 0, Integer::sum);
      }
    }
    String head = Normaliser.normalise(withoutSite(pageTitle));
    signs[FieldSigns.TITLE_HEAD_LONGER.ordinal()] =
        StrictMath.log1p(Tokens.of(head).count()) - StrictMath.log1p(Tokens.of(title).count());
    boolean isAlone = headings.contains(title) && !isStated;
    FieldSigns.TITLE_HEAD_REWORDS.set(signs, isAlone && ownWords(title, head) <= 1);
    FieldSigns.TITLE_SUPPORT.count(signs, support.getOrDefault(title, 0));
    support.remove(title);
    support.remove("");
    support.values().removeIf(places -> places == 0);
    int most = 0;
    boolean isLonger = false;
    double share = shareIn(title, facts.url());
    double more = support.isEmpty() ? 0 : -1;
    for (Map.Entry<String, Integer> each : support.entrySet()) {
      String rival = each.getKey();
      most = Math.max(most, each.getValue());
      isLonger |=
          rival.length() > title.length() && (rival.startsWith(title) || rival.endsWith(title));
      more = StrictMath.max(more, shareIn(rival, facts.url()) - share);
    }
    FieldSigns.TITLE_RIVAL.count(signs, most);
    FieldSigns.TITLE_RIVAL_LONGER.set(signs, isLonger);
    signs[FieldSigns.TITLE_RIVAL_IN_ADDRESS.ordinal()] = more;
    FieldSigns.TITLE_FAR.count(signs, at < 0 || body < 0 ? 0 : Math.abs(body - at));
    String house = facts.siteName() == null ? "" : Normaliser.normalise(facts.siteName());
    FieldSigns.TITLE_SITE_IN.set(signs, house.length() > FEW_TITLE_WORDS && title.contains(house));
    Set<String> in = words(Normaliser.normalise(text.toString()));
    Set<String> own = words(title);
    signs[FieldSigns.TITLE_IN_TEXT.ordinal()] =
        own.isEmpty() ? 0 : (double) own.stream().filter(in::contains).count() / own.size();
  }

  private String withoutSite(String one) {
    return PageTitle.withoutSite(one, facts.siteName(), facts.site());
  }

  /** Words of a title that another has not. */
  private static int ownWords(String title, String other) {
    Set<String> own = words(title);
    own.removeAll(words(other));
    return own.size();
  }

  private static double alike(String one, String other) {
    Set<String> a = words(one);
    Set<String> b = words(other);
    long common = a.stream().filter(b::contains).count();
    return (double) common / StrictMath.max(1, a.size() + b.size() - common);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Tokens tokens = Tokens.of(text);
    for (int i = 0; i < tokens.count(); i++) {
      words.add(tokens.word(i));
    }
    return words;
  }

  private static double shareIn(String title, String url) {
    String address = url == null ? "" : url.toLowerCase(Locale.ROOT);
    Tokens tokens = Tokens.of(title);
    int found = 0;
    for (int i = 0; i < tokens.count(); i++) {
      found += address.contains(tokens.word(i)) ? 1 : 0;
    }
    return tokens.count() == 0 ? 0 : (double) found / tokens.count();
  }
}
