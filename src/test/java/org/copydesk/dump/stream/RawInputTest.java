package org.copydesk.dump.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawInputTest {
  private static final byte[] FILE = new byte[200_000];

  static {
    new Random(22).nextBytes(FILE);
  }

  @Test
  void countAndDigestAreTheWholeFilesHoweverItIsRead() throws NoSuchAlgorithmException {
    String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILE));
    RawInput raw = Unpacked.raw(FILE);
    assertEquals(FILE[0] & 0xff, raw.read());
    raw.need(10);
    raw.skip(10);
    assertEquals(11, raw.consumed());
    raw.read(new byte[500], 0, 500);
    raw.drain();
    assertEquals(FILE.length, raw.filled());
    assertEquals(expected, raw.sha256());
    assertTrue(raw.isAtEnd());
    assertEquals(-1, raw.read());
    assertEquals(-1, raw.read(new byte[1], 0, 1));
  }

  @Test
  void whatIsAskedForIsThereInOnePiece() {
    RawInput raw = Unpacked.raw(FILE);
    raw.need(1);
    int buffer = raw.available();
    raw.skip(buffer - 3);
    assertTrue(raw.need(20) >= 20);
    for (int i = 0; i < 20; i++) {
      assertEquals(FILE[buffer - 3 + i] & 0xff, raw.peek(i));
    }
    assertEquals(buffer - 3, raw.consumed());
  }

  @Test
  void lessIsThereAtTheEndAlone() {
    RawInput raw = Unpacked.raw(new byte[] {1, 2, 3});
    assertEquals(3, raw.need(8));
    raw.skip(3);
    assertEquals(0, raw.need(1));
  }

  @Test
  void itGoesBackAsFarAsItsBufferReaches() {
    RawInput raw = Unpacked.raw(FILE);
    raw.need(1);
    raw.skip(1000);
    assertTrue(raw.rewindTo(7));
    assertEquals(FILE[7] & 0xff, raw.peek(0));
    assertFalse(raw.rewindTo(FILE.length + 1L));
    raw.skip(raw.available());
    raw.need(1);
    raw.skip(raw.available());
    raw.need(1);
    assertFalse(raw.rewindTo(7));
  }
}
