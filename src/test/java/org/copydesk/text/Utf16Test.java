package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf16Test {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "tram", "größe", "日本語の新聞", "𝒜 😀", "\uD800 alone", "0123456789abcdef0"})
  void bytesHashAsTheCharactersDo(String text) {
    byte[] bytes = Utf16.of(text).bytes();
    assertThat(
        Hashing.xxh3_64().hashBytesToLong(bytes, 0, text.length() * Utf16.WIDTH),
        is(Hashing.xxh3_64().hashCharsToLong(text)));
    HashStream64 stream = Hashing.xxh3_64().hashStream();
    Utf16.put(stream, text);
    assertThat(stream.getAsLong(), is(Hashing.xxh3_64().hashStream().putString(text).getAsLong()));
  }

  @Test
  void aTextBehindALongerOneIsItself() {
    String longer = "größe ".repeat(Utf16.MOST_KEPT / 2);
    assertThat(Tokens.of(longer).count(), is(Utf16.MOST_KEPT / 2));
    // One that is kept, and behind its end what the next must not read.
    assertThat(Tokens.of("abcdef ".repeat(Utf16.MOST_KEPT / 8)).count(), is(Utf16.MOST_KEPT / 8));
    for (String text : new String[] {"two wor", "two o'", "two \uD83D"}) {
      Tokens tokens = Tokens.of(text);
      assertThat(tokens.word(0), is("two"));
      String last = tokens.word(tokens.count() - 1);
      assertThat(last, is(tokens.count() == 1 ? "two" : text.substring(4).replace("'", "")));
      assertThat(tokens.hash(tokens.count() - 1), is(Hashing.xxh3_64().hashCharsToLong(last)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"three killed in harbour fire", "größe 日本 12,000 o'clock"})
  void aTokensHashIsThatOfItsCharacters(String text) {
    Tokens tokens = Tokens.of(text);
    for (int i = 0; i < tokens.count(); i++) {
      assertThat(tokens.hash(i), is(Hashing.xxh3_64().hashCharsToLong(tokens.word(i))));
    }
  }
}
