package org.copydesk.pipeline.stories;

import java.util.List;
import java.util.Locale;
import org.copydesk.model.StoredTime;
import org.copydesk.story.Origin;
import org.copydesk.story.StoryLife;
import org.copydesk.story.StoryPage;
import org.copydesk.story.StoryState;

/** Rows of the tables of stories and of their versions. */
final class StoryRow {
  private StoryRow() {}

  /**
   * @param origin null where it is not known
   * @param versions states of its chains
   */
  static Object[] of(StoryLife life, Origin origin, long versions) {
    StoryPage first = origin == null ? null : origin.page();
    return new Object[] {
      life.id().hex(),
      first == null ? null : first.id().hex(),
      origin == null ? null : origin.evidence().stored(),
      List.<Object>copyOf(life.outlets()),
      StoredTime.micros(life.firstSeen()),
      StoredTime.micros(life.lastSeen()),
      life.articles(),
      life.copies(),
      versions,
      first == null ? null : first.site(),
      first == null ? null : first.url(),
      first == null ? null : first.sourceFile(),
      first == null ? null : first.sourceRecord()
    };
  }

  static Object[] of(StoryLife life, StoryState state) {
    StoryPage page = state.page();
    return new Object[] {
      life.id().hex(),
      page.url(),
      (long) state.n(),
      page.id().hex(),
      StoredTime.micros(state.seenAt()),
      StoredTime.micros(state.modifiedAt()),
      state.added(),
      state.removed(),
      page.text(),
      state.chain().hex(),
      state.keptId().hex(),
      state.relation() == null ? null : state.relation().name().toLowerCase(Locale.ROOT),
      StoredTime.micros(state.lastSeenAt()),
      page.site()
    };
  }
}
