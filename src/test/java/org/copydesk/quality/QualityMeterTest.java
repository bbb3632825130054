package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value is worked out by hand. */
class QualityMeterTest {
  private static QualitySignals measure(String text) {
    return new QualityMeter().measure(text, Tokens.of(Normaliser.normalise(text)));
  }

  private static Arguments a(String text, Signal signal, double value) {
    return Arguments.of(text, signal, value);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        a("", Signal.WORDS, 0),
        a("", Signal.SHORT_LINES, 0),
        a("Rain fell. Rain fell.", Signal.WORDS, 4),
        a("Rain fell. Rain fell.", Signal.SENTENCES, 2),
        a("Rain fell. Rain fell.", Signal.UNIQUE_WORDS, .5),
        a("Rain fell. Rain fell.", Signal.CHARACTERS, 18),
        a("Rain fell. Rain fell.", Signal.MEAN_WORD_LENGTH, 4),
        // "rain fell" twice, 8 of 16 characters each: the whole text.
        a("Rain fell. Rain fell.", Signal.TOP_2GRAM, 1),
        // A pair that comes once is no top pair.
        a("one two three", Signal.TOP_2GRAM, 0),
        // Of two pairs that come twice the first counts: (3 + 3) * 2 of 20.
        a("aaa bbb . ccc d . aaa bbb . ccc d", Signal.TOP_2GRAM, 12 / 20.0),
        // Blank lines are never duplicates (a peer counted them).
        a("One line.\n\n\n\nAnother line.", Signal.DUPLICATE_LINES, 0),
        a("One line.\n\n\n\nAnother line.", Signal.LINES, 2),
        a("One line.\n\n\n\nAnother line.", Signal.PARAGRAPHS, 2),
        a("same\nother\nsame\nsame", Signal.DUPLICATE_LINES, .5),
        a("same\nother\nsame\nsame", Signal.DUPLICATE_LINE_CHARACTERS, 8 / 17.0),
        a("a\nb\n\na\nb\n\nc", Signal.DUPLICATE_PARAGRAPHS, 1 / 3.0),
        // The order of lines makes another paragraph.
        a("a\nb\n\nb\na", Signal.DUPLICATE_PARAGRAPHS, 0),
        a("  same  \nsame", Signal.DUPLICATE_LINES, .5),
        a("• first\n- second\nthird\n* fourth", Signal.BULLET_LINES, .5),
        a("He said ...\nShe left…\nThey stayed.", Signal.ELLIPSIS_LINES, 2 / 3.0),
        // Three dots that stand in two lines are no ellipsis.
        a(".\n..", Signal.ELLIPSIS_LINES, 0),
        a("wait... what… no..", Signal.ELLIPSIS_RATIO, 2 / 3.0),
        a("#one two #three four", Signal.HASH_RATIO, .5),
        a("The goal won 3 points and 20 000 fans", Signal.ALPHABETIC_WORDS, 6 / 9.0),
        a("The cat sat with the dog and the bird", Signal.STOP_WORDS, 3),
        a("Das ist ein Satz ohne solche Wörter", Signal.STOP_WORDS, 0),
        a("It ended.\n\"It ended.\"\n(Really?)\nNo end", Signal.TERMINAL_PUNCTUATION_LINES, .5),
        a("市議会は採決する。\n終わり", Signal.TERMINAL_PUNCTUATION_LINES, .5),
        a(
            "123456789012345678901234567890\n1234567890123456789012345678901",
            Signal.SHORT_LINES,
            .5),
        a("one two\nthree four", Signal.NEWLINE_RATIO, .25),
        a("ABcd", Signal.UPPER_CASE, .5),
        // Signs are words to the source of this one.
        a("NATO met A man in OSLO.", Signal.ALL_CAPS_WORDS, 3 / 7.0),
        a("ab12 3!", Signal.DIGITS, .5),
        a("Lorem Ipsum dolor, lorem ipsum; ipsum lorem", Signal.LOREM_IPSUM, 2),
        a("function() { if (x) { y } }", Signal.CURLY_BRACES, 2),
        // Numbers with a point and hosts do not end a sentence.
        a("It rose 3.5 per cent on news.example today. Good!", Signal.SENTENCES, 2),
        a("Really?! Yes...", Signal.SENTENCES, 2),
        // Five words come twice, the later ones count; no six do.
        a("a b c d e x a b c d e y", Signal.DUPLICATE_5GRAMS, 5 / 12.0),
        a("a b c d e x a b c d e y", Signal.DUPLICATE_6GRAMS, 0),
        // Behind a repeat reading goes on: words 2 to 6 are one, the last is too little.
        a("a a a a a a a", Signal.DUPLICATE_5GRAMS, 5 / 7.0),
        a("a b c d e f g h i j a b c d e f g h i j", Signal.DUPLICATE_10GRAMS, .5),
        a("a b c d e f g h i j a b c d e f g h i k", Signal.DUPLICATE_10GRAMS, 0),
        a("a b c d e f g h i j a b c d e f g h i k", Signal.DUPLICATE_9GRAMS, .45),
        a("https://example.org/a,b/very-long it", Signal.MEAN_WORD_LENGTH, 35 / 2.0),
        a("We met at noon. Home\nAbout us", Signal.SENTENCE_WORDS, 0),
        a("We met at the harbour.\nAbout us", Signal.SENTENCE_WORDS, 5 / 7.0),
        a("Home\nAbout us\nRain fell", Signal.MENU_WORDS, 3 / 5.0),
        a("We use cookies here", Signal.NOTICE_WORDS, 3 / 4.0),
        a("The harbour of Oakhaven", Signal.COMMON_WORDS, 2 / 4.0),
        a("cafÃ© noir", Signal.MOJIBAKE, 2 / 9.0),
        a("xkqwzrt rain", Signal.ODD_WORDS, 7 / 11.0),
        a("1.40 dlrs vs 1.10 dlrs, says BCG", Signal.ODD_WORDS, 0),
        a("AAPL 189.30 rose today", Signal.QUOTE_WORDS, .5),
        a("Oakhaven 3 Northport 1", Signal.QUOTE_WORDS, 0),
        a("com.example.Main(Main.java:12) said {{ name }} a3f9c2", Signal.MACHINE_WORDS, 4 / 6.0),
        a("U.S.-led MH17 and/or https://a.example/b.c?d 10:30", Signal.MACHINE_WORDS, 0),
        a("東京(UTC+1)で a_b", Signal.MACHINE_WORDS, .2),
        a("the wat;er is b1ue t y", Signal.SPOILED_WORDS, 3 / 6.0),
        a("rock'n'roll; B2B, 3rd", Signal.SPOILED_WORDS, 0),
        a("sofa 19.99 € now £5 or 300 kr", Signal.AMOUNTS, 3 / 8.0),
        a("мНБНЯРХ дня", Signal.ODD_WORDS, 1),
        a("a b c x a b c y a b c", Signal.TOP_3GRAM, 9 / 11.0),
        a("a b c d x a b c d", Signal.TOP_4GRAM, 8 / 9.0));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aSignalEqualsTheValueWorkedOutByHand(String text, Signal signal, double value) {
    assertThat(text, measure(text).value(signal), is(closeTo(value, 1e-9)));
  }

  /** All at once: two equal lines, a blank one, a bullet. */
  @Test
  void everySignalOfOneTextIsAsCountedByHand() {
    Map<Signal, Double> expected = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      expected.put(signal, 0.0);
    }
    expected.put(Signal.WORDS, 5.0);
    expected.put(Signal.CHARACTERS, 22.0);
    expected.put(Signal.LINES, 3.0);
    expected.put(Signal.PARAGRAPHS, 2.0);
    expected.put(Signal.SENTENCES, 3.0);
    expected.put(Signal.MEAN_WORD_LENGTH, 18 / 5.0);
    expected.put(Signal.BULLET_LINES, 1 / 3.0);
    expected.put(Signal.ALPHABETIC_WORDS, 5 / 6.0);
    expected.put(Signal.DUPLICATE_LINES, 1 / 3.0);
    expected.put(Signal.DUPLICATE_LINE_CHARACTERS, 10 / 25.0);
    // The bullet is a word to the source.
    expected.put(Signal.TOP_2GRAM, 16 / 19.0);
    expected.put(Signal.TERMINAL_PUNCTUATION_LINES, 1.0);
    expected.put(Signal.SHORT_LINES, 1.0);
    expected.put(Signal.NEWLINE_RATIO, 3 / 5.0);
    expected.put(Signal.UPPER_CASE, 3 / 18.0);
    expected.put(Signal.UNIQUE_WORDS, 4 / 6.0);
    QualitySignals signals = measure("Rain fell.\nRain fell.\n\n• Go!");
    expected.forEach(
        (signal, value) ->
            assertThat(signal.key(), signals.value(signal), is(closeTo(value, 1e-9))));
  }

  @Test
  void oneMeterGivesTheSameForTheSameTextWhateverCameBefore() {
    QualityMeter meter = new QualityMeter();
    String first = "a b c d e x a b c d e y. ";
    QualitySignals fresh = measure(first);
    String large = "lorem ipsum { # … \n".repeat(5_000);
    meter.measure(large, Tokens.of(Normaliser.normalise(large)));
    assertThat(meter.measure(first, Tokens.of(Normaliser.normalise(first))), is(fresh));
  }

  @Test
  void sharesStayBetweenNoneAndAll() {
    String[] odd = {
      "", "\n\n", "...", "\uD83D\uDE00 \uD83D", "#".repeat(50), "\u0000\u0001", "a\r\nb\r\n", "…\n…"
    };
    for (String text : odd) {
      QualitySignals signals = measure(text);
      for (Signal signal : Signal.values()) {
        double value = signals.value(signal);
        boolean holds = value >= 0 && (signal.type() != Signal.Type.SHARE || value <= 1);
        assertThat(Arrays.toString(text.toCharArray()) + " " + signal, holds, is(true));
      }
    }
  }

  @Test
  void allStopWordsAreTold() {
    assertThat(measure("The be to of and that have with").value(Signal.STOP_WORDS), is(8.0));
  }
}
