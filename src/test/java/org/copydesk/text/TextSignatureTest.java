package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import org.junit.jupiter.api.Test;

class TextSignatureTest {
  private static String signature(int bytes) {
    StringBuilder out = new StringBuilder("\uFEFF");
    for (int i = 0; i < bytes; i++) {
      out.appendCodePoint(i % 256 < 16 ? 0xFE00 + i % 256 : 0xE0100 + i % 256 - 16);
    }
    return out.toString();
  }

  @Test
  void aSignatureIsTakenOutWhereverItStands() {
    String text = "The bridge reopens on Monday.";
    assertThat(TextSignature.remove(text + signature(300)), is(text));
    assertThat(TextSignature.remove(signature(20) + text), is(text));
    assertThat(
        TextSignature.remove("The bridge " + signature(7) + "reopens on Monday." + signature(1)),
        is(text));
  }

  @Test
  void whatIsNoSignatureStays() {
    String text = "A \u2764\uFE0F and a mark \uFEFF alone.";
    assertThat(TextSignature.remove(text), is(sameInstance(text)));
  }
}
