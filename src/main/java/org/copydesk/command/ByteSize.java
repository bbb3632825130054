package org.copydesk.command;

import java.util.Locale;

/** Sizes for people, in powers of ten, as the report and the card write them. */
final class ByteSize {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private ByteSize() {}

  /** {@code 106.3 kB}. */
  static String of(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes / 1e3;
    int unit = 0;
    while (size >= 999.95 && unit < UNITS.length - 1) {
      size /= 1e3;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
