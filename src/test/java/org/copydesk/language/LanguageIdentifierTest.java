package org.copydesk.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;
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
  void sumsAreTheLibrarysOwn() throws Exception {
    MaxentModel model =
        new LanguageDetectorModel(
                LanguageIdentifier.class.getResourceAsStream("/langdetect-183.bin"))
            .getMaxentModel();
    String sample = LanguageSample.of("Der Rat stimmt über die neue Fährlinie ab", 300);
    Set<String> grams = new HashSet<>();
    for (int i = 0; i < sample.length(); i++) {
      for (int size = 1; size <= 3 && i + size <= sample.length(); size++) {
        grams.add(sample.substring(i, i + size));
      }
    }
    double[] theirs = model.eval(grams.toArray(String[]::new));
    double[] ours = identifier.sums(sample);
    double total = 0;
    for (double sum : ours) {
      total += Math.exp(sum);
    }
    for (int c = 0; c < ours.length; c++) {
      assertThat(Math.exp(ours[c]) / total, is(closeTo(theirs[c], 1e-9)));
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
  void aSampleIsBoundedWhateverTheText() {
    for (int length : new int[] {10, 299, 300, 301, 450, 451, 5_000, 1_000_000}) {
      String text = "word and ".repeat(length / 9 + 1).substring(0, length);
      assertThat(LanguageSample.of(text, 300).length(), is(lessThanOrEqualTo(300)));
    }
  }

  @Test
  void addressesDigitsAndRunsAreLeftOut() {
    assertThat(
        LanguageSample.of("See  HTTPS://a.example/x?y www.b.example a@b.example 12 Aaaaah", 300),
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
