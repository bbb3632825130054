package org.copydesk.dump;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds where the members of a WARC in gzip begin without inflating it: a member's record says how
 * long it is, so the next member is the first place that looks like one with that length in the
 * four bytes before it, where gzip keeps it. Only headers are inflated, some 10 µs a record.
 *
 * <p>The chain ends where a member does not hold one whole record; the file is not cut behind that
 * place. Memory: one buffer.
 */
final class MemberChain {
  private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final int LOOK_AHEAD = 8 << 10;
  private static final int HEADER = 16 << 10;
  private static final int FIXED_FIELDS = 10;
  private static final int NAME_OR_MORE = 0x1e;
  private static final int LINE_ENDS = 4;
  private static final int LENGTH_FIELD = 4;

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
    long length = recordLength(raw, 0);
    cutter.member(0);
    while (length > 0 && toNext(raw, length)) {
      long next = recordLength(raw, LENGTH_FIELD);
      if (next < 0) {
        // Looks like a member and is none.
        raw.skip(1);
        continue;
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

  // Goes on until a member of this length may end: then its length field is next. False at the end.
  private static boolean toNext(RawInput raw, long length) {
    int wanted = (int) length;
    while (raw.need(LOOK_AHEAD) > LENGTH_FIELD + FIXED_FIELDS) {
      byte[] b = raw.buffer();
      int from = raw.position();
      int to = from + raw.available();
      // What follows a place must be in the buffer, except at the end of the file.
      int last = Math.max(from + 1, raw.isAtEnd() ? to - FIXED_FIELDS : to - LOOK_AHEAD);
      for (int i = from; i < last; i++) {
        int at = i + LENGTH_FIELD;
        if (b[at] == 0x1f && isMember(b, at) && littleEndian(b, i) == wanted) {
          raw.skip(i - from);
          return true;
        }
      }
      raw.skip(last - from);
    }
    return false;
  }

  private static boolean isMember(byte[] b, int at) {
    return (b[at + 1] & 0xff) == 0x8b && b[at + 2] == 8 && (b[at + 3] & 0xe0) == 0;
  }

  private static int littleEndian(byte[] b, int i) {
    return b[i] & 0xff | (b[i + 1] & 0xff) << 8 | (b[i + 2] & 0xff) << 16 | (b[i + 3] & 0xff) << 24;
  }

  // Decompressed length of the record in the member that begins at {@code ahead}; -1 when there is
  // none whose header can be read.
  private long recordLength(RawInput raw, int ahead) {
    byte[] b = raw.buffer();
    int from = raw.position() + ahead;
    int to = raw.position() + raw.available();
    if (to - from < FIXED_FIELDS + 1 || !isMember(b, from)) {
      return -1;
    }
    int data = (b[from + 3] & NAME_OR_MORE) == 0 ? from + FIXED_FIELDS : behindFields(b, from, to);
    if (data < 0) {
      return -1;
    }
    inflater.reset();
    inflater.setInput(b, data, Math.min(to, data + LOOK_AHEAD) - data);
    int inflated = 0;
    try {
      while (inflated < HEADER && !inflater.finished()) {
        int n = inflater.inflate(head, inflated, Math.min(1024, HEADER - inflated));
        inflated += n;
        int header = n > 0 ? HeaderFields.length(head, 0, inflated) : -1;
        if (header >= 0) {
          return length(header);
        }
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return -1;
        }
      }
    } catch (DataFormatException e) {
      return -1;
    }
    return -1;
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

  private long length(int header) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (head[i] != MAGIC[i]) {
        return -1;
      }
    }
    HeaderFields warc = HeaderFields.parse(head, 0, header);
    long content = WarcFileReader.contentLength(warc);
    return content < 0 || warc.get("WARC-Type") == null ? -1 : header + content + LINE_ENDS;
  }

  void release() {
    inflater.end();
  }
}
