package org.copydesk.dedup;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;

/**
 * Texts that one address had, one after another. The later one is a version of the earlier, however
 * little was changed, and where much was, both still tell one story: {@code /crash} said "3 killed"
 * in the evening and "30 killed" in the morning.
 */
public final class StatesOfAddress implements StarClusters.States<CopyGroup> {
  /** The states of groups of articles. */
  public static final StatesOfAddress OF_COPIES = new StatesOfAddress();

  /**
   * Texts of one address that share less tell two stories: a page "live" or "today" has another one
   * each day.
   */
  private static final double ONE_STORY = .2;

  private StatesOfAddress() {}

  /**
   * The band key of an address, under which the texts that it had meet.
   *
   * @param url null when unknown
   * @return 0 where there is none
   */
  public static long key(String url) {
    String address = UrlKey.of(url);
    // The last bit marks keys of passages.
    return address == null ? 0 : Hashing.xxh3_64(1).hashCharsToLong(address) & ~1L;
  }

  /** Where articles stood, each address in one form. */
  public static Set<String> addresses(CopyGroup group) {
    Set<String> addresses = new HashSet<>();
    for (CopyPlace place : group.places()) {
      addresses.add(UrlKey.of(place.url()));
    }
    addresses.remove(null);
    return addresses;
  }

  /**
   * Whether two articles that are no copies tell one story all the same, where both stood at one
   * address.
   */
  public static boolean mayBeOneStory(Verdict verdict) {
    return verdict.similarity() >= ONE_STORY;
  }

  @Override
  public boolean isOneAddress(CopyGroup a, CopyGroup b) {
    return !Collections.disjoint(addresses(a), addresses(b));
  }

  @Override
  public Comparator<CopyGroup> byChange(Collection<CopyGroup> story) {
    return StateTimes.of(story, CopyGroup::places).order();
  }
}
