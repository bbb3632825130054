package org.copydesk.dump;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.copydesk.model.Reason;

/**
 * Unpacks pages of Parquet: what pandas (snappy), FineWeb and DuckDB (zstd, snappy), Spark (gzip,
 * snappy) and Polars (zstd, lz4) write.
 */
final class ParquetCodec {
  private final SnappyDecompressor snappy = new SnappyDecompressor();
  private final Lz4Decompressor lz4 = new Lz4Decompressor();

  static boolean reads(CompressionCodec codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> true;
      case LZO, BROTLI, LZ4 -> false;
    };
  }

  /**
   * Unpacks {@code [from, packed.length)}.
   *
   * @param size bytes it has to give
   */
  byte[] unpack(CompressionCodec codec, byte[] packed, int size) throws ParquetDamage {
    if (codec == CompressionCodec.UNCOMPRESSED) {
      if (size != packed.length) {
        throw ParquetDamage.damaged("a page of " + packed.length + " bytes that claims " + size);
      }
      return packed;
    }
    byte[] plain = new byte[size];
    if (size == 0) {
      return plain;
    }
    long given;
    try {
      given =
          switch (codec) {
            case SNAPPY -> snappy.decompress(packed, 0, packed.length, plain, 0, size);
            case LZ4_RAW -> lz4.decompress(packed, 0, packed.length, plain, 0, size);
            case ZSTD -> Zstd.decompressByteArray(plain, 0, size, packed, 0, packed.length);
            case GZIP -> gunzip(packed, plain);
            default -> throw ParquetDamage.of(Reason.PARQUET_UNSUPPORTED, codec + " is not read");
          };
    } catch (MalformedInputException | IOException e) {
      throw ParquetDamage.damaged("a page that cannot be unpacked");
    }
    if (given != size) {
      throw ParquetDamage.damaged(
          "a page that does not unpack to the " + size + " bytes it claims");
    }
    return plain;
  }

  private static long gunzip(byte[] packed, byte[] plain) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      int given = in.readNBytes(plain, 0, plain.length);
      return in.read() < 0 ? given : -1;
    }
  }
}
