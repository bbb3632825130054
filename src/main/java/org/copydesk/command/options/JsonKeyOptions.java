package org.copydesk.command.options;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.JsonField;
import org.copydesk.dump.JsonKeys;
import org.copydesk.dump.SiteSource;
import picocli.CommandLine.Option;

/** The settings about which JSON key tells what. */
public final class JsonKeyOptions {
  private static final String KEYS = "KEY,KEY";

  @Option(
      names = "--json-text",
      paramLabel = KEYS,
      description = {
        "Keys of the text in JSON, the best first; a.b is key b of object a. By default:",
        "text, maintext, raw_content."
      })
  private String text;

  @Option(
      names = "--json-html",
      paramLabel = KEYS,
      description = "Keys of HTML, read where there is no text. By default: html.")
  private String html;

  @Option(
      names = "--json-url",
      paramLabel = KEYS,
      description = "Keys of the address. By default: url, metadata.url.")
  private String url;

  @Option(
      names = "--json-title",
      paramLabel = KEYS,
      description = "Keys of the title. By default: title, metadata.title.")
  private String title;

  @Option(
      names = "--json-date",
      paramLabel = KEYS,
      description = {
        "Keys of the date of publication; --json-date= for none, where date is that of the",
        "crawl. By default: date, date_publish, created, published_at."
      })
  private String date;

  @Option(
      names = "--json-author",
      paramLabel = KEYS,
      description = {
        "Keys of the author or a list of them. By default: author, authors, byline,",
        "metadata.author, metadata.authors."
      })
  private String author;

  @Option(
      names = "--json-id",
      paramLabel = KEYS,
      description = "Keys of the record's own id. By default: id.")
  private String id;

  /**
   * The keys.
   *
   * @param site what a site's name is taken from, which may be a key
   */
  public JsonKeys keys(SiteSource site) throws Failure {
    Map<JsonField, List<String>> named = new EnumMap<>(JsonField.class);
    name(named, JsonField.TEXT, text);
    name(named, JsonField.HTML, html);
    name(named, JsonField.URL, url);
    name(named, JsonField.TITLE, title);
    name(named, JsonField.DATE, date);
    name(named, JsonField.AUTHOR, author);
    name(named, JsonField.ID, id);
    name(named, JsonField.SITE, site.key());
    try {
      return JsonKeys.KNOWN.with(named);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, "--json-...: " + e.getMessage(), e);
    }
  }

  private static void name(Map<JsonField, List<String>> named, JsonField field, String keys) {
    if (keys != null) {
      named.put(
          field,
          Arrays.stream(keys.split(",")).map(String::strip).filter(key -> !key.isEmpty()).toList());
    }
  }
}
