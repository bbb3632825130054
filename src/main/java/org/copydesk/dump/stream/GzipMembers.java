package org.copydesk.dump.stream;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.copydesk.model.Reason;

/**
 * Gzip (RFC 1952), member after member, checksums compared. Zeros behind the last member are
 * padding; anything else there is reported. After damage {@link #recover()} looks for the next
 * member, which is where the next record of a WARC file begins.
 */
public final class GzipMembers extends Decompressor {
  private static final int DEFLATE = 8;
  // More would let a file built for it be inflated again and again.
  private static final int MOST_REWINDS = 64;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean isInMember;
  private long memberStart;
  private long memberPlace;
  private int rewinds;
  private int members;
  private long zeros;

  @Override
  protected void open() {
    isInMember = false;
    members = 0;
    rewinds = 0;
    zeros = 0;
  }

  @Override
  protected int decompress(byte[] b, int off, int len) {
    if (!isInMember && beginMember() <= 0) {
      return -1;
    }
    try {
      while (true) {
        int n = inflater.inflate(b, off, len);
        if (n > 0) {
          crc.update(b, off, n);
          return n;
        }
        if (inflater.finished()) {
          return endMember();
        }
        if (inflater.needsDictionary()) {
          return damaged(Reason.COMPRESSION_DAMAGED, memberStart, "gzip asks for a dictionary");
        }
        if (inflater.needsInput() && !feed()) {
          return damaged(
              Reason.COMPRESSION_TRUNCATED, produced, "the file ends inside a gzip member");
        }
      }
    } catch (DataFormatException e) {
      giveBack();
      return damaged(Reason.COMPRESSION_DAMAGED, memberStart, "gzip data is damaged");
    }
  }

  private boolean feed() {
    int n = raw.need(1);
    if (n == 0) {
      return false;
    }
    inflater.setInput(raw.buffer(), raw.position(), n);
    raw.skip(n);
    return true;
  }

  // What the inflater did not use belongs to the trailer and the next member.
  private void giveBack() {
    raw.skip(-inflater.getRemaining());
    inflater.reset();
    isInMember = false;
  }

  private int endMember() {
    giveBack();
    long length = produced - memberStart;
    if (raw.need(8) < 8) {
      raw.skip(raw.available());
      return damaged(Reason.COMPRESSION_TRUNCATED, produced, "the file ends in a gzip checksum");
    }
    long wantedCrc = littleEndian(0);
    long wantedLength = littleEndian(4);
    raw.skip(8);
    if (wantedCrc != crc.getValue() || wantedLength != (length & 0xffffffffL)) {
      return damaged(Reason.COMPRESSION_DAMAGED, memberStart, "gzip checksum differs");
    }
    members++;
    return 0;
  }

  private long littleEndian(int i) {
    return raw.peek(i)
        | raw.peek(i + 1) << 8
        | raw.peek(i + 2) << 16
        | (long) raw.peek(i + 3) << 24;
  }

  // 1: in a member; 0: sound end; -1: damage.
  private int beginMember() {
    memberStart = produced;
    memberPlace = raw.consumed();
    int n = raw.need(10);
    if (n == 0) {
      return 0;
    }
    if (members > 0 && raw.peek(0) == 0) {
      return skipZeros();
    }
    if (n < 2 || raw.peek(0) != 0x1f || raw.peek(1) != 0x8b) {
      return members > 0
          ? trailing("bytes that are no gzip member follow the last one")
          : damaged(Reason.COMPRESSION_DAMAGED, produced, "no gzip member where one should begin");
    }
    if (n < 10) {
      raw.skip(n);
      return damaged(Reason.COMPRESSION_TRUNCATED, produced, "the file ends in a gzip header");
    }
    int flags = raw.peek(3);
    if (raw.peek(2) != DEFLATE || (flags & RESERVED) != 0) {
      return damaged(Reason.COMPRESSION_DAMAGED, produced, "unknown gzip method or flag");
    }
    raw.skip(10);
    if (!skipFields(flags)) {
      return damaged(Reason.COMPRESSION_TRUNCATED, produced, "the file ends in a gzip header");
    }
    inflater.reset();
    crc.reset();
    isInMember = true;
    return 1;
  }

  private boolean skipFields(int flags) {
    if ((flags & EXTRA) != 0) {
      if (raw.need(2) < 2) {
        return false;
      }
      int length = raw.peek(0) | raw.peek(1) << 8;
      raw.skip(2);
      for (int left = length; left > 0; ) {
        int step = Math.min(left, raw.need(1));
        if (step == 0) {
          return false;
        }
        raw.skip(step);
        left -= step;
      }
    }
    if ((flags & NAME) != 0 && !skipString() || (flags & COMMENT) != 0 && !skipString()) {
      return false;
    }
    if ((flags & HEADER_CRC) == 0) {
      return true;
    }
    int first = raw.read();
    int second = raw.read();
    return first >= 0 && second >= 0;
  }

  private boolean skipString() {
    int b = raw.read();
    while (b > 0) {
      b = raw.read();
    }
    return b == 0;
  }

  private int skipZeros() {
    while (raw.need(1) > 0) {
      if (raw.peek(0) != 0) {
        return trailing("bytes that are no gzip member follow the last one");
      }
      raw.skip(1);
      zeros++;
    }
    return 0;
  }

  @Override
  public long trailingZeros() {
    return zeros;
  }

  @Override
  public boolean recover() {
    // Damaged data may run on over members that are sound: look again from where it began.
    if (rewinds < MOST_REWINDS && raw.rewindTo(memberPlace + 1)) {
      rewinds++;
    }
    while (raw.need(4) >= 4) {
      boolean isMember =
          raw.peek(0) == 0x1f
              && raw.peek(1) == 0x8b
              && raw.peek(2) == DEFLATE
              && (raw.peek(3) & RESERVED) == 0;
      if (isMember) {
        forgetDamage();
        isInMember = false;
        return true;
      }
      raw.skip(1);
    }
    return false;
  }

  @Override
  void release() {
    inflater.end();
  }
}
