package org.copydesk.segment;

import org.copydesk.model.Page;
import org.copydesk.text.WebAddress;

/** What a page's site is known by before anything is learned of it. */
final class SiteName {
  private SiteName() {}

  /** The name the page was given, else the host of its address; null where it has neither. */
  static String of(Page page) {
    return page.site() != null ? page.site() : WebAddress.host(page.url());
  }
}
