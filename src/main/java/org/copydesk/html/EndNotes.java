package org.copydesk.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.text.Normaliser;

/** Notes on authors and addresses to write to, among the last paragraphs of a body. */
final class EndNotes {
  /** Paragraphs at the end among which a note on the author stands, and its words. */
  private static final int MOST_NOTES = 4;

  private static final int LONGEST_NOTE = 90;

  private static final Set<String> NOTE_VERBS =
      Set.of(
          ("is was has covers writes lives works joined reports contributed teaches ist war schreibt"
                  + " arbeitet berichtet lebt studierte est écrit travaille es escribe trabaja è scrive"
                  + " é escreve schrijft werkt jest pisze är skriver er пишет является yazıyor")
              .split(" "));

  private static final int SHORT_LINE = 30;

  private final PageBlocks page;
  private final List<String> authors;

  EndNotes(PageBlocks page, List<String> authors) {
    this.page = page;
    this.authors = authors;
  }

  /** "Ana Roe has covered the coast for twenty years." among the last paragraphs. */
  void leaveOutNotesOnAuthors() {
    List<TextBlock> body = new ArrayList<>();
    for (TextBlock block : page.blocks()) {
      if (block.label == Label.BODY) {
        body.add(block);
      }
    }
    for (int i = 0; i < body.size(); i++) {
      // In a box under the headline, or below the text.
      boolean mayBe = i == 0 || i >= body.size() - MOST_NOTES;
      for (String author : authors) {
        if (mayBe && body.size() > 2 && tellsOf(author, body.get(i))) {
          body.get(i).label(Label.BOILERPLATE, "about-author");
        }
      }
    }
  }

  private static boolean tellsOf(String author, TextBlock block) {
    int end = author.length();
    if (author.indexOf(' ') < 0
        || block.words > LONGEST_NOTE
        || !block.text.regionMatches(true, 0, author, 0, end)) {
      return false;
    }
    // "Ana Roe said" is news of her; "Ana Roe is", "Ana Roe has covered", "Ana Roe, 42, writes".
    String rest = Normaliser.normalise(block.text.substring(end));
    int space = rest.indexOf(' ');
    return space > 0 && NOTE_VERBS.contains(rest.substring(0, space));
  }

  /** "Press office, Ola Roe, press@harbour.example" among the last paragraphs. */
  void leaveOutContacts() {
    int left = MOST_NOTES;
    List<TextBlock> blocks = page.blocks();
    for (int i = blocks.size() - 1; i >= 0 && left > 0; i--) {
      TextBlock block = blocks.get(i);
      if (block.label == Label.BODY) {
        left--;
        if (block.words <= SHORT_LINE && !block.endsSentence() && holdsMailAddress(block.text)) {
          block.label(Label.BOILERPLATE, "contact");
        }
      }
    }
  }

  private static boolean holdsMailAddress(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1))
        && text.indexOf('.', at) > 0;
  }
}
