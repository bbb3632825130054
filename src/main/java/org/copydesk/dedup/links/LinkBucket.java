package org.copydesk.dedup.links;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.text.ContentHash;

/**
 * Link keys in, teasers sent to articles out. Takes a stream sorted by (key, articles before
 * teasers, id) in one pass and holds the articles of one key, at most {@link #MOST}; a key with
 * more ("AMMAN - His Majesty King") says nothing, is skipped and counted.
 */
public final class LinkBucket {
  /** Most articles under a key that is used. */
  public static final int MOST = 50;

  /** Where candidates go. */
  @FunctionalInterface
  public interface Candidates {
    void accept(ContentHash articleId, LinkMethod method, ContentHash teaserId);

    /** A teaser has a key that too many articles have. */
    default void skipped(ContentHash teaserId) {}
  }

  private final Candidates out;
  private final List<ContentHash> articles = new ArrayList<>();
  private long key;
  private LinkMethod method;
  private ContentHash lastTeaser;
  private boolean isCrowded;
  private long met;
  private long skipped;

  public LinkBucket(Candidates out) {
    this.out = out;
  }

  /** The next article's key. */
  public void article(long linkKey, LinkMethod linkMethod, ContentHash id) {
    open(linkKey, linkMethod);
    if (isCrowded || (!articles.isEmpty() && articles.get(articles.size() - 1).equals(id))) {
      return;
    }
    if (articles.size() == MOST) {
      isCrowded = true;
      articles.clear();
      return;
    }
    articles.add(id);
  }

  /** The next teaser's key. */
  public void teaser(long linkKey, LinkMethod linkMethod, ContentHash id) {
    open(linkKey, linkMethod);
    if (id.equals(lastTeaser)) {
      return;
    }
    if (lastTeaser == null && (isCrowded || !articles.isEmpty())) {
      met++;
      skipped += isCrowded ? 1 : 0;
    }
    if (isCrowded) {
      out.skipped(id);
    }
    lastTeaser = id;
    for (ContentHash article : articles) {
      out.accept(article, linkMethod, id);
    }
  }

  /** Keys so far that a teaser and an article have. */
  public long met() {
    return met;
  }

  /** Those of them with more than {@link #MOST} articles. */
  public long skipped() {
    return skipped;
  }

  private void open(long linkKey, LinkMethod linkMethod) {
    if (linkKey != key || linkMethod != method) {
      key = linkKey;
      method = linkMethod;
      articles.clear();
      lastTeaser = null;
      isCrowded = false;
    }
  }
}
