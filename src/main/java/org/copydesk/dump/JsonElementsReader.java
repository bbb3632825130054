package org.copydesk.dump;

import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.model.Reason;

/**
 * JSON that is no JSON Lines: an array of objects, or objects that are written over several lines,
 * as news-please writes a file for each page. Each element is a record; brackets, commas and white
 * space between them are container. An element ends where its brackets do, so a damaged one takes
 * no other with it unless a bracket or a quote is what it lacks.
 */
final class JsonElementsReader {
  private final DumpSettings settings;
  private final JsonRecord record;

  // The element at hand: how far the look for its end has come.
  private int depth;
  private boolean isInString;
  private boolean isEscaped;

  JsonElementsReader(DumpSettings settings, JsonRecord record) {
    this.settings = settings;
    this.record = record;
  }

  /** Whether a first line ends within an object that the next line goes on with. */
  static boolean isSpread(byte[] b, int from, int to) {
    int open = 0;
    boolean isQuoted = false;
    for (int i = from; i < to; i++) {
      if (isQuoted) {
        i += b[i] == '\\' ? 1 : 0;
        isQuoted = i < to && b[i] != '"' && b[i] != '\n';
      } else if (b[i] == '"') {
        isQuoted = true;
      } else if (b[i] == '{' || b[i] == '[') {
        open++;
      } else if (b[i] == '}' || b[i] == ']') {
        open--;
      } else if (b[i] == '\n' && open > 0) {
        int next = i + 1;
        while (next < to && isSpace(b[next])) {
          next++;
        }
        // A line of JSON Lines that was cut is followed by one that begins with a brace.
        return next < to && (b[next] == '"' || b[next] == '}' || b[next] == ']');
      } else if (b[i] == '\n' && i > from) {
        return false;
      }
    }
    return false;
  }

  void read(Window window, Tally tally) {
    int mark =
        window.position() == 0
            ? TextDecoder.markLength(window.bytes(), window.from(), window.to())
            : 0;
    if (mark == 2
        || mark == 4
        || TextDecoder.wide(window.bytes(), window.from(), window.to()) != null) {
      PageTextReader.rejectAll(
          window,
          tally,
          Reason.CHARSET_UNSUPPORTED,
          "an array in UTF-16 is not read; write it in UTF-8 or as JSON Lines");
      return;
    }
    tally.container(mark);
    window.advance(mark);
    while (window.ensure(1)) {
      byte first = window.bytes()[window.from()];
      boolean isBetween =
          isSpace(first) || first == ',' || first == '[' || first == ']' || first == 0x1e;
      if (isBetween) {
        tally.container(1);
        window.advance(1);
      } else {
        readElement(window, tally);
      }
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  private void readElement(Window window, Tally tally) {
    int longest = settings.maxPayloadBytes() + settings.maxLineBytes();
    long start = window.position();
    depth = 0;
    isInString = false;
    isEscaped = false;
    int seen = 0;
    int end = -1;
    while (end < 0 && seen <= longest && window.ensure(seen + 1)) {
      int to = Math.min(window.to(), window.from() + longest + 1);
      end = findEnd(window.bytes(), window.from() + seen, to);
      seen = end < 0 ? to - window.from() : Math.max(1, end - window.from());
    }
    if (end < 0 && seen > longest) {
      rejectLong(window, tally, start, seen, longest);
      return;
    }
    long after = start + seen;
    if (!window.isSoundUntil(after) || end < 0 && isDamaged(window)) {
      tally.lose(window.damage(), start, after);
    } else if (end < 0 && (depth > 0 || isInString)) {
      tally.reject(Reason.JSON_TRUNCATED, start, after, "the last record ends in the middle");
    } else {
      int from = window.from();
      Reason refusal = record.parse(window.bytes(), from, from + seen, null);
      if (refusal == null) {
        record.handOn(tally, start, after);
      } else {
        record.refuse(tally, refusal, start, after);
      }
    }
    window.advance(seen);
  }

  private static boolean isDamaged(Window window) {
    return window.damage() != null && !window.damage().isAfterEnd();
  }

  private void rejectLong(Window window, Tally tally, long start, int seen, int longest) {
    window.advance(seen);
    int end = -1;
    while (end < 0 && window.ensure(1)) {
      end = findEnd(window.bytes(), window.from(), window.to());
      window.advance(end < 0 ? window.available() : end - window.from());
    }
    if (end < 0 && isDamaged(window)) {
      tally.lose(window.damage(), start, window.position());
    } else {
      String bound = "a record of more than " + longest + " bytes";
      tally.reject(Reason.LINE_TOO_LONG, start, window.position(), bound);
    }
  }

  /** The place behind the element's last byte; -1 where it goes on. */
  private int findEnd(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (isInString) {
        if (isEscaped) {
          isEscaped = false;
        } else if (c == '\\') {
          isEscaped = true;
        } else if (c == '"') {
          isInString = false;
        }
      } else if (c == '"') {
        isInString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        if (depth == 0) {
          return i;
        }
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      } else if (c == ',' && depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
