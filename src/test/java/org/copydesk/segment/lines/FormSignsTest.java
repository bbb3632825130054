package org.copydesk.segment.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormSignsTest {
  private static FormSigns of(String text) {
    return FormSigns.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPlainTextShowsNone() {
    assertNull(of(""));
    assertNull(of("The harbour was opened.\n\nFerries sail [again, at noon. * One\n"));
  }

  /** Wherever a sign stands among the bytes that are looked at together. */
  @Test
  void noSignIsPassedOver() {
    for (int at = 0; at < 24; at++) {
      String before = "x".repeat(at);
      for (String after : new String[] {"", "y", "y".repeat(17)}) {
        assertNotNull(of(before + "](" + after), before + "](" + after);
        assertNotNull(of(before + "\n#" + after), before + "\n#" + after);
        assertNotNull(of(before + "   " + after), before + "   " + after);
        assertNull(of(before + "]" + after), before + "]" + after);
        assertNull(of(before + "x#" + after), before + "x#" + after);
        assertNull(of(before + "  " + after), before + "  " + after);
        assertNull(of(before + "Ý" + after), before + "Ý" + after);
        assertNull(of(before + " " + after), before + " " + after);
      }
    }
  }

  @Test
  void linksAndHeadingsMakeMarkdown() {
    FormSigns signs = of("## Ferry\n[sails](https://harbour.example) at [noon](/noon)\n");
    assertEquals(2, signs.links());
    assertEquals(1, signs.headings());
    assertTrue(signs.isMarkdown());
    assertFalse(of("# 1 in the list\n[1] a note").isMarkdown());
  }

  @Test
  void wideGapsOnLongLinesAreAForm() {
    String line = "A block of words that stands beside others   ".repeat(8);
    FormSigns signs = of(line + "\n" + line);
    assertEquals(14, signs.gaps());
    assertEquals(2, signs.lines());
    assertTrue(signs.isOnFewLines());
    assertFalse(of("a   b   c   d   e   f   g   h").isOnFewLines());
  }
}
