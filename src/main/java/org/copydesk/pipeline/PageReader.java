package org.copydesk.pipeline;

import org.copydesk.html.HtmlPage;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;

/** Gives a page to the segmenter of its kind. */
final class PageReader implements PageDesk.Reader {
  private final Segmenter text = new Segmenter(SegmentSettings.defaults());
  private final HtmlSegmenter html = new HtmlSegmenter(HtmlSettings.defaults());

  @Override
  public PageDesk.Reading read(Page page) {
    if (page.kind() == Page.Kind.HTML) {
      HtmlPage read = html.read(page);
      return new PageDesk.Reading(read.text().length, read.segmented());
    }
    return new PageDesk.Reading(page.payload().length, text.segment(page, SiteModel.NONE));
  }
}
