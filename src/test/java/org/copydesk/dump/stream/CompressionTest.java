package org.copydesk.dump.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
  private static Compression of(int... bytes) {
    byte[] b = new byte[bytes.length];
    for (int i = 0; i < b.length; i++) {
      b[i] = (byte) bytes[i];
    }
    return Compression.ofBytes(b, 0, b.length);
  }

  @Test
  void theFirstBytesTell() {
    assertEquals(Compression.GZIP, of(0x1f, 0x8b));
    assertEquals(Compression.ZSTD, of(0x28, 0xb5, 0x2f, 0xfd));
    assertEquals(Compression.ZSTD, of(0x5a, 0x2a, 0x4d, 0x18));
    assertEquals(Compression.BZIP2, of('B', 'Z', 'h', '9'));
    assertEquals(Compression.NONE, of());
    assertEquals(Compression.NONE, of(0x1f));
    assertEquals(Compression.NONE, of('B', 'Z', 'h', '0'));
  }

  @Test
  void aTextThatBeginsLikeBzip2IsOne() {
    byte[] text = "BZh1 is the sign of a station".getBytes(StandardCharsets.US_ASCII);
    assertEquals(Compression.NONE, Compression.ofBytes(text, 0, text.length));
    assertEquals(Compression.BZIP2, of('B', 'Z', 'h', '1', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59));
    assertEquals(Compression.BZIP2, of('B', 'Z', 'h', '1', 0x17, 0x72, 0x45, 0x38, 0x50, 0x90));
  }

  @ParameterizedTest
  @CsvSource({
    "a.warc.gz, GZIP, a.warc",
    "A.HTML.GZIP, GZIP, a.html",
    "a.zst, ZSTD, a",
    "a.txt, NONE, a.txt",
    "a.bz2, BZIP2, a",
    "gz, NONE, gz"
  })
  void theNamePromises(String name, Compression compression, String inner) {
    assertEquals(compression, Compression.ofName(name));
    assertEquals(inner, Compression.innerName(name));
  }
}
