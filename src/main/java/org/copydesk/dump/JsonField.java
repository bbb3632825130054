package org.copydesk.dump;

import java.util.List;

/** What a JSON record may tell of a page, each with the keys it is known under, the best first. */
public enum JsonField {
  /** Page text; {@code maintext} in news-please, {@code raw_content} in ccnet. */
  TEXT("text", "maintext", "raw_content"),
  HTML("html"),
  /** Address; below {@code metadata} in datatrove and dolma. */
  URL("url", "metadata.url"),
  TITLE("title", "metadata.title"),
  /**
   * Date of publication; {@code date_publish} in news-please, {@code created} in dolma, {@code
   * published_at} in articles of a corpus.
   */
  DATE("date", "date_publish", "created", "published_at"),
  ID("id"),
  /** Who wrote it: a name, or a list of names. */
  AUTHOR("author", "authors", "byline", "metadata.author", "metadata.authors"),
  /** When it was crawled; in news-please and ccnet, and in articles of a corpus. */
  FETCHED("date_download", "fetched_at"),
  /** What the site is called, where the user names a key for it. */
  SITE;

  private final List<String> known;

  JsonField(String... known) {
    this.known = List.of(known);
  }

  /** Keys that are read unless others are named; those of a nested object behind a dot. */
  public List<String> known() {
    return known;
  }
}
