package org.copydesk.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.copydesk.dedup.UrlKey;
import org.copydesk.segment.fields.ProviderReader;

/**
 * Who had a story first. In this order: the page that copies on other sites say they live at; the
 * outlet that credit lines name; the earliest publication, as far as precision allows; the first
 * crawl, where the next is long after it. Nobody, where evidence disagrees: pointers that lead to
 * two places, a credit that names another outlet than the links, a page that is surely older, or a
 * pointer to what is not in the corpus.
 */
public final class OriginPolicy {
  /** Version of the rules, for manifests. */
  public static final int VERSION = 1;

  /**
   * A page so much older than the one that pointers lead to contradicts them; less may be a clock,
   * a zone or an embargo.
   */
  private static final Duration OLDER = Duration.ofDays(1);

  /** A night's crawl visits sites in any order: what is nearer than this says nothing. */
  private static final Duration CRAWL_GAP = Duration.ofHours(12);

  private OriginPolicy() {}

  /** What pointers of one sort say. */
  private sealed interface Pointers permits Silent, Leads, Disagree {}

  /** There are none. */
  private record Silent() implements Pointers {}

  /** All lead to one place. */
  private record Leads(String target) implements Pointers {}

  /** They lead to several places, in a circle, or out of the corpus. */
  private record Disagree() implements Pointers {}

  /**
   * The origin of a story.
   *
   * @param pages all pages of the story, in any order
   * @return empty where it is not known
   */
  public static Optional<Origin> of(Collection<StoryPage> pages) {
    List<StoryPage> sorted = new ArrayList<>(pages);
    sorted.sort(StoryPage.FIRST_KNOWN);
    TreeMap<String, List<StoryPage>> outlets = new TreeMap<>();
    for (StoryPage page : sorted) {
      outlets.computeIfAbsent(page.outlet(), outlet -> new ArrayList<>()).add(page);
    }
    Pointers links = outlets.size() > 1 ? links(sorted) : new Silent();
    Pointers credits = outlets.size() > 1 ? credits(sorted, outlets) : new Silent();
    if (links instanceof Disagree) {
      return Optional.empty();
    }
    if (links instanceof Leads leads) {
      StoryPage page = first(sorted, each -> leads.target().equals(each.address()));
      boolean isCredited =
          !(credits instanceof Leads credit) || credit.target().equals(page.outlet());
      return isCredited && !isYounger(page, sorted)
          ? Optional.of(new Origin(page, OriginEvidence.CANONICAL))
          : Optional.empty();
    }
    if (credits instanceof Disagree) {
      return Optional.empty();
    }
    if (credits instanceof Leads leads) {
      StoryPage page = outlets.get(leads.target()).get(0);
      return isYounger(page, sorted)
          ? Optional.empty()
          : Optional.of(new Origin(page, OriginEvidence.CREDIT));
    }
    return byTime(sorted);
  }

  /** Follows the addresses that pages on other sites say they live at. */
  private static Pointers links(List<StoryPage> pages) {
    Map<String, String> site = new HashMap<>();
    for (StoryPage page : pages) {
      if (page.address() != null) {
        site.putIfAbsent(page.address(), page.outlet());
      }
    }
    Map<String, Set<String>> links = new LinkedHashMap<>();
    boolean leadsOut = false;
    for (StoryPage page : pages) {
      String target = UrlKey.of(page.canonicalUrl());
      if (target == null || page.address() == null || isOwnSite(target, page)) {
        continue;
      }
      if (!site.containsKey(target)) {
        leadsOut = true;
      } else if (!site.get(target).equals(page.outlet())) {
        links.computeIfAbsent(page.address(), from -> new TreeSet<>()).add(target);
      }
    }
    return follow(links, leadsOut);
  }

  private static boolean isOwnSite(String target, StoryPage page) {
    return target.equals(page.outlet()) || target.startsWith(page.outlet() + "/");
  }

  /** Follows the outlets that credit lines name. */
  private static Pointers credits(List<StoryPage> pages, TreeMap<String, List<StoryPage>> outlets) {
    Map<String, OutletNames> names = new TreeMap<>();
    outlets.forEach(
        (outlet, own) -> {
          OutletNames known = OutletNames.of(own.get(0).site(), null);
          own.stream()
              .map(StoryPage::siteName)
              .filter(name -> name != null)
              .distinct()
              .forEach(known::addName);
          names.put(outlet, known);
        });
    Map<String, Set<String>> credits = new LinkedHashMap<>();
    boolean leadsOut = false;
    Map<String, Set<String>> read = new HashMap<>();
    for (StoryPage page : pages) {
      if (page.provider() == null) {
        continue;
      }
      Set<String> named = read.computeIfAbsent(page.provider(), credit -> named(credit, names));
      Set<String> others = new TreeSet<>(named);
      others.remove(page.outlet());
      if (!others.isEmpty()) {
        credits.computeIfAbsent(page.outlet(), from -> new TreeSet<>()).addAll(others);
      } else if (named.isEmpty()) {
        leadsOut |= ProviderReader.credit(page.provider()) == ProviderReader.HOUSE;
      }
    }
    return follow(credits, leadsOut);
  }

  private static Set<String> named(String credit, Map<String, OutletNames> names) {
    Set<String> named = new TreeSet<>();
    names.forEach(
        (outlet, known) -> {
          if (known.areIn(credit)) {
            named.add(outlet);
          }
        });
    return named;
  }

  /**
   * The one end that all pointers lead to.
   *
   * @param leadsOut whether one leads to what is not there
   */
  private static Pointers follow(Map<String, Set<String>> pointers, boolean leadsOut) {
    if (pointers.isEmpty()) {
      return leadsOut ? new Disagree() : new Silent();
    }
    Set<String> ends = new HashSet<>();
    pointers.values().forEach(ends::addAll);
    ends.removeAll(pointers.keySet());
    return ends.size() == 1 && !leadsOut ? new Leads(ends.iterator().next()) : new Disagree();
  }

  private static StoryPage first(List<StoryPage> pages, Predicate<StoryPage> wanted) {
    return pages.stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Whether a page of another outlet is surely older. */
  private static boolean isYounger(StoryPage page, List<StoryPage> pages) {
    PublishedSpan span = PublishedSpan.of(page);
    return pages.stream()
        .anyMatch(
            other ->
                !other.outlet().equals(page.outlet())
                    && PublishedSpan.of(other).isBefore(span, OLDER));
  }

  private static Optional<Origin> byTime(List<StoryPage> pages) {
    PublishedSpan earliestEnd = null;
    for (StoryPage page : pages) {
      PublishedSpan span = PublishedSpan.of(page);
      boolean isDated = page.publishedAt() != null;
      earliestEnd =
          isDated && (earliestEnd == null || span.end().isBefore(earliestEnd.end()))
              ? span
              : earliestEnd;
    }
    List<StoryPage> mayBe = new ArrayList<>();
    for (StoryPage page : pages) {
      if (earliestEnd == null || PublishedSpan.of(page).from().isBefore(earliestEnd.end())) {
        mayBe.add(page);
      }
    }
    boolean isPublished = earliestEnd != null && isOneOutlet(mayBe);
    boolean isOne = isOneOutlet(mayBe) && isOneText(mayBe);
    List<StoryPage> first = isOne ? mayBe : crawledFirst(mayBe);
    boolean isKnown = isOneOutlet(first) && isOneText(first);
    if (!isKnown && isPublished && !isOneOutlet(pages)) {
      // Which of its own pages came first is not known; that others came later is.
      isKnown = !first.get(0).outlet().isEmpty();
    }
    return isKnown
        ? Optional.of(
            new Origin(
                first.get(0), isPublished ? OriginEvidence.PUBLISHED : OriginEvidence.CRAWLED))
        : Optional.empty();
  }

  private static boolean isOneOutlet(List<StoryPage> pages) {
    return pages.stream().allMatch(page -> page.outlet().equals(pages.get(0).outlet()));
  }

  private static boolean isOneText(List<StoryPage> pages) {
    return pages.stream().allMatch(page -> page.id().equals(pages.get(0).id()));
  }

  private static List<StoryPage> crawledFirst(List<StoryPage> pages) {
    Instant first = null;
    for (StoryPage page : pages) {
      if (page.fetchedAt() == null) {
        return pages;
      }
      first = first == null || page.fetchedAt().isBefore(first) ? page.fetchedAt() : first;
    }
    Instant near = first.plus(CRAWL_GAP);
    List<StoryPage> found = new ArrayList<>();
    for (StoryPage page : pages) {
      if (page.fetchedAt().isBefore(near)) {
        found.add(page);
      }
    }
    found.sort(Comparator.comparing(StoryPage::fetchedAt).thenComparing(StoryPage.FIRST_KNOWN));
    return found;
  }
}
