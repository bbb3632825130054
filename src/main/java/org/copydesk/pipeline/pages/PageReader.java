package org.copydesk.pipeline.pages;

import org.copydesk.html.HtmlPage;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;

/** Gives a page to the segmenter of its kind, with what its site taught. */
public final class PageReader implements TakePagesApart.Reader {
  private final Segmenter text = new Segmenter(SegmentSettings.defaults());
  private final HtmlSegmenter html;
  private final SiteModels sites;
  private final double leastConfidence;

  public PageReader(SiteModels sites, HtmlSettings settings) {
    this(sites, settings, 0);
  }

  /**
   * @param leastConfidence of what is handed on: {@link
   *     org.copydesk.model.Segmented#withLeastConfidence}
   */
  public PageReader(SiteModels sites, HtmlSettings settings, double leastConfidence) {
    this.sites = sites;
    this.leastConfidence = leastConfidence;
    html = new HtmlSegmenter(settings);
  }

  @Override
  public TakePagesApart.Reading read(Page page) {
    if (page.kind() == Page.Kind.HTML) {
      SiteModel site = sites.forPage(page);
      HtmlPage read = html.read(page, site);
      return new TakePagesApart.Reading(
          read.text().length,
          read.segmented().withLeastConfidence(leastConfidence),
          read.site() != null ? read.site() : site.name());
    }
    Segmenter.Reading read = text.read(page, sites);
    return new TakePagesApart.Reading(
        page.payload().length,
        read.segmented().withLeastConfidence(leastConfidence),
        read.site().name());
  }
}
