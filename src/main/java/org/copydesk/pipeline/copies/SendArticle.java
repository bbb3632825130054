package org.copydesk.pipeline.copies;

import java.util.HashSet;
import java.util.Set;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.Sender;
import org.copydesk.dedup.ArticleFingerprinter;
import org.copydesk.dedup.CopyPlace;
import org.copydesk.dedup.DuplicateSettings;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.StatesOfAddress;
import org.copydesk.dedup.SurvivorOrder;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.ContentHash;

/**
 * An article on its ways: itself to where its row is written, its fingerprint to where copies meet,
 * and its band keys and that of its address to where candidates are found. Memory: {@link
 * #MOST_SEEN} ids.
 */
public final class SendArticle {
  /** Ids remembered: the keys of an exact copy say nothing new. */
  private static final int MOST_SEEN = 1 << 16;

  private final Lane<ArticleEntry> articles;
  private final CopyLanes copies;
  private final ArticleFingerprinter fingerprinter;
  private final SurvivorOrder survivors;
  private final Set<ContentHash> seen = new HashSet<>();

  public SendArticle(Lane<ArticleEntry> articles, CopyLanes copies, DuplicateSettings duplicates) {
    this.articles = articles;
    this.copies = copies;
    this.fingerprinter = duplicates.near() ? new ArticleFingerprinter() : null;
    this.survivors = duplicates.survivorOrder();
  }

  /** Forgets the ids seen, so that what is sent depends on the unit alone. */
  public void start() {
    seen.clear();
  }

  public void send(ArticleRecord article, ArticleWords words, Sender out) {
    out.send(articles, new ArticleEntry.Body(article));
    if (fingerprinter == null) {
      return;
    }
    Fingerprint print = fingerprinter.fingerprint(article.article(), words, article.id());
    CopyPlace place = ArticleEntry.place(article);
    byte[] order = survivors.key(ArticleEntry.head(article));
    out.send(copies.prints(), new PrintEntry.Print(article.id(), order, place, print.toBytes()));
    // An exact copy may stand at another address.
    long address = StatesOfAddress.key(article.article().url());
    if (address != 0) {
      out.send(copies.bands(), new BandEntry(address, article.id()));
    }
    if (seen.size() < MOST_SEEN && seen.add(article.id())) {
      for (long key : fingerprinter.bandKeys()) {
        out.send(copies.bands(), new BandEntry(key, article.id()));
      }
    }
  }
}
