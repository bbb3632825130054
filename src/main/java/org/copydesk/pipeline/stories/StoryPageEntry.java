package org.copydesk.pipeline.stories;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.CopyKind;
import org.copydesk.model.DatePrecision;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.story.StoryPage;
import org.copydesk.story.StoryText;
import org.copydesk.text.ContentHash;

/**
 * A page of a story that has more than one.
 *
 * @param story id of the story
 */
public record StoryPageEntry(ContentHash story, StoryPage page) {
  private static final long LANE_BYTES = 2L << 20;

  /** The way from where rows of articles are written. */
  public static Lane<StoryPageEntry> lane(Buckets buckets) {
    return new Lane<>("story pages", new Codec(), buckets.bands(), LANE_BYTES);
  }

  /**
   * What is sent of an article.
   *
   * @param keptId the article it lost to; its own where it is kept
   * @param kind what it is to that one; null where it is kept
   * @param keepsText whether its text goes along
   */
  public static StoryPageEntry of(
      ContentHash story,
      ArticleRecord record,
      ContentHash keptId,
      CopyKind kind,
      boolean keepsText) {
    Article article = record.article();
    return new StoryPageEntry(
        story,
        new StoryPage(
            record.id(),
            keptId,
            kind,
            record.sourceFile(),
            record.sourceRecord(),
            article.url(),
            article.site(),
            article.details().siteName(),
            article.publishedAt(),
            article.details().publishedPrecision(),
            article.details().modifiedAt(),
            record.fetchedAt(),
            article.provider(),
            article.details().canonicalUrl(),
            StoryText.paragraphs(article.text()),
            keepsText ? article.text() : null));
  }

  /** Entries grouped by story, the first known first. */
  static final class Codec implements RecordCodec<StoryPageEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(StoryPageEntry entry, ByteWriter out) {
      KeyCodec.put(entry.story(), out);
    }

    @Override
    public void orderKey(StoryPageEntry entry, ByteWriter out) {
      StoryPage page = entry.page();
      putOrdered(page.known(), out);
      putOrdered(page.fetchedAt(), out);
      KeyCodec.put(page.id(), out);
      byte[] file = page.sourceFile().getBytes(StandardCharsets.UTF_8);
      out.putBytes(file, 0, file.length).putByte(0).putLong(page.sourceRecord());
    }

    /** Unknown times come last. */
    private static void putOrdered(Instant time, ByteWriter out) {
      out.putOrderedLong(time == null ? Long.MAX_VALUE : time.getEpochSecond());
      out.putInt(time == null ? 0 : time.getNano());
    }

    @Override
    public void encode(StoryPageEntry entry, ByteWriter out) {
      StoryPage page = entry.page();
      KeyCodec.put(entry.story(), out);
      KeyCodec.put(page.id(), out);
      KeyCodec.put(page.keptId(), out);
      KeyCodec.putName(page.kind(), out);
      out.putText(page.sourceFile()).putVarLong(page.sourceRecord());
      out.putText(page.url()).putText(page.site()).putText(page.siteName());
      KeyCodec.put(page.publishedAt(), out);
      KeyCodec.putName(page.precision(), out);
      KeyCodec.put(page.modifiedAt(), out);
      KeyCodec.put(page.fetchedAt(), out);
      out.putText(page.provider()).putText(page.canonicalUrl());
      out.putVarLong(page.paragraphs().length);
      for (long paragraph : page.paragraphs()) {
        out.putLong(paragraph);
      }
      out.putText(page.text());
    }

    @Override
    public StoryPageEntry decode(ByteReader in) {
      ContentHash story = KeyCodec.id(in);
      return new StoryPageEntry(
          story,
          new StoryPage(
              KeyCodec.id(in),
              KeyCodec.id(in),
              KeyCodec.named(CopyKind.class, in),
              in.getText(),
              in.getVarLong(),
              in.getText(),
              in.getText(),
              in.getText(),
              KeyCodec.instant(in),
              KeyCodec.named(DatePrecision.class, in),
              KeyCodec.instant(in),
              KeyCodec.instant(in),
              in.getText(),
              in.getText(),
              paragraphs(in),
              in.getText()));
    }

    private static long[] paragraphs(ByteReader in) {
      long[] paragraphs = new long[in.getVarInt()];
      for (int i = 0; i < paragraphs.length; i++) {
        paragraphs[i] = in.getLong();
      }
      return paragraphs;
    }
  }
}
