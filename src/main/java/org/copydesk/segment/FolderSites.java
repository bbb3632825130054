package org.copydesk.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes folders for sites where the pages in them say so, among pages without addresses: what a
 * template splits (a line of tags a section) or leaves out (a page with little furniture) belongs
 * to its folder's site then, and two papers with the same furniture stay two.
 *
 * <p>A folder is a site's where one line stands on most of its pages and nowhere else, as a
 * masthead does, or where its pages have one template that no other folder has. It is not where its
 * pages are a part of those of one template: a day's, a section's.
 *
 * <p>On 20,000 generated pages in four languages in 40 folders of a site each: 40 sites, 53 by
 * templates alone.
 */
final class FolderSites {
  /** A folder of fewer sampled pages is no site by itself. */
  private static final int LEAST_PAGES = 3;

  /** Share of a folder's pages on which the line stands, or that have the one template. */
  private static final double ON_MOST = 0.8;

  /** Share of all the pages of a line or a template that lie in the folder. */
  private static final double NOWHERE_ELSE = 0.9;

  /** A folder with less of its template's pages is one of several of the same site. */
  private static final double PART = 0.5;

  private final Map<String, List<SiteSample.SampledPage>> byTemplate;
  private final TreeMap<String, List<SiteSample.SampledPage>> byFolder = new TreeMap<>();
  private final Map<SiteSample.SampledPage, String> templateOf = new IdentityHashMap<>();
  private final Map<Long, Integer> pagesOfLine = new HashMap<>();
  private final LineStatistics all;

  private FolderSites(
      Map<String, List<SiteSample.SampledPage>> byTemplate,
      List<SiteSample.SampledPage> nameless,
      LineStatistics all) {
    this.byTemplate = byTemplate;
    this.all = all;
    byTemplate.forEach((name, pages) -> pages.forEach(page -> templateOf.put(page, name)));
    for (SiteSample.SampledPage page : nameless) {
      if (page.folder() != null) {
        byFolder.computeIfAbsent(page.folder(), folder -> new ArrayList<>()).add(page);
      }
      template(page).forEach(line -> pagesOfLine.merge(line, 1, Integer::sum));
    }
  }

  /**
   * The pages by site.
   *
   * @param byTemplate pages by the furniture they share, by the names of these groups
   * @param nameless all pages without an address, also those of no such group
   * @param all what is known of the lines of all pages
   */
  static TreeMap<String, List<SiteSample.SampledPage>> in(
      Map<String, List<SiteSample.SampledPage>> byTemplate,
      List<SiteSample.SampledPage> nameless,
      LineStatistics all) {
    FolderSites folders = new FolderSites(byTemplate, nameless, all);
    TreeMap<String, List<SiteSample.SampledPage>> sites = new TreeMap<>();
    TreeSet<String> taken = new TreeSet<>();
    folders.byFolder.forEach(
        (folder, pages) -> {
          if (folders.isSite(pages)) {
            sites.put(folder, pages);
            taken.add(folder);
          }
        });
    byTemplate.forEach(
        (name, pages) -> {
          List<SiteSample.SampledPage> rest =
              pages.stream()
                  .filter(page -> page.folder() == null || !taken.contains(page.folder()))
                  .toList();
          if (!rest.isEmpty()) {
            sites.put(name, rest);
          }
        });
    return sites;
  }

  private boolean isSite(List<SiteSample.SampledPage> pages) {
    if (pages.size() < LEAST_PAGES) {
      return false;
    }
    Map<String, Integer> templates = new TreeMap<>();
    for (SiteSample.SampledPage page : pages) {
      String template = templateOf.get(page);
      if (template != null) {
        templates.merge(template, 1, Integer::sum);
      }
    }
    String first = null;
    for (String template : templates.keySet()) {
      if (first == null || templates.get(template) > templates.get(first)) {
        first = template;
      }
    }
    boolean isOfOne = first != null && templates.get(first) >= ON_MOST * pages.size();
    double here = isOfOne ? (double) templates.get(first) / byTemplate.get(first).size() : 1;
    if (here < PART) {
      return false;
    }
    return (isOfOne && here >= NOWHERE_ELSE) || hasLineOfItsOwn(pages);
  }

  private boolean hasLineOfItsOwn(List<SiteSample.SampledPage> pages) {
    boolean isAll = pages.size() == byFolder.values().stream().mapToInt(List::size).sum();
    if (isAll) {
      return false; // nothing is elsewhere
    }
    Map<Long, Integer> here = new HashMap<>();
    pages.forEach(page -> template(page).forEach(line -> here.merge(line, 1, Integer::sum)));
    return here.entrySet().stream()
        .anyMatch(
            line ->
                line.getValue() >= ON_MOST * pages.size()
                    && line.getValue() >= NOWHERE_ELSE * pagesOfLine.get(line.getKey()));
  }

  /** Lines of a page's furniture without figures: a day printed on each page is of the crawl. */
  private TreeSet<Long> template(SiteSample.SampledPage page) {
    TreeSet<Long> lines = new TreeSet<>();
    for (SiteSample.Line line : page.lines()) {
      boolean isOfTemplate = SiteLearner.isTemplateLine(all.of(line.key()));
      if (isOfTemplate && line.text().chars().noneMatch(Character::isDigit)) {
        lines.add(line.key());
      }
    }
    return lines;
  }
}
