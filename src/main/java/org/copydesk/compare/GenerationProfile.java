package org.copydesk.compare;

import static org.copydesk.table.Unknown.asZero;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.corpus.lines.ArticleLine;
import org.copydesk.corpus.lines.ArticleLines;
import org.copydesk.segment.SiteJson;
import org.copydesk.storage.Storage;

/**
 * What a generation is like, in all and for each site of some size, read from its tables.
 *
 * <p>Memory: a few KB for each site with {@link #TOLD_SITE_ARTICLES} articles or more; smaller ones
 * only count in all.
 */
public final class GenerationProfile {
  /** Below this a site's figures are mostly chance. */
  static final long TOLD_SITE_ARTICLES = 50;

  private final Profile all;
  private final TreeMap<String, Profile> sites;

  GenerationProfile(Profile all, Map<String, Profile> sites) {
    this.all = all;
    this.sites = new TreeMap<>(sites);
  }

  /**
   * Reads the published generation.
   *
   * @param store keeps what is read of parts
   */
  public static GenerationProfile of(Storage generation, PartStore store)
      throws IOException, Failure {
    return of(sink -> ArticleLines.scanBefore(generation, store, sink), generation, Set.of());
  }

  /** Reads the generation that is to follow another: that one's sites are told, however small. */
  public static GenerationProfile after(
      GenerationProfile before, Storage generation, PartStore store) throws IOException, Failure {
    return of(
        sink -> ArticleLines.scan(generation, store, sink), generation, before.sites.keySet());
  }

  /** Hands over all articles. */
  private interface Articles {
    void to(ArticleLines.Sink sink) throws IOException, Failure;
  }

  private static GenerationProfile of(Articles articles, Storage generation, Set<String> alsoTold)
      throws IOException, Failure {
    GenerationProfile profile = new GenerationProfile(new Profile(), Map.of());
    alsoTold.forEach(site -> profile.sites.put(site, new Profile()));
    profile.readSites(generation);
    articles.to((line, part, row) -> profile.take(line));
    profile.readRemoved(generation);
    return profile;
  }

  private record SiteSize(String site, Long articles, Long teasers, String learned) {}

  private record Seen(Long occurrences) {}

  private record Lost(String reason, String site) {}

  private void readSites(Storage generation) throws IOException {
    try (var rows = new TableScan<>(generation, Tables.SITES.view(SiteSize.class))) {
      for (SiteSize row = rows.next(); row != null; row = rows.next()) {
        String name = nameOf(row.site());
        if (sites.containsKey(name) || asZero(row.articles()) >= TOLD_SITE_ARTICLES) {
          Profile site = sites.computeIfAbsent(name, one -> new Profile());
          site.addTeasers(asZero(row.teasers()));
          SiteJson.bodyPlaces(row.learned()).forEach(site::addLayout);
        }
      }
    }
    try (var rows = new TableScan<>(generation, Tables.TEASERS.view(Seen.class))) {
      while (rows.next() != null) {
        all.addTeasers(1);
      }
    }
  }

  private void take(ArticleLine line) {
    Profile.Counted counted = Profile.Counted.of(line);
    all.addArticle(counted);
    Profile site = sites.get(nameOf(line.site()));
    if (site != null) {
      site.addArticle(counted);
    }
  }

  private void readRemoved(Storage generation) throws IOException {
    try (var rows = new TableScan<>(generation, Tables.REMOVED.view(Lost.class))) {
      for (Lost row = rows.next(); row != null; row = rows.next()) {
        all.addRemoved(row.reason());
        Profile site = sites.get(nameOf(row.site()));
        if (site != null) {
          site.addRemoved(row.reason());
        }
      }
    }
  }

  private static String nameOf(String site) {
    return site == null ? "" : site;
  }

  Profile all() {
    return all;
  }

  Map<String, Profile> sites() {
    return sites;
  }

  /** Rows of the articles table. */
  public long articles() {
    return all.articles();
  }
}
