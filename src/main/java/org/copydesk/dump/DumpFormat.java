package org.copydesk.dump;

import java.util.Locale;

/** What a file's decompressed bytes are. */
public enum DumpFormat {
  PAGE_TEXT,
  HTML,
  WARC,
  WET,
  JSON_LINES,
  UNKNOWN;

  private final String stored = name().toLowerCase(Locale.ROOT);

  public String stored() {
    return stored;
  }
}
