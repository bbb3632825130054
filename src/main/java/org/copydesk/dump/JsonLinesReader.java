package org.copydesk.dump;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.stream.Damage;
import org.copydesk.model.Reason;

/**
 * JSON Lines, a {@link JsonRecord} a line. Every line counts as a record, an empty one too, so that
 * record n is line n + 1 of the file. Lines may be UTF-16 or UTF-32, as a file's first bytes tell.
 */
final class JsonLinesReader {
  private final DumpSettings settings;
  private final JsonRecord record;

  // Set of the file at hand; null for UTF-8.
  private Charset wide;

  JsonLinesReader(DumpSettings settings, JsonRecord record) {
    this.settings = settings;
    this.record = record;
  }

  void read(Window window, Tally tally) {
    int longest = settings.maxPayloadBytes() + settings.maxLineBytes();
    int mark = 0;
    wide = null;
    if (window.position() == 0) {
      mark = TextDecoder.markLength(window.bytes(), window.from(), window.to());
      wide = TextDecoder.wide(window.bytes(), window.from(), window.to());
    }
    tally.container(mark);
    window.advance(mark);
    while (window.ensure(1)) {
      int length = lineLength(window, longest);
      if (length > longest) {
        rejectLongLine(window, tally, longest);
      } else {
        readLine(window, tally, length);
      }
    }
  }

  private int width() {
    return wide == null
        ? 1
        : wide.equals(StandardCharsets.UTF_16LE) || wide.equals(StandardCharsets.UTF_16BE) ? 2 : 4;
  }

  /** Whether the line feed at {@code i} ends a line that begins at {@code from}. */
  private boolean isLineEnd(byte[] b, int from, int i, int to) {
    int width = width();
    if (width == 1) {
      return true;
    }
    boolean isBig = wide.equals(StandardCharsets.UTF_16BE);
    if ((i - from) % width != (isBig ? width - 1 : 0)) {
      return false;
    }
    for (int k = 1; k < width; k++) {
      int at = isBig ? i - k : i + k;
      if (at >= from && at < to && b[at] != 0) {
        return false;
      }
    }
    return true;
  }

  // Bytes of the line with its line feed; more than longest when there is no end within it.
  private int lineLength(Window window, int longest) {
    int behind = width() == 1 || wide.equals(StandardCharsets.UTF_16BE) ? 0 : width() - 1;
    int seen = 0;
    while (true) {
      byte[] b = window.bytes();
      int from = window.from();
      int to = Math.min(window.to(), from + longest + 1);
      for (int i = from + seen; i < to; i++) {
        if (b[i] == '\n' && isLineEnd(b, from, i, to)) {
          return Math.min(i + 1 + behind, window.to()) - from;
        }
      }
      seen = to - from;
      if (seen > longest || !window.ensure(seen + 1)) {
        return seen;
      }
    }
  }

  private static void rejectLongLine(Window window, Tally tally, int longest) {
    long start = window.position();
    boolean isEnded = false;
    while (!isEnded && window.ensure(1)) {
      byte[] b = window.bytes();
      int i = window.from();
      while (i < window.to() && b[i] != '\n') {
        i++;
      }
      isEnded = i < window.to();
      window.advance(i - window.from() + (isEnded ? 1 : 0));
    }
    Damage damage = window.damage();
    if (!isEnded && damage != null && !damage.isAfterEnd()) {
      tally.lose(damage, start, window.position());
    } else {
      String bound = "a line of more than " + longest + " bytes";
      tally.reject(Reason.LINE_TOO_LONG, start, window.position(), bound);
    }
  }

  private void readLine(Window window, Tally tally, int length) {
    byte[] b = window.bytes();
    int from = window.from();
    long start = window.position();
    long end = start + length;
    boolean isEnded = isEnded(b, from, from + length);
    if (!window.isSoundUntil(end)) {
      tally.lose(window.damage(), start, end);
    } else if (isBlank(b, from, from + length)) {
      tally.skip(Reason.EMPTY_RECORD, start, end);
    } else {
      Reason refusal = record.parse(b, from, from + length, wide);
      if (refusal == null) {
        record.handOn(tally, start, end);
      } else if (!isEnded) {
        loseLast(window, tally, start, end, refusal);
      } else {
        record.refuse(tally, refusal, start, end);
      }
    }
    window.advance(length);
  }

  private boolean isEnded(byte[] b, int from, int to) {
    int width = width();
    int last = wide == null || wide.equals(StandardCharsets.UTF_16BE) ? to - 1 : to - width;
    return last >= from && b[last] == '\n' && isLineEnd(b, from, last, to);
  }

  private void loseLast(Window window, Tally tally, long start, long end, Reason refusal) {
    Damage damage = window.damage();
    if (damage != null && !damage.isAfterEnd()) {
      tally.lose(damage, start, end);
    } else if (refusal == Reason.JSON_MALFORMED) {
      tally.reject(Reason.JSON_TRUNCATED, start, end, "the last line ends in the middle");
    } else {
      record.refuse(tally, refusal, start, end);
    }
  }

  private boolean isBlank(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean isSpace = b[i] == ' ' || b[i] >= '\t' && b[i] <= '\r' || wide != null && b[i] == 0;
      if (!isSpace) {
        return false;
      }
    }
    return true;
  }
}
