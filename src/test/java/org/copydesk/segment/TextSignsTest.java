package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.copydesk.model.Confidence.Field;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for the fields of an article of page text and against them. */
class TextSignsTest {
  private static double[] signs(String title, String date) {
    String text =
        "Home\n\n"
            + title
            + "\n\n"
            + date
            + "\n\nThe county sold the ferry to Skarnholm on Monday, and nobody on the island was asked"
            + " before its councillors met in the old school.\n\nIt has crossed the sound since 1961,"
            + " first with cattle and later with bicycles, and it was late on most days of the year.\n";
    Page page = Page.text("ferry.txt", 0, text.getBytes(StandardCharsets.UTF_8));
    return new Segmenter(SegmentSettings.defaults()).weighed(page, SiteModel.NONE).signs();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Published 3/4/2025 ~ 1",
        "Published 24/4/2025 ~ 0",
        "Published 3 April 2025 ~ 0",
      })
  void aDayThatMayBeAnotherIsTold(String date, double isOpen) {
    double[] signs = signs("Ferry to Skarnholm is sold", date);
    assertThat(signs[TextSigns.DATE_OPEN_ORDER.ordinal()], is(isOpen));
  }

  @Test
  void aTitleWhoseWordsTheTextHasIsSurer() {
    double[] with = signs("Ferry to Skarnholm is sold", "Published 3 April 2025");
    double[] without = signs("Nine bakers win a prize", "Published 3 April 2025");
    int in = TextSigns.TITLE_IN_TEXT.ordinal();
    assertThat(with[in], is(greaterThan(without[in])));
    assertThat(
        TextSigns.model().of(Field.TITLE, with),
        is(greaterThan(TextSigns.model().of(Field.TITLE, without))));
  }

  @Test
  void eachFieldHasSignsOfItsOwnAndTheOneThatAlwaysHolds() {
    for (Field field : Field.values()) {
      assertThat(TextSigns.ALWAYS.isOf(field), is(true));
      assertThat(
          Arrays.stream(TextSigns.values()).filter(sign -> sign.isOf(field)).count(),
          is(greaterThan(2L)));
    }
  }
}
