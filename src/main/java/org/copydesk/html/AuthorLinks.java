package org.copydesk.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.InlineText;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.fields.NameShape;
import org.copydesk.text.Normaliser;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Authors told by where their names lead: sites link those who write for them to a page about each,
 * as in {@code <a href="/author/ana-roe">Ana Roe</a>} between the headline and the text.
 */
final class AuthorLinks {
  /** Steps of addresses below which sites have a page for each who writes, in many languages. */
  private static final Set<String> PERSONS =
      Set.of(
          ("author authors autor autorin autoren autores autora autoras autore autori auteur auteurs autorzy"
                  + " autory autorid byline bylines contributor contributors columnist columnists"
                  + " columnista columnistas reporter reporters reporteros journalist journalists"
                  + " journaliste journalistes journalisten periodista periodistas giornalista"
                  + " giornalisti writer writers editor editors correspondent correspondents staff"
                  + " profile profiles profil profiel perfil profilo person persons people persona"
                  + " personen personnes redakteur redakteure redaktion redacteur redaktor skribent"
                  + " forfatter forfattere schrijver schrijvers kirjoittaja kirjoittajat toimittaja"
                  + " toimittajat yazar yazarlar muhabir muallif penulis tac-gia kolumnis kolumne"
                  + " avtor avtory avtori autorius author.php szerzo szerzok publicist experts expert"
                  + " member members user users blogger bloggers mitarbeiter team about-us our-team")
              .split(" "));

  private static final Evaluator LINKS = QueryParser.parse("a[href]");

  /** Blocks around the headline and the first paragraph among which a name may stand. */
  private static final int BEFORE_HEADLINE = 3;

  private static final int AFTER_HEADLINE = 10;
  private static final int AFTER_START = 3;
  private static final int MOST_WORDS = 24;
  private static final int LONGEST_SLUG = 80;

  private final List<TextBlock> blocks;
  private final Box body;

  AuthorLinks(PageBlocks page, Box body) {
    this.blocks = page.blocks();
    this.body = body;
  }

  /**
   * The names that stand around the headline, several joined by commas; null where none does.
   *
   * @param headline its block; negative when unknown
   */
  String line(int headline) {
    int start = headline >= 0 ? headline : body.firstBlock;
    int end = headline >= 0 ? headline + AFTER_HEADLINE : body.firstBlock + AFTER_START;
    end = Math.min(end, Math.max(start, body.endBlock - 1));
    for (int i = Math.max(0, start - BEFORE_HEADLINE); i < blocks.size() && i <= end; i++) {
      TextBlock block = blocks.get(i);
      boolean isPart =
          !block.role.isOutside
              || block.role == Box.Role.BYLINE
              || block.role == Box.Role.META
              || PageFacts.isLooseRole(block.role);
      if (block.href == null
          || !isPart
          || i == headline
          || block.words > MOST_WORDS
          || block.box.isCard
          || block.isHeading() && i < start) {
        continue;
      }
      List<String> names = names(block, isBesideDate(i));
      if (!names.isEmpty()) {
        return String.join(", ", names);
      }
    }
    return null;
  }

  private static List<String> names(TextBlock block, boolean isBesideDate) {
    Set<String> names = new LinkedHashSet<>();
    for (Element link : block.box.element.select(LINKS)) {
      String text = InlineText.of(link);
      if (isToPerson(link.attr("href"), text, isBesideDate) && block.spaced().contains(text)) {
        names.add(text);
      }
    }
    return new ArrayList<>(names);
  }

  private boolean isBesideDate(int i) {
    for (int k = Math.max(0, i - 1); k <= i + 1 && k < blocks.size(); k++) {
      TextBlock block = blocks.get(k);
      if (block.words <= MOST_WORDS && DateReader.read(block.text) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a link's address is that of a person's page and its text may be their name. A name of
   * one word is believed beside a date, or where the address repeats it.
   */
  static boolean isToPerson(String href, String text, boolean isBesideDate) {
    String slug = slug(href);
    if (slug == null || text.isEmpty()) {
      return false;
    }
    boolean isWord =
        text.indexOf(' ') < 0
            && Character.isUpperCase(text.codePointAt(0))
            && text.codePoints().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'');
    return NameShape.isName(text)
        || isWord && (isBesideDate || slug.contains(Normaliser.normalise(text)));
  }

  /** What follows the step that says person: "ana-roe"; null where no step says so. */
  private static String slug(String href) {
    if (href.length() > 400) {
      return null;
    }
    String path = href.toLowerCase(Locale.ROOT);
    int query = path.indexOf('?');
    if (query >= 0 && path.startsWith("author=", query + 1)) {
      return path.substring(query + 8);
    }
    String[] steps = (query < 0 ? path : path.substring(0, query)).split("/", 20);
    int from = path.contains("://") ? 3 : path.startsWith("//") ? 3 : 0;
    for (int i = from; i + 1 < steps.length; i++) {
      String slug = steps[i + 1];
      if (PERSONS.contains(steps[i]) && !slug.isEmpty() && slug.length() <= LONGEST_SLUG) {
        return slug;
      }
    }
    return null;
  }
}
