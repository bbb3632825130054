package org.copydesk.dump.stream;

import java.util.Locale;

/** What a file is packed with, told from its first bytes: {@code 1f 8b} is gzip. */
public enum Compression {
  NONE(),
  GZIP(".gz", ".gzip"),
  ZSTD(".zst", ".zstd"),
  BZIP2(".bz2", ".bzip2");

  private final String[] endings;
  private final String stored = name().toLowerCase(Locale.ROOT);

  Compression(String... endings) {
    this.endings = endings;
  }

  public String stored() {
    return stored;
  }

  /** What the bytes from {@code from} to {@code to} begin. */
  public static Compression ofBytes(byte[] b, int from, int to) {
    int n = to - from;
    if (n >= 2 && b[from] == 0x1f && b[from + 1] == (byte) 0x8b) {
      return GZIP;
    }
    if (n >= 4 && ZstdFrames.isFrame(b, from)) {
      return ZSTD;
    }
    boolean isBzip2 =
        n >= 4
            && b[from] == 'B'
            && b[from + 1] == 'Z'
            && b[from + 2] == 'h'
            && b[from + 3] >= '1'
            && b[from + 3] <= '9'
            && (n < 10 || isBzip2Block(b, from + 4));
    return isBzip2 ? BZIP2 : NONE;
  }

  // A block begins with the digits of pi, the end of an empty stream with those of its root.
  private static boolean isBzip2Block(byte[] b, int i) {
    return b[i] == 0x31 && b[i + 1] == 0x41 || b[i] == 0x17 && b[i + 1] == 0x72;
  }

  /** What the name promises. */
  public static Compression ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Compression c : values()) {
      for (String ending : c.endings) {
        if (lower.endsWith(ending)) {
          return c;
        }
      }
    }
    return NONE;
  }

  /** The name without the ending that promises a compression. */
  public static String innerName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Compression c : values()) {
      for (String ending : c.endings) {
        if (lower.endsWith(ending)) {
          return lower.substring(0, lower.length() - ending.length());
        }
      }
    }
    return lower;
  }
}
