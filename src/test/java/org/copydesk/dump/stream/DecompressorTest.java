package org.copydesk.dump.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every packing, and what only gzip can: to go on behind damage. */
class DecompressorTest {
  private static final byte[] ONE = "The harbour was closed. ".repeat(400).getBytes(UTF_8);
  private static final byte[] TWO = "It opened again on Friday.".getBytes(UTF_8);

  /** A packing, with what reads and writes it. */
  enum Packing {
    GZIP(GZIPOutputStream::new) {
      @Override
      Decompressor reader() {
        return new GzipMembers();
      }
    },
    ZSTD(out -> new ZstdOutputStream(out).setChecksum(true)) {
      @Override
      Decompressor reader() {
        return new ZstdFrames();
      }
    },
    BZIP2(BZip2CompressorOutputStream::new) {
      @Override
      Decompressor reader() {
        return new Bzip2Streams();
      }
    };

    private final Unpacked.Packer packer;

    Packing(Unpacked.Packer packer) {
      this.packer = packer;
    }

    abstract Decompressor reader();

    byte[] pack(byte[] bytes) {
      return Unpacked.packed(bytes, packer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void membersFollowOneAnotherAndNothingIsDamage(Packing packing) {
    byte[] file = Unpacked.joined(packing.pack(ONE), packing.pack(new byte[0]), packing.pack(TWO));
    Unpacked unpacked = Unpacked.of(packing.reader(), file);
    assertArrayEquals(Unpacked.joined(ONE, TWO), unpacked.bytes());
    assertNull(unpacked.damage());
  }

  @ParameterizedTest
  @EnumSource
  void oneReaderServesFileAfterFile(Packing packing) {
    Decompressor reader = packing.reader();
    byte[] cut = Arrays.copyOf(packing.pack(ONE), 30);
    assertEquals(Reason.COMPRESSION_TRUNCATED, Unpacked.of(reader, cut).damage().reason());
    Unpacked second = Unpacked.of(reader, packing.pack(TWO));
    assertArrayEquals(TWO, second.bytes());
    assertNull(second.damage());
  }

  @ParameterizedTest
  @EnumSource
  void zerosBehindTheLastMemberArePadding(Packing packing) {
    byte[] file = Unpacked.joined(packing.pack(ONE), new byte[1000]);
    Unpacked unpacked = Unpacked.of(packing.reader(), file);
    assertArrayEquals(ONE, unpacked.bytes());
    assertNull(unpacked.damage());
  }

  @ParameterizedTest
  @EnumSource
  void otherBytesThereAreToldAndCostNothing(Packing packing) {
    byte[] file = Unpacked.joined(packing.pack(ONE), "no member".getBytes(UTF_8));
    Unpacked unpacked = Unpacked.of(packing.reader(), file);
    assertArrayEquals(ONE, unpacked.bytes());
    assertEquals(Reason.COMPRESSION_TRAILING_BYTES, unpacked.damage().reason());
    assertTrue(unpacked.damage().isAfterEnd());
    assertEquals(ONE.length, unpacked.damage().soundUntil());
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatEndsAnywhereBeforeItsEndIsTruncated(Packing packing) {
    byte[] file = packing.pack(TWO);
    for (int length = 4; length < file.length; length++) {
      Damage damage = Unpacked.of(packing.reader(), Arrays.copyOf(file, length)).damage();
      assertEquals(Reason.COMPRESSION_TRUNCATED, damage.reason(), packing + " cut at " + length);
      assertFalse(damage.isAfterEnd());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangedByteOfTheLastChecksumIsDamage(Packing packing) {
    byte[] file = packing.pack(TWO);
    // Bzip2 has its sum in the last ten bytes, shifted by some bits, gzip and zstd at the end.
    int place = packing == Packing.GZIP ? file.length - 8 : file.length - 3;
    file[place] ^= 0x40;
    assertEquals(Reason.COMPRESSION_DAMAGED, Unpacked.of(packing.reader(), file).damage().reason());
  }

  @Test
  void gzipGoesOnAtTheMemberBehindTheDamage() {
    byte[] broken = Packing.GZIP.pack(ONE);
    broken[broken.length / 2] ^= 0x55;
    byte[] file = Unpacked.joined(Packing.GZIP.pack(TWO), broken, Packing.GZIP.pack(TWO));
    GzipMembers reader = new GzipMembers();
    Unpacked first = Unpacked.of(reader, file);
    assertEquals(TWO.length, first.damage().soundUntil());
    assertTrue(reader.recover());
    Unpacked second = Unpacked.rest(reader);
    byte[] end = second.bytes();
    assertArrayEquals(TWO, Arrays.copyOfRange(end, end.length - TWO.length, end.length));
    assertNull(second.damage());
    assertFalse(reader.recover());
  }

  @Test
  void fieldsOfAGzipHeaderArePassedOver() {
    byte[] plain = Packing.GZIP.pack(TWO);
    byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 'a', 'm', 'e', 0, 'c', 0, 1, 2};
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 2 | 4 | 8 | 16;
    byte[] file = Unpacked.joined(header, fields, Arrays.copyOfRange(plain, 10, plain.length));
    assertArrayEquals(TWO, Unpacked.of(new GzipMembers(), file).bytes());
    header[3] = (byte) 0x20;
    Damage reserved = Unpacked.of(new GzipMembers(), Unpacked.joined(header, fields)).damage();
    assertEquals("unknown gzip method or flag", reserved.message());
  }

  @Test
  void skippableFramesOfZstdGiveNothing() {
    byte[] skippable = {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 'a', 'b', 'c'};
    byte[] file = Unpacked.joined(skippable, Packing.ZSTD.pack(TWO), skippable);
    Unpacked unpacked = Unpacked.of(new ZstdFrames(), file);
    assertArrayEquals(TWO, unpacked.bytes());
    assertNull(unpacked.damage());
  }
}
