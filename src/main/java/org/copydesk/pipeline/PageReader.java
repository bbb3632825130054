package org.copydesk.pipeline;

import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;

/** Gives a page to the segmenter of its kind. */
final class PageReader implements PageDesk.Reader {
  private final Segmenter text = new Segmenter(SegmentSettings.defaults());

  @Override
  public PageDesk.Reading read(Page page) {
    Segmented segmented = text.segment(page, SiteModel.NONE);
    return new PageDesk.Reading(page.payload().length, segmented);
  }
}
