package org.copydesk.pipeline.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.copydesk.model.SiteTally;
import org.copydesk.segment.SiteModels;

/**
 * What sites are called for people: a site that is known by the lines of its pages alone, {@code
 * template-722bb51147be}, is {@code tri-county-post} where all its pages lie in a folder of that
 * name, else what its pages are headed with.
 */
public final class SiteNames {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SiteNames() {}

  /** The name of a site. */
  public static String of(SiteTally site) {
    boolean isInOneFolder = site.folder() != null && !site.folder().equals(SiteTally.SEVERAL);
    boolean isMade = SiteModels.isLearnedName(site.site());
    if (isInOneFolder && (isMade || site.site().endsWith("/" + site.folder()))) {
      return site.folder();
    }
    if (!isMade) {
      return site.site();
    }
    String masthead = masthead(site.learned());
    return masthead == null ? site.site() : masthead;
  }

  private static String masthead(String learned) {
    try {
      return learned == null ? null : JSON.readTree(learned).path("masthead").textValue();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was learned of a site is no JSON", e);
    }
  }
}
