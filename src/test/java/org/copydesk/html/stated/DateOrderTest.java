package org.copydesk.html.stated;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.html.Labelled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "3/4/2025" on pages that tell in different ways whether the month comes first. */
class DateOrderTest {
  private static final String ENGLISH =
      "<p>The harbour of Brackwater reopened on Monday after three weeks of repairs, the port office said in a statement.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry to the islands carried two hundred of the passengers, according to its captain.</p>";

  private static final String GREEK =
      "<p>Το λιμάνι άνοιξε ξανά τη Δευτέρα μετά από τρεις εβδομάδες επισκευών, ανακοίνωσε το γραφείο του λιμανιού.</p>"
          + "<p>Τα αλιευτικά έφυγαν την αυγή και το πρώτο πλοίο μετέφερε διακόσιους επιβάτες στα νησιά, είπε ο καπετάνιος.</p>";

  @ParameterizedTest
  @CsvSource({
    "en-US, , harbour.example, , 2025-03-04",
    "en-GB, , harbour.example, , 2025-04-03",
    "en, , harbour.example, , 2025-03-04",
    "en, en_GB, harbour.example, , 2025-04-03",
    "en-US, en_AU, harbour.example, , 2025-04-03",
    "en-US, en_US, harbour.co.uk, , 2025-04-03",
    "en, , harbour.gov, , 2025-03-04",
    "en-IN, , harbour.example, , 2025-04-03",
    "de, , harbour.example, , 2025-04-03",
    "es, es_ES, harbour.example, , 2025-04-03",
    "el, en_US, harbour.example, , 2025-04-03",
    "en-US, , harbour.example, 28/02/2025, 2025-04-03",
    "en-GB, , harbour.example, 2/28/2025, 2025-03-04",
    "'', , harbour.example, , 2025-03-04",
    "'', en_GB, harbour.example, , 2025-04-03",
  })
  void isTold(String lang, String locale, String host, String other, String day) {
    String related = other == null ? "" : "<aside><ul><li>" + other + "</li></ul></aside>";
    assertThat(published(lang, locale, host, ENGLISH + related), is(day));
  }

  @ParameterizedTest
  @CsvSource({"harbour.example", "harbour.com"})
  void isOfTheTextWhereNothingIsNamed(String host) {
    assertThat(published("", null, host, GREEK), is("2025-04-03"));
  }

  private static String published(String lang, String locale, String host, String text) {
    String page =
        "<html lang='"
            + lang
            + "'><head>"
            + (locale == null ? "" : "<meta property='og:locale' content='" + locale + "'>")
            + "</head><body><main><h1>Harbour reopens</h1><p>Published 3/4/2025</p><div>"
            + text
            + "</div></main></body></html>";
    Instant found =
        new HtmlSegmenter(HtmlSettings.defaults())
            .segment(Labelled.page("https://www." + host + "/news/harbour-reopens", page))
            .article()
            .publishedAt();
    return found == null ? null : found.toString().substring(0, 10);
  }
}
