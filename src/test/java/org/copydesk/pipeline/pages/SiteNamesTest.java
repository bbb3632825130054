package org.copydesk.pipeline.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.copydesk.model.SiteTally;
import org.copydesk.segment.SiteModels;
import org.junit.jupiter.api.Test;

class SiteNamesTest {
  private static final String MADE = "template-722bb51147be";

  private static String name(String site, String learned, String folder) {
    return SiteNames.of(new SiteTally(site, 1, 1, 0, learned, folder, null));
  }

  @Test
  void aHostIsItsOwnName() {
    assertEquals("elm.test", name("elm.test", "{\"masthead\":\"Elm Gazette\"}", null));
    assertEquals("elm.test", name("elm.test", null, "papers"));
  }

  @Test
  void aSiteKnownByItsLinesIsCalledByItsFolderThenByItsHead() {
    assertEquals(true, SiteModels.isLearnedName(MADE));
    assertEquals("tri-county-post", name(MADE, "{\"masthead\":\"Post\"}", "tri-county-post"));
    assertEquals("Post", name(MADE, "{\"masthead\":\"Post\"}", SiteTally.SEVERAL));
    assertEquals("Post", name(MADE, "{\"masthead\":\"Post\"}", null));
    assertEquals(MADE, name(MADE, "{}", null));
    assertEquals(MADE, name(MADE, null, null));
  }

  @Test
  void aFolderThatIsTheSiteIsNamedWithoutWhatIsAboveIt() {
    assertEquals("post", name("papers/post", null, "post"));
  }

  @Test
  void whatWasLearnedIsJsonOrAFault() {
    assertThrows(IllegalStateException.class, () -> name(MADE, "no JSON", null));
  }
}
