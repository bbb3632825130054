package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.segment.TreeTrait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextTest {
  @TempDir Path folder;

  private List<LabelledText> read(String row) throws IOException {
    Path labels = folder.resolve("labels.tsv");
    Files.writeString(labels, "source_file\thost\tlanguage\tlabels\tdoubt\n" + row + "\n");
    Files.writeString(
        folder.resolve("a.txt"),
        "Home\n\nMill turns\n\nIt turns again.\nIt did not for years.\n\nOther mill\n\nIt stands.\n");
    return LabelledText.read(labels, folder);
  }

  @Test
  void rowsOfLabelsAreRead() throws IOException {
    LabelledText page =
        read("a.txt\texample.org\ten\tboilerplate*1 title*1 body*2 teaser_title teaser_snippet*1")
            .get(0);
    PageRecord record = page.record();
    assertThat(page.host(), is("example.org"));
    assertThat(record.article().title(), is("Mill turns"));
    assertThat(record.article().text(), is("It turns again.\n\nIt did not for years."));
    assertThat(
        record.teasers(),
        is(List.of(new PageRecord.TeaserFields(null, "Other mill", "It stands."))));
  }

  /** A date or a section may stand between a title and its snippet; other labels end a teaser. */
  @Test
  void aSnippetBelongsToTheTitleAbove() throws IOException {
    PageRecord.TeaserFields pair = new PageRecord.TeaserFields(null, "Home", "It turns again.");
    PageRecord.TeaserFields alone = new PageRecord.TeaserFields(null, "Home", null);
    assertThat(
        teasers("teaser_title boilerplate*1 teaser_snippet boilerplate*3"), is(List.of(pair)));
    assertThat(teasers("teaser_title heading*1 teaser_snippet boilerplate*3"), is(List.of(alone)));
    assertThat(
        teasers("teaser_title boilerplate*3 teaser_snippet boilerplate*1"), is(List.of(alone)));
    assertThat(teasers("boilerplate*2 teaser_snippet boilerplate*3"), is(List.of()));
  }

  private List<PageRecord.TeaserFields> teasers(String labels) throws IOException {
    return read("a.txt\texample.org\ten\t" + labels).get(0).record().teasers();
  }

  @Test
  void aRowThatIsNoneIsSaidWithItsPlace() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> read("a.txt\texample.org\ten\theadline*2"));
    assertThat(e.getMessage(), containsString("labels.tsv:2"));
    assertThrows(IllegalArgumentException.class, () -> read("a.txt\texample.org"));
  }

  @Test
  void htmlIsRenderedByBlockAndLine() {
    RenderedHtml page =
        RenderedHtml.of(
            "<html><head><title>No</title></head><body><nav><a href=/>Home</a></nav>"
                + "<h1>Mill  turns</h1><p>It <b>turns</b> again.<br>It did not.</p>"
                + "<script>no</script><table><tr><td>one</td><td>two</td></tr></table></body></html>");
    assertThat(
        new String(page.text(), StandardCharsets.UTF_8),
        is("Home\n\nMill turns\n\nIt turns again.\nIt did not.\n\none two\n"));
    assertThat(page.lines().get(0).marks()[TreeTrait.LINKS.ordinal()], is(5));
    assertThat(page.lines().get(1).marks()[TreeTrait.LINKS.ordinal()], is(1));
  }
}
