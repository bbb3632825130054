package org.copydesk.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.dedup.Components;
import org.copydesk.dedup.StateTimes;
import org.copydesk.model.CopyKind;
import org.copydesk.text.ContentHash;

/**
 * The pages of a story in, its chains of states out: texts that one address had one after another,
 * and texts of one site of which one is a version of the other, in the order in which they came to
 * be. A text that was there before and comes again is the state it was, and the newest. What
 * another site ran is no state: it may be a copy of an earlier one.
 */
public final class VersionChains {
  private static final Comparator<State> ANYHOW =
      Comparator.comparing((State state) -> state.first.isKept())
          .thenComparing(state -> state.first.id());

  private VersionChains() {}

  /** A text with its pages. */
  private static final class State {
    final StoryPage first;
    final List<StoryPage> pages = new ArrayList<>();
    Instant modified;
    Instant seen;
    Instant last;

    State(StoryPage page) {
      first = page;
      add(page);
    }

    void add(StoryPage page) {
      pages.add(page);
      modified = earlier(modified, page.modifiedAt());
      sight(page.seenAt(), page.seenAt());
    }

    void sight(Instant from, Instant to) {
      seen = earlier(seen, from);
      last = last == null || (to != null && to.isAfter(last)) ? to : last;
    }

    private static Instant earlier(Instant a, Instant b) {
      return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
  }

  /**
   * The chains of two states or more, one after another.
   *
   * @param pages all pages of the story, in any order
   */
  public static List<StoryState> of(Collection<StoryPage> pages) {
    List<StoryPage> sorted = new ArrayList<>(pages);
    sorted.sort(StoryPage.FIRST_KNOWN);
    Map<ContentHash, State> states = new LinkedHashMap<>();
    Map<String, ContentHash> byAddress = new HashMap<>();
    Map<ContentHash, Set<String>> outlets = new HashMap<>();
    Components chains = new Components();
    for (StoryPage page : sorted) {
      State state = states.get(page.id());
      if (state == null) {
        states.put(page.id(), new State(page));
      } else {
        state.add(page);
      }
      String address = page.address();
      ContentHash other = address == null ? null : byAddress.putIfAbsent(address, page.id());
      if (other != null && !other.equals(page.id())) {
        chains.join(other, page.id());
      }
      outlets.computeIfAbsent(page.id(), id -> new HashSet<>()).add(page.outlet());
    }
    for (StoryPage page : sorted) {
      boolean isOfOneOutlet = outlets.getOrDefault(page.keptId(), Set.of()).contains(page.outlet());
      if (page.kind() == CopyKind.VERSION && isOfOneOutlet) {
        chains.join(page.keptId(), page.id());
      }
    }
    TreeMap<ContentHash, List<State>> found = new TreeMap<>();
    chains.forEach(
        (id, chain) -> {
          if (states.containsKey(id)) {
            found.computeIfAbsent(chain, key -> new ArrayList<>()).add(states.get(id));
          }
        });
    List<StoryState> out = new ArrayList<>();
    found.values().forEach(chain -> write(chain, out));
    return out;
  }

  private static void write(List<State> chain, List<StoryState> out) {
    chain.sort(StateTimes.of(chain, state -> state.pages).order().thenComparing(ANYHOW));
    foldIntoOlder(chain);
    if (chain.size() < 2) {
      return;
    }
    ContentHash id = chain.get(chain.size() - 1).first.id();
    StoryPage before = null;
    int n = 0;
    for (State state : chain) {
      StoryPage page = state.first;
      Long added =
          before == null ? null : (Long) StoryState.missing(page.paragraphs(), before.paragraphs());
      Long removed =
          before == null ? null : (Long) StoryState.missing(before.paragraphs(), page.paragraphs());
      out.add(
          new StoryState(
              id,
              ++n,
              page,
              state.first.keptId(),
              state.seen,
              state.last,
              state.modified,
              added,
              removed));
      before = page;
    }
  }

  /** A text that lost to an older state of its chain is that state, seen again. */
  private static void foldIntoOlder(List<State> chain) {
    Map<ContentHash, State> older = new HashMap<>();
    List<State> kept = new ArrayList<>();
    for (State state : chain) {
      State same = state.first.isKept() ? null : older.get(state.first.keptId());
      if (same != null) {
        same.sight(state.seen, state.last);
      } else {
        older.put(state.first.id(), state);
        kept.add(state);
      }
    }
    chain.clear();
    chain.addAll(kept);
  }
}
