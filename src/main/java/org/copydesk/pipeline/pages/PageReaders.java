package org.copydesk.pipeline.pages;

import java.io.Serializable;
import org.copydesk.html.HtmlSettings;
import org.copydesk.segment.SiteModels;

/** Makes what takes pages apart, on each worker, once the sites are learned. */
public interface PageReaders extends Serializable {
  TakePagesApart.Reader with(SiteModels sites);

  /**
   * The segmenter of a page's kind.
   *
   * @param html how HTML is taken apart
   * @param leastConfidence of fields and articles; 0 for all
   */
  record ByKind(HtmlSettings html, double leastConfidence) implements PageReaders {
    public ByKind(HtmlSettings html) {
      this(html, 0);
    }

    @Override
    public TakePagesApart.Reader with(SiteModels sites) {
      return new PageReader(sites, html, leastConfidence);
    }
  }
}
