package org.copydesk.command;

import java.util.Locale;

/** What a build writes articles as. */
enum OutputFormat {
  /** The tables. */
  PARQUET,
  /** JSON Lines in the shape of dolma's documents, beside the tables. */
  JSONL,
  /** The text of pages of HTML as Markdown, in a column of the articles. */
  MARKDOWN;

  /** As it is written in a definition. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
