package org.copydesk.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.copydesk.dump.stream.RawInput;

/**
 * Finds where the members of a WARC in gzip begin without inflating it: a member's record says how
 * long it is, so the next member is the first place that looks like one with that length in the
 * four bytes before it, where gzip keeps it. Only headers are inflated, some 10 µs a record.
 *
 * <p>The chain ends where a member does not hold one whole record, or where another record seems to
 * begin before it is over; the file is not cut behind that place. Memory: one buffer.
 */
final class MemberChain {
  private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final int LOOK_AHEAD = 8 << 10;
  private static final int HEADER = 16 << 10;
  private static final int FIXED_FIELDS = 10;
  private static final int NAME_OR_MORE = 0x1e;
  private static final int LINE_ENDS = 4;
  private static final int LENGTH_FIELD = 4;
  private static final long NO_RECORD = -1;

  private final Inflater inflater = new Inflater(true);
  private final byte[] head = new byte[HEADER];

  /**
   * Follows the chain from the first byte to the last.
   *
   * @param cutter takes the members' places
   * @return length of the decompressed file as far as the chain tells
   */
  long follow(RawInput raw, RangeCutter cutter) {
    long plain = 0;
    long record = 0;
    raw.need(LOOK_AHEAD);
    int first = raw.position();
    long length = recordLength(raw.buffer(), first, first + raw.available());
    cutter.member(0);
    while (length > 0) {
      long next = toNext(raw, length);
      if (next < 0) {
        break;
      }
      plain += length;
      record++;
      long place = raw.consumed() + LENGTH_FIELD;
      cutter.at(place, record, plain);
      cutter.member(place);
      raw.skip(LENGTH_FIELD + 1);
      length = next;
    }
    return plain + Math.max(0, length);
  }

  // Goes on to the length field of the member at hand; gives the length of the record behind it, or
  // -1 when the chain ends.
  private long toNext(RawInput raw, long length) {
    int wanted = (int) length;
    while (raw.need(LOOK_AHEAD) > LENGTH_FIELD + FIXED_FIELDS) {
      byte[] b = raw.buffer();
      int from = raw.position();
      int to = from + raw.available();
      // What follows a place must be in the buffer, except at the end of the file.
      int last = Math.max(from + 1, raw.isAtEnd() ? to - FIXED_FIELDS : to - LOOK_AHEAD);
      for (int i = from; i < last; i++) {
        int at = i + LENGTH_FIELD;
        if (b[at] == 0x1f && isMember(b, at)) {
          long next = recordLength(b, at, to);
          if (next != NO_RECORD) {
            raw.skip(i - from);
            return littleEndian(b, i) == wanted ? next : NO_RECORD;
          }
        }
      }
      raw.skip(last - from);
    }
    return NO_RECORD;
  }

  private static boolean isMember(byte[] b, int at) {
    return (b[at + 1] & 0xff) == 0x8b && b[at + 2] == 8 && (b[at + 3] & 0xe0) == 0;
  }

  private static int littleEndian(byte[] b, int i) {
    return b[i] & 0xff | (b[i + 1] & 0xff) << 8 | (b[i + 2] & 0xff) << 16 | (b[i + 3] & 0xff) << 24;
  }

  // Decompressed length of the record in the member at {@code from}; 0 when it does not tell, -1
  // when
  // no record begins there.
  private long recordLength(byte[] b, int from, int to) {
    if (to - from < FIXED_FIELDS + 1 || !isMember(b, from)) {
      return NO_RECORD;
    }
    int data = (b[from + 3] & NAME_OR_MORE) == 0 ? from + FIXED_FIELDS : behindFields(b, from, to);
    if (data < 0) {
      return NO_RECORD;
    }
    inflater.reset();
    inflater.setInput(b, data, Math.min(to, data + LOOK_AHEAD) - data);
    int inflated = 0;
    try {
      while (inflated < HEADER && !inflater.finished()) {
        int n = inflater.inflate(head, inflated, Math.min(1024, HEADER - inflated));
        inflated += n;
        if (inflated >= MAGIC.length && !isMagic()) {
          return NO_RECORD;
        }
        int header = n > 0 ? HeaderFields.length(head, 0, inflated) : -1;
        if (header >= 0) {
          return length(header);
        }
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
      }
    } catch (DataFormatException e) {
      return NO_RECORD;
    }
    return inflated >= MAGIC.length ? 0 : NO_RECORD;
  }

  private static int behindFields(byte[] b, int from, int to) {
    int flags = b[from + 3];
    int at = from + FIXED_FIELDS;
    if ((flags & 4) != 0) {
      if (at + 2 > to) {
        return -1;
      }
      at += 2 + (b[at] & 0xff | (b[at + 1] & 0xff) << 8);
    }
    for (int field : new int[] {8, 16}) {
      if ((flags & field) != 0) {
        while (at < to && b[at] != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & 2) != 0 ? 2 : 0;
    return at < to ? at : -1;
  }

  private boolean isMagic() {
    return Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private long length(int header) {
    HeaderFields warc = HeaderFields.parse(head, 0, header);
    long content = WarcFileReader.contentLength(warc);
    return content < 0 || warc.get("WARC-Type") == null ? 0 : header + content + LINE_ENDS;
  }

  void release() {
    inflater.end();
  }
}
