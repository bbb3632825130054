package org.copydesk.dedup;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * Which of several copies is kept: a total order over what they contain, so that no order of files
 * and no parallelism changes the choice. The first is kept.
 *
 * <p>A full article before a stub, then the site ranking where there is one, then by {@link
 * Preference}, then the smallest id, last (source_file, source_record), since exact copies share an
 * id. A missing date comes last whatever the preference.
 */
public final class SurvivorOrder implements Comparator<ArticleHead>, Serializable {
  private static final long serialVersionUID = 1;

  /** The setting {@code --survivor}. */
  public enum Preference {
    /** More words, then earlier: the default. */
    LONGEST,
    /** Earlier, then more words. */
    EARLIEST,
    /** Later, then more words. */
    LATEST;

    /** Reads the setting's value. */
    public static Preference parse(String value) {
      for (Preference each : values()) {
        if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
          return each;
        }
      }
      throw new IllegalArgumentException(
          "--survivor is earliest, latest or longest, not: " + value);
    }
  }

  /** Bytes of {@link #key} before the source's name. */
  static final int FIXED_BYTES = 1 + 2 + 4 + 8 + 16;

  private static final int MOST_RANKS = 0xFFFE;

  private final Preference preference;
  private final HashMap<String, Integer> ranks = new HashMap<>();

  private SurvivorOrder(Preference preference, List<String> sites) {
    this.preference = preference;
    if (sites.size() > MOST_RANKS) {
      throw new IllegalArgumentException("a site ranking has at most " + MOST_RANKS + " sites");
    }
    for (String site : sites) {
      ranks.putIfAbsent(site.toLowerCase(Locale.ROOT), ranks.size());
    }
  }

  /**
   * An order.
   *
   * @param sites the best first; sites that are not listed come after; empty for no ranking
   */
  public static SurvivorOrder by(Preference preference, List<String> sites) {
    return new SurvivorOrder(preference, sites);
  }

  @Override
  public int compare(ArticleHead a, ArticleHead b) {
    return Arrays.compareUnsigned(key(a), key(b));
  }

  /** The order as bytes: compared without sign, the smallest is kept. */
  public byte[] key(ArticleHead head) {
    byte[] file = head.sourceFile().getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(FIXED_BYTES + file.length + 1 + 8);
    out.put((byte) (head.isStub() ? 1 : 0));
    out.putShort((short) rank(head.site()));
    if (preference == Preference.LONGEST) {
      out.putInt(Integer.MAX_VALUE - head.words());
      out.putLong(date(head.publishedAt()));
    } else {
      out.putLong(date(head.publishedAt()));
      out.putInt(Integer.MAX_VALUE - head.words());
    }
    out.putLong(head.id().high()).putLong(head.id().low());
    // A zero byte ends the name, so that "a" with record 2 and "a2" do not mix.
    out.put(file).put((byte) 0).putLong(head.sourceRecord());
    return out.array();
  }

  private int rank(String site) {
    if (site == null) {
      return MOST_RANKS + 1;
    }
    return ranks.getOrDefault(site.toLowerCase(Locale.ROOT), MOST_RANKS + 1);
  }

  private long date(Instant date) {
    if (date == null) {
      return -1L; // the largest without sign
    }
    long seconds = date.getEpochSecond();
    long ordered = preference == Preference.LATEST ? -seconds : seconds;
    return ordered ^ Long.MIN_VALUE;
  }
}
