package org.copydesk.evaluate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Label;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final String TEXT =
      "Harbour board sells the granary\n\nBy Mara Tidewell\n5 March 2024\n\n"
          + "The harbour board of Lorne sold the granary on Tuesday to a company that brews ginger"
          + " beer and keeps bees.\n\nRelated\n\nOld mill becomes a library\n\nFerry stays in port\n\n"
          + "Bees move into the hall\n\nNobody wants the statue\n";

  private static final List<Label> LABELS =
      List.of(
          Label.TITLE,
          Label.BYLINE,
          Label.DATE,
          Label.BODY,
          Label.HEADING,
          Label.TEASER_TITLE,
          Label.TEASER_TITLE,
          Label.TEASER_TITLE,
          Label.TEASER_TITLE);

  private static String words(String text) {
    return text.replaceAll("(?m)^ *(?:[•*-]|\\d\\.) ", "").replaceAll("\\s+", " ").strip();
  }

  @Test
  void eachSaysTheSameWordsInTheSameOrder() {
    for (Rendering rendering : Rendering.values()) {
      for (String name : List.of("a", "b", "c", "d")) {
        String other = rendering.render(TEXT, name);
        assertThat(rendering + " " + other, words(other), is(words(TEXT)));
        assertThat(rendering.render(TEXT, name), is(other));
      }
    }
  }

  @Test
  void eachHasItsForm() {
    assertThat(Rendering.PLAIN.render(TEXT, "a"), is(TEXT));
    assertThat(
        Rendering.BLANK_LINES.render(TEXT, "a"),
        containsString("By Mara Tidewell\n\n5 March 2024\n"));
    assertThat(Rendering.LINE_ENDS.render(TEXT, "a").contains("\n\n"), is(false));
    assertThat(Rendering.LIST_MARKS.render(TEXT, "a"), containsString("Ferry stays in port"));
    List<String> listed = new ArrayList<>(Rendering.LIST_MARKS.render(TEXT, "a").lines().toList());
    listed.removeIf(line -> !line.endsWith("Ferry stays in port"));
    assertThat(listed.get(0).equals("Ferry stays in port"), is(false));
    assertThat(
        Rendering.WRAPPED.render(TEXT, "a").lines().allMatch(line -> line.length() <= 80),
        is(true));
    assertThat(
        Rendering.INDENTED
            .render(TEXT, "a")
            .lines()
            .allMatch(l -> l.isBlank() || l.startsWith("  ")),
        is(true));
    assertThat(Rendering.FEW_LINES.render(TEXT, "a").lines().count(), is(1L));
  }

  @Test
  void labelsGoWithTheWords() {
    for (Rendering rendering : Rendering.values()) {
      String other = rendering.render(TEXT, "a");
      if (rendering == Rendering.FEW_LINES) {
        continue;
      }
      List<Label> carried = CarriedLabels.carry(TEXT, LABELS, other);
      List<String> lines = other.lines().filter(line -> !line.isBlank()).toList();
      assertThat(carried.size(), is(lines.size()));
      for (int i = 0; i < lines.size(); i++) {
        String line = words(lines.get(i));
        int at = -1;
        List<String> own = TEXT.lines().filter(each -> !each.isBlank()).toList();
        for (int k = 0; k < own.size(); k++) {
          at = own.get(k).contains(line) ? k : at;
        }
        assertThat(rendering + ": " + line, carried.get(i), is(LABELS.get(at)));
      }
    }
  }

  @Test
  void whatOneTextSaysAloneIsSteppedOver() {
    String other =
        "Skip to content\n\n# [Harbour board sells the granary](https://m.example/harbour-board)\n\n"
            + "12 comments\n\nBy Mara Tidewell\n\n5 March 2024\n\n---\n\nRelated\n\n"
            + "1. Old mill becomes a library\n2. Ferry stays in port\n";
    assertThat(
        CarriedLabels.carry(TEXT, LABELS, other),
        is(
            List.of(
                Label.BOILERPLATE,
                Label.TITLE,
                Label.BOILERPLATE,
                Label.BYLINE,
                Label.DATE,
                Label.BOILERPLATE,
                Label.HEADING,
                Label.TEASER_TITLE,
                Label.TEASER_TITLE)));
  }

  @Test
  void labelsOfOtherLinesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CarriedLabels.carry(TEXT, List.of(Label.TITLE), TEXT));
  }

  @Test
  void htmlKeepsItsLinksHeadingsItemsAndTables() {
    String html =
        "<title>x</title><body><h1>Harbour board sells the granary</h1><p>By <a href='/mara'>Mara"
            + " Tidewell</a><br>5 March</p><script>no()</script><ul><li>One<li><a href='/b'>Two</a></ul>"
            + "<table><tr><td>Boat</td><td>Seats</td></tr></table>";
    assertThat(
        MarkdownText.of(html),
        is(
            "# Harbour board sells the granary\n\nBy [Mara Tidewell](/mara)\n5 March\n\n* One\n\n"
                + "* [Two](/b)\n\n| Boat | Seats\n"));
    assertThat(
        MarkdownText.withTabs(html),
        is(
            "Harbour board sells the granary\n\nBy Mara Tidewell\n5 March\n\nOne\n\nTwo\n\n"
                + "Boat\tSeats\n"));
  }
}
