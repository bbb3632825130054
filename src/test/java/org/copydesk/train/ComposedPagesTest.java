package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

class ComposedPagesTest {
  private static final List<Label> LABELS =
      List.of(
          Label.BOILERPLATE,
          Label.TITLE,
          Label.BODY,
          Label.BODY,
          Label.BYLINE,
          Label.HEADING,
          Label.TEASER_TITLE);

  private static LabelledText page(String name, String language) {
    String text =
        """
        Menu %1$s

        Title %1$s

        First %1$s

        Last %1$s
        By %1$s

        Related %1$s
        Teaser %1$s
        """
            .formatted(name);
    Page page = Page.text(name + ".txt", 0, text.getBytes(StandardCharsets.UTF_8));
    return new LabelledText(page, name + ".example", language, LABELS);
  }

  private static final List<LabelledText> PAGES =
      List.of(page("one", "en"), page("two", "en"), page("three", "en"), page("vier", "de"));

  private static String text(ComposedPages.Composed page) {
    return new String(page.page().page().payload(), StandardCharsets.UTF_8);
  }

  @Test
  void anArticleStandsAmongWhatSurroundsOthersOfItsLanguage() {
    List<String> found = new ArrayList<>();
    for (ComposedPages.Composed page : ComposedPages.of(PAGES)) {
      String above = page.hosts().get(0).replace(".example", "");
      String own = page.hosts().get(1).replace(".example", "");
      String below = page.hosts().get(2).replace(".example", "");
      String expected =
          """
          Menu %1$s

          Title %2$s

          First %2$s

          Last %2$s
          By %2$s

          Related %3$s
          Teaser %3$s
          """
              .formatted(above, own, below);
      assertThat(text(page).strip(), is(expected.strip()));
      assertThat(page.page().labels(), is(LABELS));
      assertThat((above + below).contains("vier"), is(own.equals("vier")));
      found.add(above.equals(own) ? "" : own);
    }
    assertThat(found.size(), is(2 * PAGES.size()));
    assertThat(found, hasItem("one"));
  }

  @Test
  void theSamePagesGiveTheSame() {
    List<String> once = ComposedPages.of(PAGES).stream().map(ComposedPagesTest::text).toList();
    assertThat(ComposedPages.of(PAGES).stream().map(ComposedPagesTest::text).toList(), is(once));
  }

  @Test
  void aPageWithoutAnArticleGivesNone() {
    byte[] text = "Menu\n\nOther mill\n".getBytes(StandardCharsets.UTF_8);
    List<Label> labels = List.of(Label.BOILERPLATE, Label.TEASER_TITLE);
    LabelledText page = new LabelledText(Page.text("a.txt", 0, text), "a.example", "en", labels);
    assertThat(ComposedPages.of(List.of(page)).size(), is(0));
  }
}
