package org.copydesk.bucket;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockCompressorTest {
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();

  @Test
  void whatIsPackedComesBack() {
    try (BlockCompressor compressor = new BlockCompressor()) {
      Random random = new Random(1);
      for (int i = 0; i < 100; i++) {
        byte[] raw = new byte[random.nextInt(5000)];
        if (i % 3 == 0) {
          random.nextBytes(raw);
        }
        byte[] block = compressor.compress(raw, raw.length);
        assertThat(BlockCompressor.decompress(block, zstd), is(raw));
      }
    }
  }

  @Test
  void randomBytesAreStoredAndTextIsMadeSmaller() {
    try (BlockCompressor compressor = new BlockCompressor()) {
      byte[] text =
          "the council agreed on the tram line. ".repeat(100).getBytes(StandardCharsets.UTF_8);
      assertThat(compressor.compress(text, text.length).length, lessThan(text.length / 4));
      byte[] bits = new byte[4000];
      new Random(2).nextBytes(bits);
      assertThat(compressor.compress(bits, bits.length).length, is(bits.length + 3));
    }
  }

  @Test
  void whatWasPackedBeforeClosingDoesNotMatter() {
    byte[] text = "the harbour opened again. ".repeat(50).getBytes(StandardCharsets.UTF_8);
    byte[] bits = new byte[4000];
    new Random(4).nextBytes(bits);
    try (BlockCompressor fresh = new BlockCompressor();
        BlockCompressor used = new BlockCompressor()) {
      used.compress(bits, bits.length);
      used.close();
      assertThat(used.compress(text, text.length), is(fresh.compress(text, text.length)));
    }
  }

  @Test
  void aCutBlockIsNoticed() {
    try (BlockCompressor compressor = new BlockCompressor()) {
      byte[] bits = new byte[400];
      new Random(3).nextBytes(bits);
      byte[] stored = compressor.compress(bits, bits.length);
      assertThrows(
          IllegalStateException.class,
          () -> BlockCompressor.decompress(Arrays.copyOf(stored, stored.length - 1), zstd));
    }
  }
}
