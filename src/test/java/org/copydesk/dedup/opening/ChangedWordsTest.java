package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.opening.OpeningAlignment.Block;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a text that was read whole a word more, less or other is another story. */
class ChangedWordsTest {
  private static OpeningSide side(String language, String text) {
    return new OpeningSide(
        Opening.of("", language),
        Opening.of(text, language),
        form -> false,
        form -> true,
        Fingerprint.UNDATED);
  }

  private static boolean differ(String language, String one, String other) {
    OpeningSide a = side(language, one);
    OpeningSide b = side(language, other);
    ChangedWords words = new ChangedWords(a, b);
    for (Block block : OpeningAlignment.blocks(a.body().tokens, b.body().tokens)) {
      if (words.differ(a.body().tokens, b.body().tokens, block)) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | They met the mayor there | They met the deputy mayor there",
        "en | They met the mayor there | They met the ex-mayor there",
        "en | He is charged with murder there | He is charged with attempted murder there",
        "en | He took a train to Elm there | He took a train from Elm there",
        "en | The line will lose its licence | The line may lose its licence",
        "en | The ruling is of the court of appeal there | The ruling is of the supreme court there",
        "de | Er traf die Frau dort | Er traf den Mann dort",
        "nl | Daar lag een man dood | Daar lag een vrouw dood",
        "vi | Họ khen chủ tịch xã | Họ khen phó chủ tịch xã",
        "ko | 그는 살인 혐의로 갔다 | 그는 살인미수 혐의로 갔다",
        "zh | 他表扬了镇长。 | 他表扬了副镇长。",
        "de | Es kostet 20 € pro Tag dort | Es kostet 20 € pro Monat dort",
        "ru | Это стоит 20 € в год здесь | Это стоит 20 € в месяц здесь",
        "es | Cuesta 20 € al día allí | Cuesta 20 € al mes allí",
        "en | They came from Sudan then | They came from South Sudan then",
        "en | They live in Virginia now | They live in West Virginia now",
        "en | They live in Mexico now | They live in New Mexico now",
        "de | Sie leben in Sudan jetzt | Sie leben in Süd Sudan jetzt",
        "es | Vienen de Corea ahora | Vienen de Corea del Sur ahora",
        "en | They came from Gambia then | They came from Zambia then",
        "fr | Cela coûte 20 € par an ici | Cela coûte 20 € par mois ici",
        "en | The police held a stoker there | The police held two stokers there",
        "nl | Daar lag een stoker dood | Daar lagen twee stokers dood",
        "fr | Le chien a mordu le maire ici | Le chien a été mordu par le maire ici",
        "es | El perro ha mordido al juez hoy | El perro ha sido mordido por el juez hoy",
      })
  void aWordMoreOrOtherTells(String language, String one, String other) {
    assertThat(differ(language, one, other), is(true));
    assertThat(differ(language, other, one), is(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | They met Adler (the mayor) there | They met Adler there",
        "en | By Ann Adler. They met there | Ann Adler. They met there",
        "de | Von Anna Adler. Sie kamen heute | Anna Adler. Sie kamen heute",
        "fr | Par Anne Adler. Ils viennent ici | Anne Adler. Ils viennent ici",
        "en | They met there. Photo by Ann Adler | They met there. Photo Ann Adler",
        "en | They will end it by Monday there | They will end it Monday there",
        "de | Sie ehren Ludwig von Adler dort | Sie ehren Ludwig Adler dort",
        "en | They met there. Read on below. We left | They met there. We left",
        "en | They pay for health care there | They pay for healthcare there",
        "en | They paid €40 then | They paid 40 euros then",
        "en | They need 10-12 boats then | They need 10 to 12 boats then",
        "en | They met Adler then | They met Adler West then",
        "en | They met Mrs Adler then | They met Adler then",
        "en | The European Central Bank (ECB) pays then | The ECB pays then",
        "en | Fares rose by 5 percent then | Fares rose 5 percent then",
        "en | The two stokers left then | The stokers left then",
        "it | Il pane del forno | La pane del forno",
        "es | Vive en la avda. del Mar | Vive en la avenida del Mar",
      })
  void whatOutletsChangeDoesNot(String language, String one, String other) {
    assertThat(differ(language, one, other), is(false));
    assertThat(differ(language, other, one), is(false));
  }
}
