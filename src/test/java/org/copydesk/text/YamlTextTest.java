package org.copydesk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
  private static String fault(String text) {
    return assertThrows(YamlText.Fault.class, () -> YamlText.of(text)).getMessage();
  }

  @Test
  void namesOfTheOutermostMappingKnowTheirLines() {
    String text = "# a comment\ninput: [a, b]\n\nkeys:\n  input: c\n  d: e\nlast: f\n";
    assertEquals(Map.of("input", 2, "keys", 4, "last", 7), YamlText.of(text).lines());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`a: 1\na: 2` | line 2: `a` stands here a second time",
        "`a: 1\nb:2` | line 2: a space is missing after the colon: `b: 2`",
        "`a: &x 1` | line 1: anchors",
        "`a: !!str 1` | line 1: tags",
        "`a: 1\n---\nb: 2` | line 2: a second document",
        "`a: [1, 2` | line 1: a bracket or quote is opened here",
        "`- a\n- b` | line 1: this is no setting",
        "`a: b: c` | line 1: a second colon",
        "`a: *x` | line 1: ",
        "`a: @b` | line 1: a value that begins like this has to be in quotes",
        "`a:\n\tb: 1` | line 2: a tab stands before",
        "`? [a]\n: 1` | line 1: a list or a mapping stands where a name should"
      })
  void whatIsWrongIsToldWithItsLineAndTheFix(String text, String told) {
    String message = fault(text);
    assertTrue(message.startsWith(told.replace("`a`", "`a`")), message);
  }

  @Test
  void nothingTooDeepTooLongOrEmptyIsRead() {
    assertTrue(fault("").contains("it is empty"));
    assertTrue(fault("# words alone\n").contains("it is empty"));
    assertTrue(fault("a: " + "[".repeat(40) + "]".repeat(40)).contains("nested more than 16"));
    assertTrue(fault("a: " + "b".repeat(1_000_001)).contains("longer than a million"));
    assertTrue(fault("a: \0").contains("a character that YAML does not allow"));
  }
}
