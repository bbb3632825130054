package org.copydesk.dedup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Which of a story's texts came to be first. A text that an address had, then another one, then the
 * first again, came to be when it came back: of "A, B, A" it is A that is the newest.
 *
 * <p>A time is what pages say of their changes; at an address where one of them says nothing, it is
 * that of the crawl. What another site ran, and when, says nothing of a text that an address with
 * several texts had: it is a copy, and may have a date that the page itself does not give.
 *
 * @param <T> a text
 */
public final class StateTimes<T> {
  private static final Comparator<Instant> UNKNOWN_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private static final Comparator<Time> ORDER =
      Comparator.comparing(Time::came, UNKNOWN_FIRST)
          .thenComparing(Time::seen, UNKNOWN_FIRST)
          .thenComparing(Time::changed, UNKNOWN_FIRST);

  /** When a text came to be, as far as that is known. */
  private record Time(Instant came, Instant seen, Instant changed) {
    static Time of(DatedPage page, boolean isTold) {
      Instant changed = page.changedAt();
      return new Time(isTold ? changed : page.seenAt(), page.seenAt(), changed);
    }
  }

  /** A text at an address. */
  private record Sighting<T>(T text, Time time) {}

  private final Map<T, Time> first = new IdentityHashMap<>();
  private final Map<T, Time> back = new IdentityHashMap<>();
  private final Map<T, Time> anywhere = new IdentityHashMap<>();

  private StateTimes() {}

  /**
   * @param pages those of a text
   */
  public static <T> StateTimes<T> of(
      Collection<T> texts, Function<T, ? extends Collection<? extends DatedPage>> pages) {
    StateTimes<T> times = new StateTimes<>();
    Map<String, Map<T, List<DatedPage>>> addresses = new HashMap<>();
    for (T text : texts) {
      Instant changed = null;
      Instant seen = null;
      for (DatedPage page : pages.apply(text)) {
        changed = earlier(changed, page.changedAt());
        seen = earlier(seen, page.seenAt());
        String address = UrlKey.of(page.url());
        if (address != null) {
          addresses
              .computeIfAbsent(address, key -> new IdentityHashMap<>())
              .computeIfAbsent(text, key -> new ArrayList<>())
              .add(page);
        }
      }
      times.anywhere.put(text, new Time(changed == null ? seen : changed, seen, changed));
    }
    addresses.values().stream().filter(had -> had.size() > 1).forEach(times::read);
    return times;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  /** Reads what one address had. */
  private void read(Map<T, List<DatedPage>> had) {
    boolean isTold =
        had.values().stream().flatMap(List::stream).allMatch(page -> page.changedAt() != null);
    List<Sighting<T>> sightings = new ArrayList<>();
    had.forEach(
        (text, pages) ->
            pages.forEach(page -> sightings.add(new Sighting<>(text, Time.of(page, isTold)))));
    sightings.sort(Comparator.comparing(Sighting::time, ORDER));
    Map<T, List<Integer>> at = new IdentityHashMap<>();
    for (int i = 0; i < sightings.size(); i++) {
      at.computeIfAbsent(sightings.get(i).text(), text -> new ArrayList<>()).add(i);
    }
    at.forEach((text, own) -> put(text, own, sightings));
  }

  private void put(T text, List<Integer> own, List<Sighting<T>> sightings) {
    Time earliest = sightings.get(own.get(0)).time();
    Time came = lastCame(text, own, sightings);
    boolean isBack = ORDER.compare(came, earliest) > 0;
    BinaryOperator<Time> choice =
        (a, b) -> (ORDER.compare(a, b) <= 0) == isBack ? b : a; // the last return, or the first
    (isBack ? back : first).merge(text, came, choice);
  }

  /** The first sighting of a text after which the address had no other one before its last. */
  private static <T> Time lastCame(T text, List<Integer> own, List<Sighting<T>> sightings) {
    Time last = sightings.get(own.get(own.size() - 1)).time();
    int other = own.get(own.size() - 1);
    while (other >= 0
        && (sightings.get(other).text() == text
            || ORDER.compare(sightings.get(other).time(), last) == 0)) {
      other--;
    }
    for (int i : own) {
      if (other < 0 || ORDER.compare(sightings.get(i).time(), sightings.get(other).time()) >= 0) {
        return sightings.get(i).time();
      }
    }
    return last;
  }

  /** The older text first; 0 where nothing tells them apart. Takes the texts it was made of. */
  public Comparator<T> order() {
    return Comparator.comparing(
        text -> back.getOrDefault(text, first.getOrDefault(text, anywhere.get(text))), ORDER);
  }
}
