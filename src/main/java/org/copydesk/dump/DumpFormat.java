package org.copydesk.dump;

import java.util.Locale;

/** What a file's decompressed bytes are. */
public enum DumpFormat {
  PAGE_TEXT,
  HTML,
  WARC,
  WET,
  /** A JSON object a line. */
  JSON_LINES,
  /** An array of JSON objects, or objects that are written over several lines. */
  JSON,
  PARQUET,
  UNKNOWN;

  private final String stored = name().toLowerCase(Locale.ROOT);

  public String stored() {
    return stored;
  }
}
