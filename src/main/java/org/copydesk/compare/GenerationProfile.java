package org.copydesk.compare;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
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

  /** Reads the published generation. */
  public static GenerationProfile of(Storage generation) throws IOException {
    return of(generation, Set.of());
  }

  /** Reads the generation that is to follow another: that one's sites are told, however small. */
  public static GenerationProfile after(GenerationProfile before, Storage generation)
      throws IOException {
    return of(generation, before.sites.keySet());
  }

  private static GenerationProfile of(Storage generation, Set<String> alsoTold) throws IOException {
    GenerationProfile profile = new GenerationProfile(new Profile(), Map.of());
    alsoTold.forEach(site -> profile.sites.put(site, new Profile()));
    profile.readSites(generation);
    profile.readArticles(generation);
    profile.readRemoved(generation);
    return profile;
  }

  private void readSites(Storage generation) throws IOException {
    try (TableScan rows = new TableScan(generation, Tables.SITES, "site", "articles", "teasers")) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        boolean isTold = sites.containsKey(nameOf(row[0])) || count(row[1]) >= TOLD_SITE_ARTICLES;
        if (isTold) {
          sites.computeIfAbsent(nameOf(row[0]), site -> new Profile()).addTeasers(count(row[2]));
        }
      }
    }
    try (TableScan rows = new TableScan(generation, Tables.TEASERS, "occurrences")) {
      while (rows.next() != null) {
        all.addTeasers(1);
      }
    }
  }

  private void readArticles(Storage generation) throws IOException {
    String[] columns = new String[2 + Profile.NULLABLE.size()];
    columns[0] = "site";
    columns[1] = "word_count";
    for (int i = 0; i < Profile.NULLABLE.size(); i++) {
      columns[2 + i] = Profile.NULLABLE.get(i);
    }
    try (TableScan rows = new TableScan(generation, Tables.ARTICLES, columns)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        Object[] nullable = java.util.Arrays.copyOfRange(row, 2, row.length);
        all.addArticle(count(row[1]), nullable);
        Profile site = sites.get(nameOf(row[0]));
        if (site != null) {
          site.addArticle(count(row[1]), nullable);
        }
      }
    }
  }

  private void readRemoved(Storage generation) throws IOException {
    try (TableScan rows = new TableScan(generation, Tables.REMOVED, "reason", "site")) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        all.addRemoved((String) row[0]);
        Profile site = sites.get(nameOf(row[1]));
        if (site != null) {
          site.addRemoved((String) row[0]);
        }
      }
    }
  }

  private static String nameOf(Object site) {
    return site == null ? "" : (String) site;
  }

  private static long count(Object value) {
    return value == null ? 0 : (Long) value;
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
