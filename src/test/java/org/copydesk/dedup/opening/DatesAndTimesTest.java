package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.stream.Collectors;
import org.copydesk.dedup.opening.Opening.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesAndTimesTest {
  private static List<Token> values(String text, String language) {
    return Opening.of(text, language).tokens.stream().filter(t -> !t.isWord()).toList();
  }

  private static String read(String text, String language) {
    return values(text, language).stream().map(Token::form).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 3pm, time 900",
    "en, 3 in the afternoon, time 900",
    "de, 15 Uhr, time 900",
    "de, 3 Uhr nachmittags, time 900",
    "fr, 15h00, time 900",
    "fr, 3 heures de l'après-midi, time 900",
    "it, alle otto e mezza di sera, time 1230",
    "es, a las 3 de la tarde, time 900",
    "pt, às 3 horas da tarde, time 900",
    "nl, 3 uur 's middags, time 900",
    "ru, 3 часа дня, time 900",
    "pl, godzina 3 po południu, time 900",
    "tr, öğleden sonra 3, time 900",
    "el, 3 μμ, time 900",
    "ar, الساعة 3 بعد الظهر, time 900",
    "ar, الساعة 3 عصرا, time 900",
    "fa, ساعت 3 بعدازظهر, time 900",
    "hi, दोपहर 3 बजे, time 900",
    "zh, 下午3点, time 900",
    "ja, 午後3時, time 900",
    "ko, 오후 3시, time 900",
    "hu, délután 3 óra, time 900",
  })
  void threeInTheAfternoonIsFifteenHours(String language, String text, String time) {
    assertThat(read(text, language), is(time));
  }

  @ParameterizedTest
  @CsvSource({
    "ko, 오후 6시 반",
    "ko, 오후 6시 30분",
    "ko, 오후 여섯 시 반",
    "ar, السادسة والنصف مساء",
    "ar, الساعة 18:30",
    "ja, 午後6時半",
    "zh, 下午6点30分",
  })
  void halfPastSixInTheEveningIsOneTime(String language, String text) {
    assertThat(read(text, language), is("time 1110"));
    assertThat(values(text, language).size(), is(Opening.of(text, language).tokens.size()));
  }

  @ParameterizedTest
  @CsvSource({"12-05", "12/05", "05-12"})
  void aDayAndAMonthInFiguresAreADate(String figures) {
    Token date = values(figures, "nl").get(0);
    Token twelfthOfMay = values("12 mei", "nl").get(0);
    assertThat(OpeningAlignment.isOne(date, twelfthOfMay), is(true));
    assertThat(OpeningAlignment.isOne(date, values("13 mei", "nl").get(0)), is(false));
  }

  @Test
  void aScoreAndASeasonAreNoDates() {
    assertThat(read("won 2-1", "en"), is("number 2 number 1"));
    assertThat(read("season 2004-05", "en").contains("date"), is(false));
  }

  @Test
  void aShortMonthCountsInItsOwnLanguage() {
    assertThat(read("3 out of 5", "en"), is("number 3 number 5"));
    assertThat(read("12 op het bord", "nl"), is("number 12"));
    assertThat(read("5 set 2025", "it"), is("date 9-5"));
    assertThat(read("5 sept 2025", "en"), is("date 9-5"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, The euro closed at 1.12., number 1.12",
    "es, El euro vale 1.12. Luego, number 1.12",
    "de, Es beginnt am 1.12. dort, date 12-1",
    "pl, Zaczyna się 1.12. tam, date 12-1",
    "de, Es kostet €1.12. Danach, number 1.12",
    "en, It is open 24/7 now, ''",
  })
  void aDecimalAtTheEndOfASentenceIsNoDay(String language, String text, String value) {
    assertThat(read(text, language), is(value));
  }

  @ParameterizedTest
  @CsvSource({"es, El alcalde del puerto habla", "it, Il sindaco del porto parla", "hu, Dél-Pest"})
  void anArticleIsNoNoon(String language, String text) {
    assertThat(read(text, language), is(""));
  }

  @Test
  void noWordOfTheClockIsAFrequentWordOfAnotherLanguage() {
    List<String> frequent =
        List.of(
            "del", "de", "la", "man", "het", "sem", "on", "an", "is", "en", "et", "und", "the",
            "di", "da", "do", "el", "le", "les", "los", "der", "die", "das", "den", "van", "med",
            "och", "til", "for", "to", "in", "of", "and", "a", "i", "y", "o", "na", "se", "que",
            "не", "на", "и", "в", "до", "за");
    WordMeanings words = WordMeanings.SHIPPED;
    assertThat(
        frequent.stream()
            .filter(
                form ->
                    words.clock.containsKey(form)
                        || words.counted.containsKey(form)
                        || words.minus.has(form)
                        || words.plus.has(form))
            .toList(),
        is(List.of()));
  }
}
