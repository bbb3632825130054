package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copydesk.model.Page;
import org.copydesk.segment.lines.State;
import org.junit.jupiter.api.Test;

/** What is done where a model finds a title and no text. */
class LineLabellerTest {
  private static final String TITLE = "Mill turns again after nine years";

  private static final String PROSE =
      "The mill has turned again since Monday and the miller, who is the last of his family, said that"
          + " he had hoped for wind since the sails were mended in May and that the bread of the first"
          + " flour was given to the school, to the ferry and to everybody who had";

  /** The given title is one, known headings of lists are such, and all else is furniture. */
  private static LineModel withoutText() {
    int units = 2;
    short[] rows = new short[LineSlots.ALL_ROWS * units];
    rows[row(LineTrait.KIND, 8) * units + 1] = 4 * HiddenLayer.UNIT;
    int[] shares = new int[units * LineModel.STATES];
    shares[State.BEFORE.ordinal()] = 12 * HiddenLayer.SHARE;
    shares[LineModel.STATES + State.HEADING.ordinal()] = 8 * HiddenLayer.SHARE;
    int[] titles = new int[LineSlots.ALL_ROWS];
    titles[row(LineTrait.GIVEN_TITLE, 1)] = 20 * LineModel.UNIT;
    int[] none = new int[LineModel.STATES];
    return new LineModel(
        List.of("made up"),
        new HiddenLayer(new short[] {HiddenLayer.UNIT, 0}, rows, shares),
        titles,
        none,
        none,
        new int[LineModel.STATES][LineModel.STATES],
        0);
  }

  private static int row(LineTrait trait, int value) {
    int slot = 0;
    while (LineSlots.TRAIT[slot] != trait.ordinal() || LineSlots.OFFSET[slot] != 0) {
      slot++;
    }
    return LineSlots.FIRST[slot] + value;
  }

  private static String text(String... lines) {
    byte[] payload = String.join("\n\n", lines).getBytes(StandardCharsets.UTF_8);
    Page page = Page.text("a.txt", 0, payload).withTitle(TITLE);
    return new Segmenter(SegmentSettings.defaults(), withoutText())
        .segment(page, SiteModel.NONE)
        .article()
        .text();
  }

  @Test
  void proseUnderASureTitleIsItsTextUpToTheFirstList() {
    String other = "Another thing that somebody said below. " + PROSE;
    assertThat(text("Home", TITLE, "Share", PROSE, "Print", "Most read", other), is(PROSE));
  }

  @Test
  void proseAboveTheTitleIsNotItsText() {
    assertThat(text(PROSE + " not", TITLE, "Share", PROSE, "Most read"), is(PROSE));
  }
}
