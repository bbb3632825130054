package org.copydesk.dump;

import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.stream.Damage;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;

/**
 * Page text and HTML files. The whole file is one page, record 0, unless it is text whose
 * separators {@link PageSplitter} believes; then every piece between them is a record, separators
 * and empty pieces are container, and the file may be of any size.
 */
final class PageTextReader {
  private static final int CHUNK = 64 << 10;

  private final DumpSettings settings;
  private final Payloads payloads;

  private final int glance;

  /**
   * @param glance bytes of a file that may tell how its pages are told apart; where they do not all
   *     of it are looked at, up to the longest page
   */
  PageTextReader(DumpSettings settings, Payloads payloads, int glance) {
    this.settings = settings;
    this.payloads = payloads;
    this.glance = glance;
  }

  /** Takes the places where a page text may be cut. */
  interface Cuts {
    void at(long place, long record);
  }

  void read(Window window, Tally tally, Page.Kind kind) {
    read(window, tally, kind, null);
  }

  /**
   * @param cuts takes the places of separators; null when nobody asks
   * @return how the pages were told apart; null when the file is one page
   */
  PageSplitter read(Window window, Tally tally, Page.Kind kind, Cuts cuts) {
    boolean isLong = glance < settings.maxPayloadBytes() && window.ensure(glance);
    int mark = TextDecoder.markLength(window.bytes(), window.from(), window.to());
    PageSplitter splitter = isLong ? splitter(window, kind, mark, true) : null;
    boolean isTooLarge = false;
    if (splitter == null) {
      // Five bytes more than the bound: a byte order mark is no payload.
      isTooLarge = window.ensure(settings.maxPayloadBytes() + 5);
      mark = TextDecoder.markLength(window.bytes(), window.from(), window.to());
      splitter = splitter(window, kind, mark, isTooLarge);
    }
    if (splitter != null) {
      tally.container(mark);
      window.advance(mark);
      readPieces(window, tally, splitter, splitter == PageSplitter.N_OF_M, true, cuts);
    } else if (isTooLarge) {
      String bound = "a page of more than " + settings.maxPayloadBytes() + " bytes";
      rejectAll(window, tally, Reason.PAYLOAD_TOO_LARGE, bound);
    } else {
      piece(window, tally, kind, window.available(), true, true);
    }
    return splitter;
  }

  private static PageSplitter splitter(Window window, Page.Kind kind, int mark, boolean isCut) {
    return kind == Page.Kind.TEXT && (mark == 0 || mark == 3)
        ? PageSplitter.find(window.bytes(), window.from() + mark, window.to(), isCut)
        : null;
  }

  /**
   * Reads the pages of a range that {@link Cuts} told.
   *
   * @param isFirst whether the file begins with it
   * @param isLast whether the file ends with it
   */
  void readRange(
      Window window, Tally tally, PageSplitter splitter, boolean isFirst, boolean isLast) {
    window.ensure(CHUNK);
    int mark = isFirst ? TextDecoder.markLength(window.bytes(), window.from(), window.to()) : 0;
    tally.container(mark);
    window.advance(mark);
    boolean hasTitlePage = isFirst && splitter == PageSplitter.N_OF_M;
    readPieces(window, tally, splitter, hasTitlePage, isLast, null);
  }

  private void readPieces(
      Window window,
      Tally tally,
      PageSplitter splitter,
      boolean hasTitlePage,
      boolean endsFile,
      Cuts cuts) {
    boolean isTitlePage = hasTitlePage;
    boolean isAfterBlank = true;
    // Bytes of the piece at hand that have been looked at; always whole lines.
    int seen = 0;
    while (true) {
      int line = line(window, seen);
      byte[] b = window.bytes();
      int start = window.from() + seen;
      boolean isEnd = line == 0;
      boolean isSeparator =
          !isEnd && splitter.separates(b, start, start + line, window.to(), isAfterBlank);
      boolean isFull = seen > settings.maxPayloadBytes();
      if (isEnd || isSeparator || isFull) {
        if (isFull) {
          rejectToSeparator(window, tally, splitter);
          seen = 0;
          continue;
        }
        if (isTitlePage && isSeparator) {
          tally.container(seen);
          window.advance(seen);
        } else {
          piece(window, tally, Page.Kind.TEXT, seen, isEnd, endsFile);
        }
        if (isEnd) {
          return;
        }
        // A title page cannot be told from a page without the separator behind it.
        if (cuts != null && !isTitlePage) {
          cuts.at(window.position(), tally.record());
        }
        isTitlePage = false;
        int separator = splitter.separatorLength(line);
        tally.container(separator);
        window.advance(separator);
        seen = line - separator;
        isAfterBlank = false;
      } else {
        isAfterBlank = PageSplitter.isBlank(b, start, start + line);
        seen += line;
      }
    }
  }

  // Length of the line behind the first {@code seen} bytes, its line feed and the line behind it in
  // the window; 0 at the end.
  private int line(Window window, int seen) {
    int wanted = seen + 1;
    int longest = seen + settings.maxLineBytes() + CHUNK;
    while (true) {
      boolean isThere = window.ensure(wanted);
      int start = window.from() + seen;
      int end = PageSplitter.lineEnd(window.bytes(), start, window.to());
      boolean isWhole = end < window.to() - 512;
      if (isWhole || !isThere || wanted >= longest) {
        return end - start;
      }
      wanted = Math.min(longest, Math.max(window.available(), seen) + CHUNK);
    }
  }

  private void piece(
      Window window, Tally tally, Page.Kind kind, int length, boolean isLast, boolean endsFile) {
    long start = window.position();
    long end = start + length;
    Damage damage = window.damage();
    boolean isCut = isLast && damage != null && !damage.isAfterEnd();
    boolean isWhole = start == 0 && isLast && endsFile;
    if (length > 0 && (isCut || !window.isSoundUntil(end))) {
      tally.lose(damage, start, end);
    } else if (!isWhole
        && PageSplitter.isBlank(window.bytes(), window.from(), window.from() + length)) {
      tally.container(length);
    } else if (length > 0) {
      payloads.decode(
          tally,
          window.bytes(),
          window.from(),
          window.from() + length,
          null,
          kind,
          PageOrigin.UNKNOWN,
          start,
          end,
          length);
    }
    window.advance(length);
  }

  private void rejectToSeparator(Window window, Tally tally, PageSplitter splitter) {
    long start = window.position();
    int line = line(window, 0);
    boolean isAfterBlank = false;
    boolean isFirst = true;
    while (line > 0) {
      int from = window.from();
      byte[] b = window.bytes();
      if (!isFirst && splitter.separates(b, from, from + line, window.to(), isAfterBlank)) {
        break;
      }
      isFirst = false;
      isAfterBlank = PageSplitter.isBlank(b, from, from + line);
      window.advance(line);
      line = line(window, 0);
    }
    String bound = "a page of more than " + settings.maxPayloadBytes() + " bytes";
    tally.reject(Reason.PAYLOAD_TOO_LARGE, start, window.position(), bound);
  }

  /** Everything from here on is one rejected record; a bound or damage met on the way says why. */
  static void rejectAll(Window window, Tally tally, Reason reason, String message) {
    long start = window.position();
    window.skip(Long.MAX_VALUE);
    Damage damage = window.damage();
    if (damage != null && !damage.isAfterEnd()) {
      tally.lose(damage, start, window.end());
    } else {
      tally.reject(reason, start, window.end(), message);
    }
  }
}
