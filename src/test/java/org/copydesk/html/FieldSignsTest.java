package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for title and day of publication and against them. */
class FieldSignsTest {
  private static final String URL = "https://www.tidewaterpost.example/news/harbour-reopens";
  private static final String BODY =
      "<p>The harbour of Brackwater reopened on Monday after three weeks of repairs, the port office said in a statement.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry to the islands carried two hundred passengers, according to its captain.</p>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks than expected.</p>";

  private static double sign(FieldSigns sign, String head, String top) {
    String html =
        "<html lang='en'><head>"
            + head
            + "</head><body><article>"
            + top
            + BODY
            + "</article></body></html>";
    return new HtmlSegmenter(HtmlSettings.defaults())
        .weighed(Labelled.page(URL, html))
        .signs()[sign.ordinal()];
  }

  private static double ofTitle(FieldSigns sign, String element, String heading) {
    return sign(sign, "<title>" + element + "</title>", "<h1>" + heading + "</h1>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Harbour reopens – what boats pay ~ 1 ~ 0 ~ 0",
        "Harbour reopens: what boats pay ~ 0 ~ 1 ~ 0",
        "Harbour reopens: what will boats pay? ~ 0 ~ 1 ~ 1",
        "Harbour reopens after three weeks ~ 0 ~ 0 ~ 0"
      })
  void aBarAColonAndTheEndOfASentenceAreTold(
      String title, double isBarred, double hasColon, double endsSentence) {
    assertThat(ofTitle(FieldSigns.TITLE_BARRED, title, title), is(isBarred));
    assertThat(ofTitle(FieldSigns.TITLE_COLON, title, title), is(hasColon));
    assertThat(ofTitle(FieldSigns.TITLE_ENDS_SENTENCE, title, title), is(endsSentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // The head has all words of the heading but one, and others.
        "Harbour of Brackwater reopens: what boats pay ~ The harbour of Brackwater reopens ~ 1",
        // Two that the head has not.
        "Harbour of Brackwater reopens ~ Old harbour of Brackwater reopens soon ~ 0",
        // The head gives it, too.
        "Harbour of Brackwater reopens - Tidewater Post ~ Harbour of Brackwater reopens ~ 0"
      })
  void aHeadThatSaysTheSameInOtherWordsIsTold(String element, String heading, double rewords) {
    assertThat(ofTitle(FieldSigns.TITLE_HEAD_REWORDS, element, heading), is(rewords));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Harbour of Brackwater reopens: what boats pay ~ The harbour of Brackwater reopens ~ 1",
        "Harbour of Brackwater reopens ~ Harbour of Brackwater reopens after repairs ~ -1",
        "Harbour of Brackwater reopens - Tidewater Post ~ Harbour of Brackwater reopens ~ 0"
      })
  void aLongerTitleInTheHeadIsTold(String element, String heading, double sense) {
    double longer = ofTitle(FieldSigns.TITLE_HEAD_LONGER, element, heading);
    assertThat(Math.signum(longer), is(sense));
    assertThat(longer, sense > 0 ? greaterThan(.1) : lessThan(.1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // Stated and shown; stated and nothing shown.
        "2024-03-05T10:00:00Z ~ <p>March 5, 2024</p> ~ 0 ~ 0",
        "2024-03-05T10:00:00Z ~ '' ~ 0 ~ 1",
        // A reader sees another day, as it is or as that of an update.
        "2024-03-05T10:00:00Z ~ <p>June 1, 2024</p> ~ 1 ~ 0",
        "2024-03-05T10:00:00Z ~ <p>Updated: June 1, 2024</p> ~ 1 ~ 0",
        "2024-03-05T10:00:00Z ~ <p>Updated: March 5, 2024</p> ~ 0 ~ 0",
        "2024-03-05T10:00:00Z ~ <p>March 5, 2024. Updated: June 1, 2024</p> ~ 0 ~ 0",
        // There is none but that of an update.
        "'' ~ <p>Updated: June 1, 2024</p> ~ 1 ~ 0"
      })
  void aDayThatIsDisputedAndOneThatNobodySeesAreTold(
      String stated, String shown, double isDisputed, double isUnseen) {
    String head =
        "<title>Harbour reopens after repairs</title>"
            + (stated.isEmpty()
                ? ""
                : "<meta property='article:published_time' content='" + stated + "'>");
    String top = "<h1>Harbour reopens after repairs</h1>" + shown;
    assertThat(sign(FieldSigns.DATE_DISPUTED, head, top), is(isDisputed));
    assertThat(sign(FieldSigns.DATE_NOT_SHOWN, head, top), is(isUnseen));
  }
}
