package org.copydesk.pipeline;

import org.copydesk.html.HtmlPage;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;

/** Gives a page to the segmenter of its kind, with what its site taught. */
final class PageReader implements PageDesk.Reader {
  private final Segmenter text = new Segmenter(SegmentSettings.defaults());
  private final HtmlSegmenter html = new HtmlSegmenter(HtmlSettings.defaults());
  private final SiteModels sites;

  PageReader(SiteModels sites) {
    this.sites = sites;
  }

  @Override
  public PageDesk.Reading read(Page page) {
    if (page.kind() == Page.Kind.HTML) {
      SiteModel site = sites.forPage(page);
      HtmlPage read = html.read(page, site);
      return new PageDesk.Reading(read.text().length, read.segmented(), read.site() != null ? read.site() : site.name());
    }
    Segmenter.Reading read = text.read(page, sites);
    return new PageDesk.Reading(page.payload().length, read.segmented(), read.site().name());
  }
}
