package org.copydesk.model;

import java.util.Locale;

/** What a page is for: the values of the column {@code page_type}. */
public enum PageType {
  ARTICLE,
  /** An article that grows while the news goes on; known by what the page states alone. */
  LIVE,
  FORUM,
  PRODUCT,
  LISTING,
  COLLECTION,
  DOCUMENTATION,
  SERVICE;

  /** The name as it is stored, for example {@code article}. */
  public String stored() {
    return name().toLowerCase(Locale.ROOT);
  }
}
