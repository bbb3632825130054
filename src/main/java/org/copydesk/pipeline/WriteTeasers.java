package org.copydesk.pipeline;

import java.io.IOException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Storage;
import org.copydesk.corpus.Tables;
import org.copydesk.language.LanguageIdentifier;
import org.copydesk.model.TeaserSighting;

/**
 * Makes one row of each teaser from all its sightings: how often, on how many pages and sites, in
 * the spelling that is commonest (ties: the smallest).
 *
 * <p>Memory: {@link #MOST_PRINTS} spellings and a row group.
 */
final class WriteTeasers implements BucketWorker<TeaserSighting, byte[]> {
  private static final long serialVersionUID = 1;

  /** Spellings weighed; sightings come in a fixed order, so the choice is fixed too. */
  private static final int MOST_PRINTS = 64;

  private final Storage work;
  private final BuildSettings settings;

  WriteTeasers(Storage work, BuildSettings settings) {
    this.work = work;
    this.settings = settings;
  }

  /** A spelling; ordered so that the smallest of the commonest is found first. */
  private record Print(String title, String snippet, String marker, boolean isTruncated, String url)
      implements Comparable<Print> {
    @Override
    public int compareTo(Print other) {
      return key().compareTo(other.key());
    }

    /** A teaser with an address and a marker says more, so it goes first. */
    private String key() {
      String rank =
          (url == null ? "1" : "0") + (marker == null ? "1" : "0") + (isTruncated ? 0 : 1);
      return String.join("\u0001", rank, text(title), text(snippet), text(marker), text(url));
    }

    private String words() {
      return (text(title) + " " + text(snippet)).strip();
    }

    private static String text(String value) {
      return Objects.requireNonNullElse(value, "");
    }
  }

  @Override
  public void work(int bucket, SortedGroups<TeaserSighting> groups, Consumer<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("DeduplicateTeasers");
    PartSpool spool = new PartSpool(work, settings, bucket);
    TopicDesk topics = TopicDesk.open(settings);
    LanguageIdentifier languages = settings.language() ? LanguageIdentifier.shared() : null;
    while (groups.nextGroup()) {
      spool.write(Tables.TEASERS, row(groups, topics, languages, clock));
    }
    out.accept(BuildResults.report(spool.finish(), clock.tally()));
  }

  private static Object[] row(
      SortedGroups<TeaserSighting> group,
      TopicDesk topics,
      LanguageIdentifier languages,
      StageClock clock)
      throws IOException {
    TreeMap<Print, Long> prints = new TreeMap<>();
    TeaserSighting first = null;
    String lastSite = null;
    long sites = 0;
    long occurrences = 0;
    long pages = 0;
    while (group.hasNext()) {
      TeaserSighting sighting = group.next();
      clock.in(1, 0);
      if (first == null) {
        first = sighting;
      }
      // Sightings of one site are neighbours.
      if (sighting.site() != null && !sighting.site().equals(lastSite)) {
        sites++;
        lastSite = sighting.site();
      }
      occurrences += sighting.occurrences();
      pages += sighting.pages();
      Print print =
          new Print(
              sighting.title(),
              sighting.snippet(),
              sighting.marker(),
              sighting.isTruncated(),
              sighting.url());
      if (prints.size() < MOST_PRINTS || prints.containsKey(print)) {
        prints.merge(print, sighting.occurrences(), Long::sum);
      }
    }
    Print best = prints.firstKey();
    for (var print : prints.entrySet()) {
      if (print.getValue() > prints.get(best)) {
        best = print.getKey();
      }
    }
    String language = languages == null ? null : languages.identify(best.words()).language();
    TopicDesk.Topics about = topics.classify(best.title(), best.snippet(), language);
    clock.out(1, 0);
    return new Object[] {
      first.id().hex(),
      best.title(),
      best.snippet(),
      best.marker(),
      best.isTruncated(),
      best.url(),
      language,
      occurrences,
      pages,
      sites,
      (long)
          prints.keySet().stream().map(p -> p.title() + "\u0001" + p.snippet()).distinct().count(),
      null,
      null,
      null,
      about.topic(),
      about.confidence()
    };
  }
}
