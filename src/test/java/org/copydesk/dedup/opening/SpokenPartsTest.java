package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.segment.words.WordLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenPartsTest {
  private static final double ALIKE = .9;
  private static final int LONG = 1_000;

  private static CopyRule rule(String language, String one, String other) {
    return new OpeningDifference(side(language, one), side(language, other), ALIKE, false)
        .rule(LONG, LONG);
  }

  private static OpeningSide side(String language, String value) {
    boolean isUnspaced = language.equals("zh") || language.equals("ja");
    String text = isUnspaced ? "春" + value + "冬。" : "Xavq " + value + " zemq, wulb.";
    return new OpeningSide(
        Opening.of("", language),
        Opening.of(text, language),
        form -> false,
        form -> true,
        Fingerprint.UNDATED);
  }

  @Test
  void halvesQuartersSharesSpansAndDatesAreOneInEveryNotation() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = WordLists.rows(SpokenPartsTest.class, "spoken-notations.txt");
    for (String[] row : rows) {
      CopyRule rule = rule(row[0], row[1], row[2]);
      if (rule != null || rule(row[0], row[2], row[1]) != null) {
        wrong.add(String.join(" | ", row) + ": " + rule);
      }
    }
    assertThat(wrong, is(empty()));
    assertThat(rows.size(), is(greaterThan(500)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | a quarter past six | a quarter to six",
        "en | half past six in the evening | half past seven in the evening",
        "en | three quarters of an hour | a quarter of an hour",
        "de | um Viertel nach sechs | um Viertel vor sechs",
        "fr | à sept heures moins le quart | à sept heures et quart",
        "it | due terzi dei seggi | tre quarti dei seggi",
        "pl | dwie trzecie miejsc | trzy czwarte miejsc",
        "hu | negyed hétkor | háromnegyed hétkor",
        "ko | 4분의 3 | 5분의 3",
        "vi | hai phần ba số ghế | hai phần năm số ghế",
        "ru | пятая часть мест | десятая часть мест",
        "fr | le premier mai | le deux mai",
        "en | the twenty-first century | the twentieth century",
        "fa | ۱۰ اردیبهشت ۱۴۰۴ | ۲۹ آوریل ۲۰۲۵",
        "cs | 12 mil. lodí | 12 tis. lodí",
        "da | 4 minutter | 4 sek.",
      })
  void anotherPartIsAnotherValue(String language, String one, String other) {
    assertThat(rule(language, one, other), is(not(nullValue())));
    assertThat(rule(language, other, one), is(not(nullValue())));
  }
}
