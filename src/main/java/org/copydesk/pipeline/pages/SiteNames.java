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

  /** Letters without which a folder is a day or a number and no name. */
  private static final int LEAST_LETTERS = 2;

  private SiteNames() {}

  /** The innermost folder of a file that has a name; null where none has. */
  public static String folder(String sourceFile) {
    int end = sourceFile.lastIndexOf('/');
    while (end > 0) {
      int start = sourceFile.lastIndexOf('/', end - 1) + 1;
      String folder = sourceFile.substring(start, end);
      if (folder.codePoints().filter(Character::isLetter).count() >= LEAST_LETTERS) {
        return folder;
      }
      end = start - 1;
    }
    return null;
  }

  /** The name of a site. */
  public static String of(SiteTally site) {
    if (!SiteModels.isLearnedName(site.site())) {
      return site.site();
    }
    boolean isInOneFolder = site.folder() != null && !site.folder().equals(SiteTally.SEVERAL);
    if (isInOneFolder) {
      return site.folder();
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
