package org.copydesk.story;

import java.time.Instant;
import java.util.Locale;
import org.copydesk.model.CopyKind;
import org.copydesk.model.DatePrecision;
import org.copydesk.text.ContentHash;

/** Pages of stories, a field at a time: {@code SomePages.on("elm.test").text("a").page()}. */
final class SomePages {
  static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

  private final String site;
  private ContentHash id = ContentHash.of("one");
  private ContentHash kept;
  private CopyKind kind;
  private long record;
  private String url;
  private String siteName;
  private Instant published;
  private DatePrecision precision = DatePrecision.MINUTE;
  private Instant modified;
  private Instant fetched;
  private String provider;
  private String canonical;
  private long[] paragraphs = {1, 2, 3};

  private SomePages(String site) {
    this.site = site;
    url = site == null ? null : "https://www." + site + "/story";
  }

  static SomePages on(String site) {
    return new SomePages(site);
  }

  SomePages text(String text) {
    id = ContentHash.of(text);
    return this;
  }

  SomePages lostTo(String text, String how) {
    kept = ContentHash.of(text);
    kind = CopyKind.valueOf(how.toUpperCase(Locale.ROOT));
    return this;
  }

  SomePages at(String path) {
    url = "https://www." + site + path;
    return this;
  }

  SomePages nowhere() {
    url = null;
    return this;
  }

  SomePages record(long number) {
    record = number;
    return this;
  }

  SomePages called(String name) {
    siteName = name;
    return this;
  }

  SomePages published(String time) {
    published = Instant.parse(time);
    return this;
  }

  SomePages on(String day, DatePrecision exactly) {
    published = Instant.parse(day);
    precision = exactly;
    return this;
  }

  SomePages modified(String time) {
    modified = Instant.parse(time);
    return this;
  }

  SomePages fetched(String time) {
    fetched = Instant.parse(time);
    return this;
  }

  SomePages credits(String line) {
    provider = line;
    return this;
  }

  SomePages livesAt(String address) {
    canonical = address;
    return this;
  }

  SomePages paragraphs(long... hashes) {
    paragraphs = hashes;
    return this;
  }

  StoryPage page() {
    return new StoryPage(
        id,
        kept == null ? id : kept,
        kind,
        (site == null ? "some" : site) + ".jsonl",
        record,
        url,
        site,
        siteName,
        published,
        precision,
        modified,
        fetched,
        provider,
        canonical,
        paragraphs,
        null);
  }
}
