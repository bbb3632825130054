package org.copydesk.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {
  private final LanguageIdentifier identifier = LanguageIdentifier.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The harbour council will vote on the new ferry line next Tuesday.",
        "de|Der Stadtrat stimmt am Dienstag über die neue Fährlinie ab.",
        "fr|Le conseil municipal votera mardi sur la nouvelle ligne de ferry.",
        "es|El ayuntamiento votará el martes sobre la nueva línea de transbordadores.",
        "pt|A câmara municipal vai votar na terça-feira a nova linha de barcos.",
        "ru|Городской совет проголосует во вторник за новую паромную линию.",
        "ar|سيصوت مجلس المدينة يوم الثلاثاء على خط العبارات الجديد.",
        "he|מועצת העיר תצביע ביום שלישי על קו המעבורת החדש.",
        "ja|市議会は火曜日に新しいフェリー航路について採決する。",
        "zh|市议会将于星期二就新的渡轮航线进行表决。",
        "el|Το δημοτικό συμβούλιο θα ψηφίσει την Τρίτη για τη νέα γραμμή.",
        "tr|Belediye meclisi salı günü yeni feribot hattını oylayacak.",
      })
  void aSentenceHasItsLanguage(String language, String sentence) {
    LanguageGuess guess = identifier.identify(sentence);
    assertThat(guess.language(), is(language));
    assertThat(guess.confidence(), is(greaterThan(.5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "12:30 - 4,5", "ok", "http://www.example.org/de/nachrichten"})
  void whatHasNoWordsHasNoLanguage(String text) {
    assertThat(identifier.identify(text), is(new LanguageGuess("und", 0)));
  }

  @Test
  void theModelIsMadeFromTheLibrarys() throws Exception {
    try (InputStream in =
        new GZIPInputStream(LanguageModel.class.getResourceAsStream(LanguageModel.SHIPPED))) {
      assertThat(Arrays.equals(in.readAllBytes(), LanguageModelMaker.make()), is(true));
    }
  }

  @Test
  void sumsAreTheWeightsOfDistinctCharactersAndGroups() {
    LanguageModel model = LanguageModel.shipped();
    float[] all = model.sums("abcabc");
    float[] apart = model.sums("abca");
    float[] one = model.sums("cab");
    float[] letters = model.sums("bcab");
    for (int c = 0; c < all.length; c++) {
      // The characters a, b, c and the groups abc, bca, cab; each letter alone gives its own.
      float single = model.sums("a")[c] + model.sums("b")[c] + model.sums("c")[c];
      float groups = (apart[c] - single) + (one[c] - single);
      assertThat((double) all[c], is(closeTo(single + groups, 1e-4)));
      assertThat((double) letters[c] - one[c], is(closeTo(apart[c] - model.sums("abc")[c], 1e-4)));
    }
  }

  @Test
  void aQuotationInFrontDoesNotDecideALongText() {
    String quotation = "\"La vie est belle et la mer est grande\", said the mayor. ";
    String body =
        "The council of the island will vote on the new ferry line on Tuesday, and the mayor said"
            + " that the harbour would be ready before the summer season begins. ";
    assertThat(identifier.identify(quotation + body.repeat(30)).language(), is("en"));
  }

  @Test
  void noticesAndFootersOfAnotherLanguageDoNotDecideAnArticle() {
    String notice = "We use cookies and similar technologies to give you a better experience. ";
    String body =
        "Der Stadtrat stimmt am Dienstag über die neue Fährlinie ab, und die Bürgermeisterin"
            + " erwartet, dass der Hafen vor dem Sommer fertig sein wird. ";
    String footer = "All rights reserved. Read our privacy policy and the terms of our service.";
    LanguageGuess guess = identifier.identify(notice + "\n\n" + body.repeat(5) + "\n\n" + footer);
    assertThat(guess.language(), is("de"));
  }

  @Test
  void aTextInTwoLanguagesIsNotSurelyInOne() {
    String german = "Der Stadtrat stimmt am Dienstag über die neue Fährlinie ab. ".repeat(10);
    String french = "Le conseil municipal votera mardi sur la nouvelle ligne de ferry. ".repeat(10);
    assertThat(identifier.identify(german + french).confidence(), is(lessThan(.6)));
    assertThat(identifier.identify(german).confidence(), is(greaterThan(.7)));
  }

  @Test
  void aLanguageThatTheModelDoesNotKnowIsNotNamedWithConfidence() {
    // Yoruba, and words that nobody speaks.
    assertThat(
        identifier
            .identify("Àwọn ọmọ ilé ìwé náà yóò lọ sí ọjà ní ọjọ́ Ajé tó ń bọ̀.")
            .confidence(),
        is(lessThan(.9)));
    assertThat(
        identifier.identify("Xqub vrelk zonth wuqqy plorf grazzik vumble tronq.").confidence(),
        is(lessThan(.9)));
  }

  @Test
  void aSampleIsBoundedWhateverTheText() {
    for (int length : new int[] {10, 99, 100, 199, 200, 299, 300, 1_000, 1_000_000}) {
      String text = "word and ".repeat(length / 9 + 1).substring(0, length);
      int places = LanguageSample.places(text, 7);
      for (int place = 0; place < places; place++) {
        assertThat(
            LanguageSample.of(text, place, places).length(),
            is(lessThanOrEqualTo(places == 1 ? 200 : LanguageSample.SIZE)));
      }
    }
  }

  @Test
  void addressesDigitsAndRunsAreLeftOut() {
    assertThat(
        LanguageSample.of("See  HTTPS://a.example/x?y www.b.example a@b.example 12 Aaaaah", 0, 1),
        is("see aah"));
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    LanguageGuess guess = identifier.identify("ISTANBUL WILL VOTE ON THE NEW FERRY LINE");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(identifier.identify("ISTANBUL WILL VOTE ON THE NEW FERRY LINE"), is(guess));
    } finally {
      Locale.setDefault(before);
    }
  }
}
