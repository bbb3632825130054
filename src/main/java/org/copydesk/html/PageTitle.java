package org.copydesk.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.stated.StructuredData;
import org.copydesk.html.titles.DenseTitle;
import org.copydesk.html.titles.OpeningLine;
import org.copydesk.html.titles.ShownTitle;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.HtmlTree;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * The headline of a page out of what its data, its title element and its h1 say. A visible heading
 * that the others confirm wins; else what they give, without the site's name: "Harbour reopens |
 * Tidewater Post" gives "Harbour reopens".
 */
final class PageTitle {
  private static final String[] SEPARATORS = {
    " | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " // ", " • ", "｜", " _ ", "_"
  };

  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_LETTERS = 8;
  private static final int LONGEST = 300;

  /** Blocks of the body, before its text begins, among which the headline stands. */
  private static final int MOST_BLOCKS_INSIDE = 16;

  /** Of the words of the shorter title. */
  private static final double FEWEST_COMMON = .4;

  private PageTitle() {}

  /**
   * The headline; null when the page has none.
   *
   * @param pageTitle as a browser shows it
   * @param site the site's name; null when unknown
   */
  static String of(
      String pageTitle,
      PageBlocks blocks,
      Box body,
      StructuredData data,
      String site,
      String host) {
    List<String> stated = new ArrayList<>();
    addPlain(stated, data.headlines.isEmpty() ? null : data.headlines.get(0));
    addPlain(stated, data.meta("dc:title", "dc.title", "dcterm:title", "dcterms.title"));
    addPlain(stated, data.meta("og:title"));
    addPlain(
        stated,
        data.meta(
            "twitter:title",
            "dc.title",
            "dcterm.title",
            "dc:title",
            "weibo:article:title",
            "parsely-title",
            "sailthru.title",
            "itemprop:headline",
            "title"));
    String element = pageTitle.strip();
    List<String> cut = new ArrayList<>();
    for (String title : stated) {
      cut.add(withoutSite(title, site, host));
    }
    String ownTitle = withoutShortTail(withoutSite(element, site, host));
    String heading = confirmed(blocks, body, cut, element);
    if (heading != null) {
      return withoutSections(heading, site, host);
    }
    List<String> said = new ArrayList<>(cut);
    said.add(ownTitle);
    heading = overText(blocks, body, said, site, host);
    if (heading != null) {
      return withoutSections(heading, site, host);
    }
    String head = stated.isEmpty() ? element : stated.get(0);
    String shown =
        ShownTitle.of(
            head, blocks, body, text -> isSite(text, site, host), KindEvidence::isRunning);
    if (shown != null) {
      return shown;
    }
    String told = cut.isEmpty() ? ownTitle : cut.get(0);
    told = told.isEmpty() ? onlyHeading(blocks) : DenseTitle.withoutTails(told);
    if (!stated.isEmpty() && !told.isEmpty() && !isSite(told, site, host)) {
      return told;
    }
    String opening = OpeningLine.of(told, blocks, body, KindEvidence::isRunning);
    return opening == null ? told : opening;
  }

  /** "Harbour reopens | Opinion": some sites print section and name in the headline as well. */
  private static String withoutSections(String heading, String site, String host) {
    return heading.indexOf('|') < 0 ? heading : withoutSite(heading, site, host);
  }

  /**
   * A title element alone ends with the site's name more often than with two more words of its own.
   */
  private static String withoutShortTail(String title) {
    for (String separator : new String[] {" – ", " — ", " - "}) {
      int last = title.lastIndexOf(separator);
      if (last > 0
          && words(title.substring(last + separator.length())) <= 3
          && words(title.substring(0, last)) >= 4) {
        return title.substring(0, last).strip();
      }
    }
    return title;
  }

  private static void addPlain(List<String> to, String text) {
    if (text != null && !text.isBlank()) {
      String plain =
          org.jsoup.parser.Parser.unescapeEntities(text, false).replace(' ', ' ').strip();
      to.add(
          plain.indexOf('<') >= 0 && plain.indexOf('>') > 0
              ? org.jsoup.Jsoup.parse(HtmlTree.whole(plain)).text()
              : plain);
    }
  }

  /** The heading of the page that a stated title repeats, begins with or is contained in. */
  private static String confirmed(
      PageBlocks blocks, Box body, List<String> stated, String element) {
    String best = null;
    int bestScore = 0;
    String whole = Normaliser.normalise(element);
    List<String> others = stated.stream().map(Normaliser::normalise).toList();
    for (TextBlock block : blocks.blocks()) {
      if (block.chars > 300 || block.chars < 4) {
        continue;
      }
      boolean isHeading =
          block.isHeading() || "headline".equals(block.box.element.attr("itemprop"));
      if (!isHeading || block.text.endsWith(":")) {
        continue;
      }
      if (block.role.isOutside && !block.box.tag().equals("h1")) {
        continue;
      }
      String form = block.normal();
      int score = 0;
      for (String other : others) {
        score = Math.max(score, other.equals(form) ? 100 : 0);
      }
      // What the title element names beside another title is the site.
      boolean isSite =
          others.stream()
              .anyMatch(
                  title ->
                      title.length() >= FEWEST_LETTERS
                          && whole.contains(title)
                          && !title.contains(form));
      if (score == 0
          && (whole.equals(form)
              || (form.length() >= (block.box.tag().equals("h1") ? 6 : 12)
                  && !isSite
                  && whole.startsWith(form)))) {
        score = 80;
      } else if (score == 0 && form.length() >= 16 && whole.contains(form)) {
        score = 60;
      }
      if (score > 0 && block.box.tag().equals("h1")) {
        score += 10;
      }
      if (score > bestScore) {
        bestScore = score;
        best = block.text;
      }
    }
    return best;
  }

  /**
   * The headline over the text where the head states other words, written for search engines: the
   * last h1 before the body that has words in common with them. Null where none stands there.
   */
  private static String overText(
      PageBlocks blocks, Box body, List<String> said, String site, String host) {
    String best = null;
    int end =
        body == null ? 0 : Math.min(body.firstBlock + MOST_BLOCKS_INSIDE, blocks.blocks().size());
    for (int i = 0; i < end; i++) {
      TextBlock block = blocks.blocks().get(i);
      if (i >= body.firstBlock + 3 && KindEvidence.isRunning(block)) {
        break;
      }
      boolean isHeadline =
          block.box.tag().equals("h1")
              && block.words >= FEWEST_WORDS
              && block.chars <= LONGEST
              && block.linkDensity() < .5
              && !isSite(block.text, site, host);
      if (isHeadline && said.stream().anyMatch(title -> areAkin(title, block.text))) {
        best = block.spaced();
      }
    }
    return best;
  }

  /** Whether two titles have a good part of the longer words in common. */
  private static boolean areAkin(String one, String other) {
    Set<String> a = longWords(one);
    Set<String> b = longWords(other);
    long common = a.stream().filter(b::contains).count();
    return common >= Math.max(2, FEWEST_COMMON * Math.min(a.size(), b.size()));
  }

  private static Set<String> longWords(String title) {
    Set<String> words = new HashSet<>();
    Tokens tokens = Tokens.of(Normaliser.normalise(title));
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.word(i).length() > 3 || TextBlock.isDense(tokens.word(i).charAt(0))) {
        words.add(tokens.word(i));
      }
    }
    return words;
  }

  private static String onlyHeading(PageBlocks blocks) {
    for (TextBlock block : blocks.blocks()) {
      if (block.box.tag().equals("h1") && !block.role.isOutside) {
        return block.text;
      }
    }
    return null;
  }

  /** A title without the site's name before or after it. */
  static String withoutSite(String title, String site, String host) {
    String text = title.strip();
    for (int round = 0; round < 3; round++) {
      String shorter = cutOnce(text, site, host);
      if (shorter.equals(text)) {
        break;
      }
      text = shorter;
    }
    return text;
  }

  private static String cutOnce(String title, String site, String host) {
    for (String separator : SEPARATORS) {
      int last = title.lastIndexOf(separator);
      if (last > 0) {
        String tail = title.substring(last + separator.length()).strip();
        String head = title.substring(0, last).strip();
        if (isSite(tail, site, host)
            || (separator.contains("|") && words(tail) <= 4 && words(head) >= 3)) {
          return head;
        }
      }
      int first = title.indexOf(separator);
      if (first > 0) {
        String head = title.substring(0, first).strip();
        if (isSite(head, site, host)) {
          return title.substring(first + separator.length()).strip();
        }
      }
    }
    return title;
  }

  private static int words(String text) {
    return text.split(" ").length;
  }

  private static boolean isSite(String part, String site, String host) {
    String form = letters(part);
    if (form.isEmpty()) {
      return false;
    }
    if (site != null
        && (form.equals(letters(site))
            || (form.length() > 5 && letters(site).contains(form))
            || (letters(site).length() > 5 && form.startsWith(letters(site))))) {
      return true;
    }
    if (host == null) {
      return false;
    }
    String plain = letters(host);
    return form.length() >= 3
        && (plain.contains(form) || (form.endsWith("com") && plain.endsWith(form)));
  }

  private static String letters(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
