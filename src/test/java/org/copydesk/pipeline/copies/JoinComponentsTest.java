package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class JoinComponentsTest {
  private static EdgeEntry edge(int a, int b) {
    return new EdgeEntry(SomeCopies.id(a), SomeCopies.id(b));
  }

  @Test
  void chainsOfEdgesAreOneComponentAndOthersAnother() throws Exception {
    Map<ContentHash, ContentHash> components = new HashMap<>();
    WorkBucket.of(SomeCopies.LANES.edges(), new JoinComponents(SomeCopies.LANES.stories()))
        .given(edge(1, 2), edge(2, 3), edge(7, 8))
        .work()
        .on(SomeCopies.LANES.stories())
        .forEach(entry -> components.put(entry.id(), ((StoryEntry.Membership) entry).story()));
    assertThat(components.size(), is(5));
    assertThat(components.get(SomeCopies.id(1)), is(components.get(SomeCopies.id(3))));
    assertThat(components.get(SomeCopies.id(7)), is(components.get(SomeCopies.id(8))));
    assertThat(new HashSet<>(components.values()), hasSize(2));
  }
}
