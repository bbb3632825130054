package org.copydesk.pipeline.pages;

import java.io.IOException;
import java.util.List;
import org.copydesk.dedup.Erasure;
import org.copydesk.html.tree.TextTooLong;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.RejectStage;
import org.copydesk.model.Rejected;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.segment.SiteFolder;
import org.copydesk.text.WebAddress;
import org.copydesk.text.WorkLimit;

/**
 * Takes pages apart one by one and hands on what they hold: the article with all that is measured
 * while its text is in hand, the teasers, the spans, or why there is no article.
 *
 * <p>A page whose segmenting fails is a reject; its neighbours are not touched. Holds one page.
 */
public final class TakePagesApart {
  /** Takes what a page gives. */
  public interface Out {
    void article(Annotator.Annotated article) throws IOException;

    /**
     * @param isFront whether the page has no article of its own
     */
    void teasers(Page page, List<Teaser> teasers, String site, boolean isFront) throws IOException;

    void span(Page page, Span span) throws IOException;

    /**
     * @param site of its page; null when unknown
     */
    void rejected(Page page, Rejected rejected, String site) throws IOException;

    /** A part of a page that is neither its article nor a record of its own. */
    void part(Page page, Rejected part, String site) throws IOException;

    void page(String site, boolean hasArticle, int teasers);
  }

  /**
   * A page taken apart.
   *
   * @param textLength bytes of its text as spans count it
   * @param site name of the site it was taken for; null when none is known
   */
  public record Reading(int textLength, Segmented segmented, String site) {}

  /** Takes one page apart. */
  public interface Reader {
    Reading read(Page page);
  }

  private final Reader reader;
  private final Annotator annotator;
  private final boolean wantsSpans;
  private final long unitsAPage;
  private final ArticleBounds bounds;
  private Erasure erasure = Erasure.NONE;
  private long fieldsCut;
  private long uncoveredBytes;
  private long textBytes;

  public TakePagesApart(Reader reader, Annotator annotator, boolean wantsSpans, int maxFieldChars) {
    this(reader, annotator, wantsSpans, maxFieldChars, WorkLimit.PAGE_UNITS);
  }

  /** The same without teasers of what must not be anywhere. */
  public TakePagesApart without(Erasure gone) {
    erasure = gone;
    return this;
  }

  /**
   * @param maxFieldChars longest title, name or address; the rest is cut
   * @param unitsAPage work after which a page is given up
   */
  public TakePagesApart(
      Reader reader, Annotator annotator, boolean wantsSpans, int maxFieldChars, long unitsAPage) {
    this.unitsAPage = unitsAPage;
    bounds = new ArticleBounds(maxFieldChars);
    this.reader = reader;
    this.annotator = annotator;
    this.wantsSpans = wantsSpans;
  }

  /**
   * Bytes of pages that no span covered or that two covered, so far; 0 unless something is wrong.
   */
  public long uncoveredBytes() {
    return uncoveredBytes;
  }

  /** Bytes of the texts that spans count, so far. */
  public long textBytes() {
    return textBytes;
  }

  /** Values over their bound that were cut or left out, so far. */
  public long fieldsCut() {
    return fieldsCut;
  }

  public void take(Page page, Out out) throws IOException {
    try (LargePages.InHand inHand = LargePages.take(page.payload().length)) {
      takeInHand(page, out);
    }
  }

  private void takeInHand(Page page, Out out) throws IOException {
    Reading reading;
    String site;
    Annotator.Annotated annotated;
    List<Teaser> teasers;
    long gaps;
    bounds.start();
    // Whatever can fail is done before anything is handed on: a page goes whole or not at all.
    try (WorkLimit limit = WorkLimit.begin(unitsAPage)) {
      reading = reader.read(page);
      gaps = gaps(reading.segmented().spans(), reading.textLength());
      Article article = reading.segmented().article();
      site = siteOf(page, article, reading.site());
      WorkLimit.check();
      teasers = left(bounds.teasers(reading.segmented().teasers()));
      annotated = article == null ? null : annotate(page, article, site);
    } catch (RuntimeException | StackOverflowError e) {
      refuse(page, e, out);
      return;
    }
    Segmented segmented = reading.segmented();
    uncoveredBytes += gaps;
    textBytes += reading.textLength();
    fieldsCut += bounds.count();
    out.teasers(page, teasers, site, annotated == null);
    if (annotated == null) {
      out.rejected(
          page,
          new Rejected(
              page.sourceFile(),
              page.sourceRecord(),
              0,
              page.payload().length,
              RejectStage.SEGMENT,
              segmented.skipReason(),
              null,
              page.url()),
          site);
    } else {
      out.article(annotated);
    }
    for (Segmented.Stretch story : segmented.otherStories()) {
      out.part(
          page,
          new Rejected(
              page.sourceFile(),
              page.sourceRecord(),
              story.start(),
              story.end(),
              RejectStage.SEGMENT,
              Reason.OTHER_STORY,
              null,
              page.url()),
          site);
    }
    if (wantsSpans) {
      for (Span span : segmented.spans()) {
        out.span(page, span);
      }
    }
    out.page(site, annotated != null, teasers.size());
  }

  private List<Teaser> left(List<Teaser> teasers) {
    return erasure.isEmpty()
        ? teasers
        : teasers.stream().filter(teaser -> !erasure.covers(teaser)).toList();
  }

  private void refuse(Page page, Throwable e, Out out) throws IOException {
    Reason reason = Reason.SEGMENTER_FAILED;
    if (e instanceof StackOverflowError) {
      reason = Reason.SEGMENTER_OVERFLOWED;
    } else if (e instanceof WorkLimit.Exceeded) {
      reason = Reason.WORK_LIMIT;
    } else if (e instanceof TextTooLong) {
      reason = Reason.PAYLOAD_TOO_LARGE;
    }
    int length = page.payload().length;
    textBytes += length;
    String site = siteOf(page, null, null);
    out.rejected(
        page,
        new Rejected(
            page.sourceFile(),
            page.sourceRecord(),
            0,
            length,
            RejectStage.SEGMENT,
            reason,
            messageOf(e),
            page.url()),
        site);
    if (wantsSpans && length > 0) {
      out.span(page, new Span(0, length, Label.REJECTED, reason.stored()));
    }
    out.page(site, false, 0);
  }

  /** What failed and where: the message of an exception may hold words of the page. */
  private static String messageOf(Throwable e) {
    StackTraceElement[] stack = e.getStackTrace();
    return e.getClass().getSimpleName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }

  /** Bytes by which spans miss a text of this length: gaps, overlaps and what lies outside. */
  static long gaps(List<Span> spans, int length) {
    long missed = 0;
    int at = 0;
    for (Span span : spans) {
      missed += Math.abs(span.start() - at);
      at = span.end();
    }
    return missed + Math.abs(length - at);
  }

  /**
   * The name the page was given; else the host of the page's address without {@code www.}; else the
   * site it was taken for, else the named folder it lies in, else its folder.
   */
  public static String siteOf(Page page, Article article, String learned) {
    if (page.site() != null) {
      return page.site();
    }
    String host = WebAddress.host(page.url());
    if (host == null && article != null) {
      host = article.site() != null ? article.site() : WebAddress.host(article.url());
    }
    if (host != null || learned != null) {
      return host != null ? host : learned;
    }
    String folder = SiteFolder.path(page.sourceFile());
    if (folder != null) {
      return folder;
    }
    int slash = page.sourceFile().lastIndexOf('/');
    return slash <= 0 ? null : page.sourceFile().substring(0, slash);
  }

  private Annotator.Annotated annotate(Page page, Article article, String site) {
    Article bounded = bounds.article(article.withContainers(page), site);
    return annotator.annotate(page, bounded, bounds.mark(page.metadata()));
  }
}
