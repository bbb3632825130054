package org.copydesk.segment.fields;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.junit.jupiter.api.Test;

class LinesBelowTextTest {
  private static final String TEXT =
      "The mill has turned again since Monday, said the miller of Lorne.\n"
          + "It had been out of use for nine years, and its sails were mended in May.\n";

  private static final String LONG =
      " grew up beside the mill and has written about wind, water and bread for twenty years, for"
          + " papers in Lorne and Varn, and once, for a week, for one at sea, of which no copy is"
          + " left because the ship that carried them all was lost between the islands in a storm.";

  private record Marked(List<String> aboutAuthors, List<String> comments) {}

  private static Marked mark(String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    UnitScanner scanner = new UnitScanner(bytes, Markers.LISTED);
    List<Unit> units = new UnitReader(bytes, scanner).read();
    LineWords words = new LineWords(scanner);
    units.stream().filter(unit -> unit.folded != null).forEach(words::read);
    new LinesBelowText(units, scanner).mark();
    List<String> about = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    for (Unit unit : units) {
      String line = scanner.text(unit.start, unit.end);
      if (unit.isAboutAuthor) {
        about.add(line);
      }
      if (unit.furniture == 1) {
        comments.add(line);
      }
    }
    return new Marked(about, comments);
  }

  @Test
  void aLineThatBeginsWithTheAuthorsNameSaysWhoThatIsHoweverLong() {
    String about = "Ann Lee" + LONG;
    assertThat(mark("By Ann Lee\n" + TEXT + about + "\n").aboutAuthors(), contains(about));
    assertThat(mark("By Ann Lee\n" + about + "\n").aboutAuthors(), empty());
  }

  @Test
  void soDoesOneUnderALineThatEndsInItsName() {
    String about = "Bo Roe" + LONG;
    assertThat(mark(TEXT + "About Bo Roe\n" + about + "\n").aboutAuthors(), contains(about));
    assertThat(mark(TEXT + "Written by Bo Roe\n" + about + "\n").aboutAuthors(), contains(about));
    assertThat(mark(TEXT + "About Bo Poe\n" + about + "\n").aboutAuthors(), empty());
  }

  /** A text that presents one after the other names each over what it says of them. */
  @Test
  void severalUnderTheirNamesArePartsOfTheText() {
    String page = TEXT + "Bo Roe\nBo Roe" + LONG + "\nCy Poe\nCy Poe" + LONG + "\n";
    assertThat(mark(page).aboutAuthors(), empty());
  }

  @Test
  void linesOfANameAndADayOverSomethingLongerAreCommentsWhereThereAreSeveral() {
    String said = "\nThat the sails turn at all is a wonder to me.\n";
    String two = TEXT + "Bo Roe / 22.04.2020" + said + "Cy Poe / 22.04.2020" + said;
    assertThat(mark(two).comments(), empty());
    assertThat(
        mark(two + "Di Moe / 23.04.2020" + said).comments(),
        contains("Bo Roe / 22.04.2020", "Cy Poe / 22.04.2020", "Di Moe / 23.04.2020"));
    assertThat(mark(TEXT + ("22.04.2020" + said).repeat(3)).comments(), empty());
  }
}
