package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeModelTest {
  private static double likeness(String language, String text) {
    return NoticeModel.shipped().likeness(language, Normaliser.normalise(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Please sign in again to see your saved articles. If you have forgotten your password, request a new one.",
        "de | Bitte melden Sie sich erneut an, um Ihre gespeicherten Artikel zu sehen.",
        "fr | Veuillez vous reconnecter pour retrouver vos articles enregistrés.",
        "pl | Zaloguj się ponownie, aby zobaczyć zapisane artykuły.",
        "ar | يرجى تسجيل الدخول مرة أخرى لعرض مقالاتك المحفوظة",
      })
  void whatASiteTellsItsVisitorsIsLikelyANotice(String language, String text) {
    assertThat(likeness(language, text), is(greaterThan(.5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The finance minister resigned on Tuesday after weeks of protests over the price of bread.",
        "de | Der Finanzminister trat am Dienstag nach wochenlangen Protesten zurück.",
        "fr | Le ministre des Finances a démissionné mardi après des semaines de manifestations.",
        "pl | Minister finansów podał się we wtorek do dymisji po tygodniach protestów.",
      })
  void newsIsNot(String language, String text) {
    assertThat(likeness(language, text), is(lessThan(.05)));
  }

  @Test
  void nothingIsSaidOfLanguagesThatWereNotLearnedNorOfFewWordsOrMany() {
    String notice = "Please sign in again to see your saved articles. ";
    assertThat(likeness("ja", notice), is(0.0));
    assertThat(likeness("und", notice), is(0.0));
    assertThat(likeness(null, notice), is(0.0));
    assertThat(likeness("en", "Please sign in again"), is(0.0));
    assertThat(likeness("en", notice.repeat(40)), is(0.0));
  }

  /** Its first words are news beyond doubt: what a site says below it is not looked at. */
  @Test
  void newsAboveANoticeIsNews() {
    String news = "The finance minister resigned on Tuesday after weeks of protests. ";
    String notice = "Please sign in again to see your saved articles. ";
    assertThat(likeness("en", news.repeat(4) + notice.repeat(20)), is(0.0));
    assertThat(likeness("en", notice.repeat(20)), is(greaterThan(.5)));
  }

  @Test
  void aModelIsReadAsItWasWritten() throws IOException {
    NoticeTrainer trainer = trained();
    byte[] bytes = trainer.model().bytes();
    NoticeModel read = NoticeModel.load(new ByteArrayInputStream(bytes));
    String text = "press the green button now please";
    assertThat(read.languages(), is(Set.of("en")));
    assertThat(read.likeness("en", text), is(trainer.model().likeness("en", text)));
    bytes[bytes.length / 2] ^= 1;
    assertThrows(Exception.class, () -> NoticeModel.load(new ByteArrayInputStream(bytes)));
    byte[] none = new NoticeModel(Map.of()).bytes();
    assertThat(NoticeModel.load(new ByteArrayInputStream(none)).languages(), is(Set.of()));
  }

  @Test
  void aWordOfNoticesRaisesTheFigureAndOneOfNewsLowersIt() {
    NoticeModel model = trained().model();
    double neither = model.likeness("en", "aaaaa aaaaa aaaaa aaaaa aaaaa");
    assertThat(model.likeness("en", "press aaaaa aaaaa aaaaa aaaaa"), is(greaterThan(neither)));
    assertThat(model.likeness("en", "mayor aaaaa aaaaa aaaaa aaaaa"), is(lessThan(neither)));
  }

  @Test
  void wordsThatDoNotCountAreNotLearned() {
    NoticeTrainer trainer = new NoticeTrainer();
    trainer.notice("en", "press google", 100, Set.of("google"));
    NoticeModel model = trainer.model();
    assertThat(
        model.likeness("en", "google google google google google"),
        is(model.likeness("en", "zzzzz zzzzz zzzzz zzzzz zzzzz")));
  }

  @Test
  void whatShipsIsSmall() throws IOException {
    try (InputStream in = NoticeModel.class.getResourceAsStream(NoticeModel.SHIPPED)) {
      assertThat(in.readAllBytes().length, is(lessThanOrEqualTo(1_000_000)));
    }
  }

  private static NoticeTrainer trained() {
    NoticeTrainer trainer = new NoticeTrainer();
    trainer.news("en", "mayor", .01);
    trainer.notice("en", "Press the green button now, please: press it.", 100, Set.of());
    return trainer;
  }
}
