package org.copydesk.report;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.report.figures.Shown;

/**
 * What sites are called in the report: their readable names, with the key behind it where two have
 * one name. Memory: {@link #MOST} names.
 */
final class SiteLabels {
  private static final int MOST = 20_000;

  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  /** Takes a site's name; null where the table has none. */
  void add(String site, String name) {
    if (site != null && name != null && !name.equals(site) && names.size() < MOST) {
      names.put(site, name);
      uses.merge(name, 1, Integer::sum);
    }
  }

  /** The label of a site; its key where it has no other name, null for null. */
  String of(String site) {
    String name = site == null ? null : names.get(site);
    if (name == null) {
      return site;
    }
    return Shown.text(uses.get(name) > 1 ? name + " (" + site + ")" : name, 120);
  }
}
