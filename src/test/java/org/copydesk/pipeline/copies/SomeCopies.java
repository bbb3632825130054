package org.copydesk.pipeline.copies;

import java.util.List;
import org.copydesk.bucket.Lane;
import org.copydesk.dedup.ArticleFingerprinter;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.model.Article;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.text.ContentHash;

/** Small things that tests of this package are made of. */
final class SomeCopies {
  static final CopyLanes LANES = CopyLanes.of(Buckets.forInput(List.of()));

  static final Lane<ArticleEntry> ARTICLES =
      new Lane<>("articles", new ArticleEntry.Codec(settings().survivorOrder()), 1, 1 << 20);

  private SomeCopies() {}

  static ContentHash id(int number) {
    return new ContentHash(number, number);
  }

  static CopyPlace place(int number) {
    return new CopyPlace("a.jsonl", number, "https://example.org/" + number);
  }

  static byte[] order(int rank) {
    return new byte[] {(byte) rank};
  }

  /** Bytes of the fingerprint of a text. */
  static byte[] print(String title, String text) {
    Article article = new Article(title, null, List.of(), null, null, null, text, null, null);
    return new ArticleFingerprinter().fingerprint(article).toBytes();
  }

  static DuplicateSettings settings() {
    return DuplicateSettings.DEFAULT;
  }
}
