package org.copydesk.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.html.tree.Box;
import org.copydesk.html.tree.Box.Role;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Finds boxes that ask the reader to subscribe, to log in or to sign up, by what they lead to
 * rather than by their words or names: a short box of several lines with a form to fill in, or with
 * a link to {@code /subscribe}.
 */
final class AskBoxes {
  private static final int MOST_WORDS = 120;
  private static final int FEWEST_BLOCKS = 2;
  private static final int FEWEST_OF_PARAGRAPH = 50;
  private static final double FEW_LINKS = .2;

  /** Words of a link's path, of several languages. */
  private static final Set<String> TARGETS =
      Set.of(
          ("subscribe subscription subscriptions subscriber membership login signin signup register"
                  + " registration abo abos abonnement abonnements abonnieren abonnez anmelden registrieren"
                  + " connexion inscription suscripcion suscribete suscribirse assine assinatura abbonati"
                  + " abbonamento abonneren prenumerera tilaa subskrypcja prenumerata podpiska newsletter"
                  + " newsletters")
              .split(" "));

  private static final Evaluator TEXTS = QueryParser.parse("textarea");
  private static final Evaluator INPUTS = QueryParser.parse("input");
  private static final Evaluator ADDRESSES =
      QueryParser.parse("input[type=email], input[type=password], input[name*=mail]");

  /** Lengths of targets, a bit each, by their first letter: most steps are of none. */
  private static final int[] LENGTHS = new int[26];

  static {
    for (String target : TARGETS) {
      LENGTHS[target.charAt(0) - 'a'] |= 1 << target.length();
    }
  }

  private final PageBlocks page;

  /** Blocks before each whose link leads to where a reader is asked. */
  private final int[] asking;

  private final List<Box> forms;

  AskBoxes(PageBlocks page) {
    this.page = page;
    this.asking = new int[page.blocks().size() + 1];
    for (int i = 0; i < page.blocks().size(); i++) {
      String href = page.blocks().get(i).href;
      asking[i + 1] = asking[i] + (href != null && leadsToAsk(href) ? 1 : 0);
    }
    this.forms = page.boxes().stream().filter(box -> box.tag().equals("form")).toList();
  }

  /** Gives such boxes their role, where they have none. */
  void mark() {
    List<Box> boxes = page.boxes();
    int[] words = new int[page.blocks().size() + 1];
    for (int i = 0; i < page.blocks().size(); i++) {
      words[i + 1] = words[i] + page.blocks().get(i).words;
    }
    for (Box box : boxes) {
      int size = words[box.endBlock] - words[box.firstBlock];
      boolean mayBe =
          box.role == Role.PLAIN
              && size <= MOST_WORDS
              && size > 0
              && box.endBlock - box.firstBlock >= FEWEST_BLOCKS
              && isPlainHolder(box.tag())
              && !page.holdsHeadline(box)
              && !holdsParagraph(box);
      if (mayBe && asks(box)) {
        box.role = Role.NEWSLETTER;
      }
    }
  }

  /** What asks for something does so in a few words. */
  private boolean holdsParagraph(Box box) {
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      TextBlock block = page.blocks().get(i);
      if (block.words >= FEWEST_OF_PARAGRAPH && block.linkDensity() < FEW_LINKS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlainHolder(String tag) {
    return tag.equals("div") || tag.equals("section") || tag.equals("aside");
  }

  private boolean asks(Box box) {
    if (asking[box.endBlock] > asking[box.firstBlock]) {
      return true;
    }
    Element form = null;
    for (int i = 0; i < forms.size() && form == null; i++) {
      form = forms.get(i).isInside(box) ? forms.get(i).element : null;
    }
    // A form with a text to write is for comments; others order goods or search.
    return form != null
        && form.selectFirst(TEXTS) == null
        && (form.selectFirst(ADDRESSES) != null
            || form.selectFirst(INPUTS) != null
                && form.text().toLowerCase(Locale.ROOT).contains("mail"));
  }

  private static boolean leadsToAsk(String href) {
    int end = href.indexOf('?') < 0 ? href.length() : href.indexOf('?');
    int from = href.indexOf("://") < 0 ? 0 : href.indexOf('/', href.indexOf("://") + 3);
    if (from < 0 || from >= end || end - from > 200) {
      return false;
    }
    String path = href.substring(from, end).toLowerCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      boolean isLetter = i < path.length() && path.charAt(i) >= 'a' && path.charAt(i) <= 'z';
      if (!isLetter) {
        boolean mayBe =
            i > start && i - start < 32 && (LENGTHS[path.charAt(start) - 'a'] >> i - start & 1) > 0;
        if (mayBe && TARGETS.contains(path.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }
}
