package org.copydesk.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class StoryLifeTest {
  @Test
  void pagesOutletsAndTimesAreAddedUp() {
    StoryLife life = new StoryLife(ContentHash.of("story"));
    life.add(SomePages.on("oak.test").fetched("2024-03-05T01:00:00Z").page());
    life.add(
        SomePages.on("elm.test").lostTo("one", "exact").fetched("2024-03-07T01:00:00Z").page());
    life.add(
        SomePages.on("oak.test").lostTo("one", "near").published("2024-03-04T01:00:00Z").page());
    assertEquals(List.of("oak.test", "elm.test"), life.outlets());
    assertEquals("2024-03-04T01:00:00Z", life.firstSeen().toString());
    assertEquals("2024-03-07T01:00:00Z", life.lastSeen().toString());
    assertEquals(1, life.articles());
    assertEquals(2, life.copies());
    assertEquals(0, life.forgotten());
  }

  @Test
  void whatIsNotHeldByNameIsStillCounted() {
    StoryLife life = new StoryLife(ContentHash.of("story"));
    for (int i = 0; i < StoryLife.MOST_PAGES + 5; i++) {
      life.add(SomePages.on("elm.test").lostTo("one", "exact").record(i).page());
    }
    assertEquals(StoryLife.MOST_PAGES + 5, life.copies());
    assertEquals(5, life.forgotten());
    assertNull(life.firstSeen());
  }
}
