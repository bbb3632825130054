package org.copydesk.pipeline.copies;

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
import org.copydesk.pipeline.pages.ClassifyTopics.Topics;
import org.copydesk.text.ArticleWords;

/**
 * An article on its ways: itself to where its row is written, its fingerprint to where copies meet,
 * and its band keys and that of its address to where candidates are found.
 */
public final class SendArticle {
  private final Lane<ArticleEntry> articles;
  private final CopyLanes copies;
  private final ArticleFingerprinter fingerprinter;
  private final SurvivorOrder survivors;

  public SendArticle(Lane<ArticleEntry> articles, CopyLanes copies, DuplicateSettings duplicates) {
    this.articles = articles;
    this.copies = copies;
    this.fingerprinter = duplicates.near() ? new ArticleFingerprinter() : null;
    this.survivors = duplicates.survivorOrder();
  }

  /**
   * Sends an article.
   *
   * @param topics what it is about
   * @param unit number of the part of the unit in which it was read
   * @param keys takes its band keys; null for an exact copy, whose keys say nothing new
   */
  public void send(
      ArticleRecord article, Topics topics, int unit, ArticleWords words, Sender out, Sender keys) {
    out.send(articles, new ArticleEntry.Body(article, topics, unit));
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
    if (keys != null) {
      for (long key : fingerprinter.bandKeys()) {
        keys.send(copies.bands(), new BandEntry(key, article.id()));
      }
    }
  }
}
