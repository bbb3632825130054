package org.copydesk.corpus;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses Parquet pages with zstd directly. Parquet's own factory asks Hadoop for codecs and
 * pulls its configuration in.
 */
final class ZstdPages implements CompressionCodecFactory {
  /** 148 MB per CPU-second; the level zstd itself defaults to. */
  private static final int LEVEL = 3;

  /** One for a file, until {@link #release}: making one a page cost a fifth of compressing. */
  private ZstdCompressCtx zstd;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    requireZstd(codec);
    if (zstd == null) {
      zstd = new ZstdCompressCtx().setLevel(LEVEL);
    }
    return new BytesInputCompressor() {
      @Override
      public BytesInput compress(BytesInput bytes) throws IOException {
        return BytesInput.from(zstd.compress(bytes.toByteArray()));
      }

      @Override
      public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    requireZstd(codec);
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput bytes, int size) throws IOException {
        byte[] raw = new byte[size];
        if (size > 0) {
          byte[] compressed = bytes.toByteArray();
          long read = Zstd.decompressByteArray(raw, 0, size, compressed, 0, compressed.length);
          if (Zstd.isError(read) || read != size) {
            throw new IOException("a Parquet page is damaged");
          }
        }
        return BytesInput.from(raw);
      }

      @Override
      public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int outSize)
          throws IOException {
        byte[] compressed = new byte[inSize];
        in.get(compressed);
        out.put(decompress(BytesInput.from(compressed), outSize).toByteArray());
      }

      @Override
      public void release() {}
    };
  }

  private static void requireZstd(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("not a file of ours: compressed with " + codec);
    }
  }

  @Override
  public void release() {
    if (zstd != null) {
      zstd.close();
      zstd = null;
    }
  }
}
