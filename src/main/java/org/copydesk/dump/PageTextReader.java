package org.copydesk.dump;

import org.copydesk.model.Page;
import org.copydesk.model.Reason;

/** Page text and HTML files: the whole file is one page, record 0. */
final class PageTextReader {
  private final DumpSettings settings;
  private final Payloads payloads;

  PageTextReader(DumpSettings settings, Payloads payloads) {
    this.settings = settings;
    this.payloads = payloads;
  }

  void read(Window window, Tally tally, Page.Kind kind) {
    // Four bytes more than the bound: a byte order mark is no payload.
    boolean isTooLarge = window.ensure(settings.maxPayloadBytes() + 5);
    if (isTooLarge) {
      String bound = "a page of more than " + settings.maxPayloadBytes() + " bytes";
      rejectAll(window, tally, Reason.PAYLOAD_TOO_LARGE, bound);
      return;
    }
    long start = window.position();
    long end = window.end();
    if (!window.isSoundUntil(end) || isCut(window)) {
      if (end > start) {
        tally.lose(window.damage(), start, end);
      }
    } else {
      payloads.decode(
          tally,
          window.bytes(),
          window.from(),
          window.to(),
          null,
          kind,
          PageOrigin.UNKNOWN,
          start,
          end,
          end - start);
    }
    window.advance(window.available());
  }

  private static boolean isCut(Window window) {
    Damage damage = window.damage();
    return damage != null && !damage.isAfterEnd();
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
