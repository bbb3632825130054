package org.copydesk.model;

import java.util.List;

/**
 * What a page states of its article for machines, beside the fields that readers see.
 *
 * @param section part of the paper; null when none
 * @param keywords in their order; empty when none
 * @param description null when none
 * @param image address of the article's image; null when none
 * @param isPaywalled whether only subscribers read it all; null when that is not said
 * @param isTruncated whether the crawler kept only the beginning of the page
 * @param rights what may be done with it
 */
public record Stated(
    String section,
    List<String> keywords,
    String description,
    String image,
    Boolean isPaywalled,
    boolean isTruncated,
    Rights rights) {
  public static final Stated NOTHING =
      new Stated(null, List.of(), null, null, null, false, Rights.NONE);

  public Stated {
    keywords = List.copyOf(keywords);
  }

  /** The same with what the page's container says; where they differ the page counts. */
  public Stated with(Rights containers, boolean wasTruncated) {
    return new Stated(
        section,
        keywords,
        description,
        image,
        isPaywalled,
        isTruncated || wasTruncated,
        rights.and(containers));
  }
}
