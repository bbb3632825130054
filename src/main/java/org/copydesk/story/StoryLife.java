package org.copydesk.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.ContentHash;

/**
 * A story from its first page to its last. Takes pages one by one, the first known first, and
 * counts all; by name it holds {@link #MOST_PAGES} pages and {@link #MOST_OUTLETS} outlets.
 */
public final class StoryLife {
  /** Pages held by name; 400 bytes each, 8 a paragraph, and their texts where those are kept. */
  public static final int MOST_PAGES = 4_096;

  /** Outlets held by name. */
  public static final int MOST_OUTLETS = 1_000;

  private final ContentHash id;
  private final List<StoryPage> pages = new ArrayList<>();
  private final Set<String> outlets = new LinkedHashSet<>();
  private Instant first;
  private Instant last;
  private long articles;
  private long copies;

  public StoryLife(ContentHash id) {
    this.id = id;
  }

  /** The next page, in the order of {@link StoryPage#FIRST_KNOWN}. */
  public void add(StoryPage page) {
    Instant seen = page.seenAt();
    if (seen != null) {
      first = first == null || seen.isBefore(first) ? seen : first;
      last = last == null || seen.isAfter(last) ? seen : last;
    }
    articles += page.isKept() ? 1 : 0;
    copies += page.isKept() ? 0 : 1;
    if (page.site() != null && outlets.size() < MOST_OUTLETS) {
      outlets.add(page.site());
    }
    if (pages.size() < MOST_PAGES) {
      pages.add(page);
    }
  }

  public ContentHash id() {
    return id;
  }

  /** The first of its pages. */
  public List<StoryPage> pages() {
    return List.copyOf(pages);
  }

  /** Sites that ran it, in the order in which they are first known to have. */
  public List<String> outlets() {
    return List.copyOf(outlets);
  }

  /** When a page of it was first seen; null when unknown. */
  public Instant firstSeen() {
    return first;
  }

  /** When a page of it was last seen; null when unknown. */
  public Instant lastSeen() {
    return last;
  }

  /** Articles of it that are in the corpus. */
  public long articles() {
    return articles;
  }

  /** Pages of it that lost to one of these. */
  public long copies() {
    return copies;
  }

  /** Pages that origin and versions were not looked for in, for want of room. */
  public long forgotten() {
    return articles + copies - pages.size();
  }
}
