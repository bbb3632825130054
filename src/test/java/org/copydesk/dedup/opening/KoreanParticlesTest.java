package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanParticlesTest {
  private static List<String> read(String text) {
    return Opening.of(text, "ko").tokens.stream().map(Opening.Token::form).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40킬로미터로 달린다 | 40km로 달린다",
        "40킬로미터로 달린다 | 40㎞로 달린다",
        "40킬로미터를 달린다 | 40 킬로미터 달린다",
        "75%가 비었다 | 75%는 비었다",
        "4분의 3이 비었다 | 4분의 3 비었다",
      })
  void aQuantityIsTheSameWithAnyEnding(String one, String other) {
    assertThat(read(other).toString(), is(read(one).toString()));
  }

  @Test
  void otherWordsKeepTheirEndings() {
    assertThat(read("시장이 왔다").equals(read("시장은 왔다")), is(false));
    List<OpeningPiece> pieces = OpeningReader.pieces("시장이");
    assertThat(KoreanParticles.strip(pieces, "ja").size(), is(pieces.size()));
  }
}
