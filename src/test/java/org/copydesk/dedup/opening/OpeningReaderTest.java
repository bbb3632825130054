package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text of an opening is read as, before the meaning of its words is asked. */
class OpeningReaderTest {
  private static String read(String text) {
    return OpeningReader.pieces(OpeningText.of(text)).stream()
        .map(piece -> piece.form)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Mayor’s office can’t say | the mayor office can not say",
        "L’hôtel d'avril | l hotel d avril",
        "U.S. troops | u.s troops",
        "Straße, ещё | strasse еще",
        "&#8217;tis &amp; &quot;so&quot; | tis so",
        "п’ять човнів | пять човнів",
        "値上げ | 値 上 げ",
        "Chapter XIV | chapter 14",
        "7203.T | 7203 t",
        "近$5 | 近 usd 5",
        "超$5 | 超 usd 5",
        "US$5 | usd 5",
        "A$5 | aud 5",
        "O'Brien2's B2B, 3am at café's bar | o brien 2 s b2b time 180 at cafe bar",
        "U.N, I.B.M and a.m | u n i.b.m and a m",
        "HK$5m | hkd 5000000",
        "they could n't | they could not",
        "بيروت ـ رويترز | بیروت رویترز",
      })
  void wordsHaveOneFormForAllSpellings(String text, String pieces) {
    assertThat(read(text), is(pieces));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,500,000 | 1500000",
        "1.500.000 | 1500000",
        "1 500 000 | 1500000",
        "15,00,000 | 1500000",
        "1,5 | 1.5",
        "$1.5m | usd 1500000",
        "€3bn | eur 3000000000",
        "三十万 | 300000",
        "二〇二五 | 2025",
        "150万 | 1500000",
        "15억 | 1500000000",
        "١٢٣ | 123",
        "5th | 5",
        "2025-03-05 | date 3-5",
        "5.3.2025 | date 3-5",
        "3月5日 | date 3-5",
        "15:00 | time 900",
        "3pm | time 900",
        "15h30 | time 930",
        "+1 202-555-0143 | +1 202-555-0143",
      })
  void figuresAreValues(String text, String pieces) {
    assertThat(read(text), is(pieces));
  }

  private static Stream<String> odd() {
    Stream<String> marks =
        IntStream.range(0x80, 0x10000)
            .filter(c -> isOdd(Character.getType(c)))
            .mapToObj(Character::toString);
    Stream<String> others =
        Stream.of(
            "&#;",
            "&#x;",
            "&#ab;",
            "&#xffffff;",
            "&#99999999999;",
            "n't",
            "N'T",
            "'s",
            "l'",
            "qu'",
            "'",
            "&;",
            "&");
    return Stream.concat(marks, others);
  }

  private static boolean isOdd(int type) {
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.MODIFIER_LETTER
        || type == Character.FORMAT
        || type == Character.SURROGATE;
  }

  @Test
  void noTextIsTooOddToBeRead() {
    List<String> unread = new ArrayList<>();
    odd()
        .flatMap(odd -> Stream.of(odd, "Elm " + odd + " pays", odd + "'s", "l'" + odd, odd + "n't"))
        .forEach(
            text -> {
              try {
                Opening.of(text, null);
              } catch (RuntimeException e) {
                unread.add(text + ": " + e);
              }
            });
    assertThat(unread, is(List.of()));
  }
}
