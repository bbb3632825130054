package org.copydesk.report.life;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.copydesk.row.ConfidenceRow;
import org.copydesk.row.CopyRow;
import org.copydesk.row.RejectRow;
import org.copydesk.row.RelationRow;
import org.copydesk.row.StoryRow;

/**
 * What an output knows of an address, an id or a place.
 *
 * @param asked as it was given
 * @param generation name of the generation that is told of
 * @param pages that have this address, id or place: kept ones first, at most {@link
 *     PageLives#MOST_PAGES}
 * @param announced teasers that lead to the address and are not told with one of the pages
 * @param generations all finished ones of the output, the oldest first
 */
public record PageLife(
    String asked,
    String generation,
    Some<Page> pages,
    Some<Announcing> announced,
    List<InGeneration> generations) {

  /**
   * Rows of a kind, of which there may be very many.
   *
   * @param all how many there are
   * @param shown of them
   */
  public record Some<T>(long all, List<T> shown) {
    public Some {
      shown = List.copyOf(shown);
    }
  }

  /** What became of a page. */
  public enum Fate {
    /** Its article is in the corpus. */
    KEPT,
    /** So it is, marked as a copy. */
    MARKED,
    /** Its article was removed. */
    REMOVED,
    /** It was damaged or over a bound. */
    REJECTED,
    /** It is sound and gave no article. */
    SKIPPED,
    /** No row names it. */
    ABSENT;

    /** As it is written. */
    public String stored() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A page of the input.
   *
   * @param sourceRecord null where a whole file was lost
   * @param fate {@link Fate}, as stored
   * @param file row of the ledger; null where there is none
   * @param removed why it is not in the corpus; null where it is, or never was an article
   * @param rejects what was left out of it, or all of it
   * @param spans how it was cut, where the build wrote that
   * @param teasers seen on it
   * @param contamination texts of benchmarks found in it
   */
  public record Page(
      String sourceFile,
      Long sourceRecord,
      String fate,
      String id,
      String title,
      String url,
      String canonicalUrl,
      String site,
      Instant fetchedAt,
      Instant publishedAt,
      ReadFile file,
      Kept kept,
      Removed removed,
      Some<RejectRow> rejects,
      Some<Cut> spans,
      Some<Seen> teasers,
      Some<Announcing> announcedBy,
      Some<RelationRow> relations,
      StoryRow story,
      Some<State> versions,
      Some<Hit> contamination) {
    /** Whether its article is in the corpus. */
    public boolean isIn() {
      return kept != null;
    }
  }

  /** The file a page stood in, of the ledger. */
  public record ReadFile(
      String sourceFile,
      String format,
      String compression,
      Long bytes,
      String sha256,
      String status,
      Long records,
      Long rejected) {}

  /** What is known of an article of the corpus besides its page. */
  public record Kept(
      String language,
      Long wordCount,
      String pageType,
      Double pageTypeConfidence,
      String topicLabel,
      String clusterId,
      Long clusterSize,
      List<CopyRow> copies,
      Boolean copiesTruncated,
      String copyKind,
      String copyMeasure,
      Double copySimilarity,
      String storyId,
      ConfidenceRow confidence) {}

  /**
   * Why an article was removed.
   *
   * @param to the article it lost to; null for none
   */
  public record Removed(
      String reason,
      String keptId,
      String measure,
      Double similarity,
      Double threshold,
      String value,
      String signal,
      Survivor to) {}

  /** The article a removed one lost to. */
  public record Survivor(
      String id, String sourceFile, Long sourceRecord, String url, String title) {}

  /** A run of its bytes, what it was taken for and by which rule. */
  public record Cut(Long start, Long end, String label, String rule) {}

  /** A teaser as it was seen on the page. */
  public record Seen(String teaserId, Long list, Long position, Boolean front) {}

  /**
   * A teaser that announces the article.
   *
   * @param seen where and when
   */
  public record Announcing(
      String id,
      String title,
      String url,
      String articleId,
      String linkMethod,
      Double linkContainment,
      Some<Place> seen) {}

  /** Where a teaser was seen. */
  public record Place(
      String sourceFile, Long sourceRecord, String url, Instant seenAt, Boolean front) {}

  /** A state of the story's text. */
  public record State(
      String storyId,
      String url,
      Long n,
      String articleId,
      Instant seenAt,
      Instant modifiedAt,
      String relation,
      Long added,
      Long removed,
      String keptId) {}

  /** A text of a benchmark that was found in the article. */
  public record Hit(
      String itemFile, Long itemRecord, String itemId, long runs, double share, String passage) {}

  /**
   * What became of it in a generation.
   *
   * @param fate {@link Fate}, as stored; null where the generation cannot be read
   * @param reason of a removal or a reject
   * @param isSince whether what is so now has been since this generation
   * @param fault why the generation cannot be read
   */
  public record InGeneration(
      String name, String fate, String reason, boolean isSince, String fault) {}
}
