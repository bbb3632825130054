package org.copydesk.pipeline;

import java.io.Serializable;
import org.copydesk.html.HtmlSettings;
import org.copydesk.segment.SiteModels;

/** Makes what takes pages apart, on each worker, once the sites are learned. */
interface PageReaders extends Serializable {
  PageDesk.Reader with(SiteModels sites);

  /**
   * The segmenter of a page's kind.
   *
   * @param html how HTML is taken apart
   */
  record ByKind(HtmlSettings html) implements PageReaders {
    @Override
    public PageDesk.Reader with(SiteModels sites) {
      return new PageReader(sites, html);
    }
  }
}
