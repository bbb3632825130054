package org.copydesk.pipeline.stories;

import java.util.Locale;
import org.copydesk.model.StoredTime;
import org.copydesk.row.StoryRow;
import org.copydesk.row.VersionRow;
import org.copydesk.story.Origin;
import org.copydesk.story.StoryLife;
import org.copydesk.story.StoryPage;
import org.copydesk.story.StoryState;

/** Rows of the tables of stories and of their versions. */
final class StoryRows {
  private StoryRows() {}

  /**
   * @param origin null where it is not known
   * @param versions states of its chains
   */
  static StoryRow of(StoryLife life, Origin origin, long versions) {
    StoryPage first = origin == null ? null : origin.page();
    return new StoryRow(
        life.id().hex(),
        first == null ? null : first.id().hex(),
        origin == null ? null : origin.evidence().stored(),
        life.outlets(),
        StoredTime.orNull(life.firstSeen()),
        StoredTime.orNull(life.lastSeen()),
        life.articles(),
        life.copies(),
        versions,
        first == null ? null : first.site(),
        first == null ? null : first.url(),
        first == null ? null : first.sourceFile(),
        first == null ? null : (Long) first.sourceRecord());
  }

  static VersionRow of(StoryLife life, StoryState state) {
    StoryPage page = state.page();
    return new VersionRow(
        life.id().hex(),
        page.url(),
        (long) state.n(),
        page.id().hex(),
        StoredTime.orNull(state.seenAt()),
        StoredTime.orNull(state.modifiedAt()),
        state.added(),
        state.removed(),
        page.text(),
        state.chain().hex(),
        state.keptId().hex(),
        state.relation() == null ? null : state.relation().name().toLowerCase(Locale.ROOT),
        StoredTime.orNull(state.lastSeenAt()),
        page.site());
  }
}
