package org.copydesk.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SiteLayoutTest {
  private static PageLayout page(String body, long fetched) {
    return new PageLayout("h1", "", "", body, "", fetched);
  }

  /** Pages of {@code one}, then of {@code other}, fetched one after another. */
  private static List<PageLayout> pages(String one, int before, String other, int after) {
    List<PageLayout> pages = new ArrayList<>();
    for (int i = 0; i < before + after; i++) {
      pages.add(page(i < before ? one : other, i));
    }
    Collections.shuffle(pages, new Random(22));
    return pages;
  }

  @Test
  void theBodyMovedWhereNearlyAllPagesHadItElsewhereBefore() {
    assertEquals(true, SiteLayout.of(pages("a", 3, "b", 3)).isChanged());
    assertEquals(true, SiteLayout.of(pages("a", 20, "b", 20)).isChanged());
  }

  @Test
  void pagesOfTwoMakesSideBySideAreNoChange() {
    List<PageLayout> mixed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      mixed.add(page(i % 2 == 0 ? "a" : "b", i));
    }
    assertEquals(false, SiteLayout.of(mixed).isChanged());
    assertEquals(false, SiteLayout.of(pages("a", 40, "b", 2)).isChanged());
  }

  @Test
  void tooFewPagesWithATimeDoNotTell() {
    assertNull(SiteLayout.of(pages("a", 3, "b", 2)).isChanged());
    List<PageLayout> untimed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      untimed.add(page(i < 20 ? "a" : "b", PageLayout.UNTIMED));
    }
    assertNull(SiteLayout.of(untimed).isChanged());
  }

  @Test
  void placesAreTheCommonestFirstAndBounded() {
    List<PageLayout> pages = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      for (int n = 0; n <= i; n++) {
        pages.add(page("div." + i, PageLayout.UNTIMED));
      }
    }
    List<SiteLayout.Place> body = SiteLayout.of(pages).places("body");
    assertEquals(new SiteLayout.Place("div.29", 30), body.get(0));
    assertEquals(5, body.size());
    assertEquals(List.of(), SiteLayout.of(pages).places("byline"));
    Collections.shuffle(pages, new Random(22));
    assertEquals(body, SiteLayout.of(pages).places("body"));
  }

  @Test
  void itIsReadAsItWasWritten() throws IOException {
    List<SiteLayout> layouts =
        List.of(
            SiteLayout.NONE,
            SiteLayout.of(pages("a", 5, "b", 5)),
            SiteLayout.of(pages("a", 10, "b", 1)),
            SiteLayout.of(List.of(page("a", 1))));
    for (SiteLayout layout : layouts) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      layout.write(new DataOutputStream(out));
      SiteLayout read =
          SiteLayout.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
      assertEquals(layout.isKnown(), read.isKnown());
      assertEquals(layout.isChanged(), read.isChanged());
      for (String part : PageLayout.PARTS) {
        assertEquals(layout.places(part), read.places(part));
      }
    }
  }

  @Test
  void pagesOfTextHaveNone() {
    SiteLayout layout = SiteLayout.of(List.of(PageLayout.NONE, PageLayout.NONE));
    assertFalse(layout.isKnown());
    assertEquals(List.of(), layout.places("body"));
    assertTrue(SiteLayout.of(List.of(page("a", 1))).isKnown());
  }
}
