package org.copydesk.segment;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.State;
import org.copydesk.text.ContentHash;

/**
 * Groups sampled pages by site and learns each group; {@link Captures} of one page count once.
 * Pages with an address belong to its host; others to the group whose furniture (lines that recur
 * at the same end of pages, and together) they share, or to that of their folder ({@link
 * FolderSites}).
 */
final class SiteLearner {
  /** How the names begin that groups of pages without an address are given. */
  static final String MADE_NAME = "template-";

  /** Sites of fewer pages are learned with all others only. */
  private static final int LEAST_PAGES = 3;

  /** Snippets that must agree before a length counts as the site's limit, and their share. */
  private static final int LEAST_SNIPPETS = 5;

  private static final double LEAST_SHARE = 0.6;

  /**
   * Two lines are one site's when they stand together on this share of the commoner one's pages.
   */
  private static final double TOGETHER = 0.6;

  private static final int MOST_TEMPLATE_LINES = 40;

  private final List<SiteSample.SampledPage> pages;
  private final LineStatistics all;

  SiteLearner(List<SiteSample.SampledPage> sampled) {
    this.pages = Captures.distinct(sampled);
    this.all = new LineStatistics(pages);
  }

  SiteModels learn() {
    TreeMap<String, List<SiteSample.SampledPage>> groups = new TreeMap<>();
    List<SiteSample.SampledPage> nameless = new ArrayList<>();
    for (SiteSample.SampledPage page : pages) {
      if (page.site() == null) {
        nameless.add(page);
      } else {
        groups.computeIfAbsent(page.site(), k -> new ArrayList<>()).add(page);
      }
    }
    groups.putAll(FolderSites.in(byTemplate(nameless), nameless, all));
    groups.values().removeIf(group -> group.size() < LEAST_PAGES);
    TreeMap<String, SiteModel> models = new TreeMap<>();
    groups.entrySet().parallelStream()
        .map(group -> model(group.getKey(), group.getValue()))
        .collect(Collectors.toList())
        .forEach(model -> models.put(model.name(), model));
    return new SiteModels(models, model(null, pages));
  }

  static boolean isTemplateLine(LineStat stat) {
    if (stat == null || stat.pages < LEAST_PAGES) {
      return false;
    }
    return switch (stat.lineClass) {
      case BOILERPLATE, HEADING, CREDIT -> true;
      default -> false;
    };
  }

  private TreeMap<String, List<SiteSample.SampledPage>> byTemplate(
      List<SiteSample.SampledPage> nameless) {
    List<List<Long>> linesOf = new ArrayList<>();
    Map<Long, Integer> counts = new HashMap<>();
    Map<Long, Map<Long, Integer>> together = new HashMap<>();
    for (SiteSample.SampledPage page : nameless) {
      TreeSet<Long> keys = new TreeSet<>();
      for (SiteSample.Line line : page.lines()) {
        if (keys.size() < MOST_TEMPLATE_LINES && isTemplateLine(all.of(line.key()))) {
          keys.add(line.key());
        }
      }
      List<Long> list = new ArrayList<>(keys);
      linesOf.add(list);
      for (int i = 0; i < list.size(); i++) {
        counts.merge(list.get(i), 1, Integer::sum);
        Map<Long, Integer> row = together.computeIfAbsent(list.get(i), k -> new HashMap<>());
        for (int k = i + 1; k < list.size(); k++) {
          row.merge(list.get(k), 1, Integer::sum);
        }
      }
    }
    Map<Long, Long> parent = new HashMap<>();
    for (var row : together.entrySet()) {
      for (var pair : row.getValue().entrySet()) {
        int larger = Math.max(counts.get(row.getKey()), counts.get(pair.getKey()));
        if (pair.getValue() >= LEAST_PAGES && pair.getValue() >= TOGETHER * larger) {
          long a = root(parent, row.getKey());
          long b = root(parent, pair.getKey());
          parent.put(Math.max(a, b), Math.min(a, b));
        }
      }
    }
    // A line that many sites share says little; log-odds weigh it against a site's own.
    List<TreeMap<Long, Integer>> votesOf = new ArrayList<>();
    Map<Long, Integer> pagesOf = new HashMap<>();
    for (List<Long> lines : linesOf) {
      TreeMap<Long, Integer> votes = new TreeMap<>();
      for (long key : lines) {
        votes.merge(root(parent, key), 1, Integer::sum);
      }
      votes.keySet().forEach(root -> pagesOf.merge(root, 1, Integer::sum));
      votesOf.add(votes);
    }
    TreeMap<String, List<SiteSample.SampledPage>> groups = new TreeMap<>();
    for (int i = 0; i < nameless.size(); i++) {
      Long best = null;
      double most = 0;
      for (var vote : votesOf.get(i).entrySet()) {
        double rarity = Math.log((1.0 + nameless.size()) / pagesOf.get(vote.getKey()));
        double weight = vote.getValue() * (0.05 + rarity * Math.sqrt(rarity));
        if (weight > most) {
          most = weight;
          best = vote.getKey();
        }
      }
      if (best != null) {
        String name = MADE_NAME + ContentHash.of(Long.toHexString(best)).hex().substring(0, 12);
        groups.computeIfAbsent(name, k -> new ArrayList<>()).add(nameless.get(i));
      }
    }
    return groups;
  }

  private static long root(Map<Long, Long> parent, long key) {
    long at = key;
    for (Long up = parent.get(at); up != null && up != at; up = parent.get(at)) {
      at = up;
    }
    return at;
  }

  private SiteModel model(String name, List<SiteSample.SampledPage> group) {
    LineStatistics own = name == null ? all : new LineStatistics(group);
    Long2ObjectOpenHashMap<LineClass> classes = new Long2ObjectOpenHashMap<>();
    List<SiteModel.LearnedLine> lines = new ArrayList<>();
    TreeMap<Integer, Integer> words = new TreeMap<>();
    TreeMap<Integer, Integer> chars = new TreeMap<>();
    TreeMap<String, Integer> markers = new TreeMap<>();
    LongOpenHashSet sure = new LongOpenHashSet();
    LongOpenHashSet ownKeys = new LongOpenHashSet();
    int snippets = 0;
    for (SiteSample.SampledPage page : group) {
      for (SiteSample.Line line : page.lines()) {
        LineStat stat = all.of(line.key());
        LineStat here = own.of(line.key());
        LineClass verdict = here == null ? LineClass.UNKNOWN : here.lineClass;
        boolean isSure = here != null && here.isSure;
        if (verdict == LineClass.UNKNOWN && stat != null) {
          verdict = stat.lineClass;
          isSure = stat.isSure;
        }
        if (verdict != LineClass.UNKNOWN) {
          classes.put(line.key(), verdict);
          if (isSure) {
            sure.add(line.key());
          }
        }
        if (isTemplateLine(here)) {
          ownKeys.add(line.key());
        }
        if (!line.marker().isEmpty()) {
          markers.merge(line.marker(), 1, Integer::sum);
        }
        boolean isSnippet =
            line.is(SiteSample.Line.CUT) && line.words() >= 5 && line.words() <= 120;
        if (isSnippet) {
          snippets++;
          words.merge(line.words(), 1, Integer::sum);
          chars.merge(line.chars() / 8, 1, Integer::sum);
        }
      }
    }
    for (var entry : own.stats.entrySet()) {
      LineStat stat = entry.getValue();
      if (stat.lineClass == LineClass.BOILERPLATE || stat.lineClass == LineClass.HEADING) {
        lines.add(
            new SiteModel.LearnedLine(
                stat.line.text(), stat.pages, stat.lineClass.name().toLowerCase(Locale.ROOT)));
      }
    }
    lines.sort(
        (a, b) -> a.pages() != b.pages() ? b.pages() - a.pages() : a.text().compareTo(b.text()));
    if (lines.size() > 100) {
      lines = lines.subList(0, 100);
    }
    List<String> learned = new ArrayList<>();
    for (var marker : markers.entrySet()) {
      if (marker.getValue() >= LEAST_PAGES) {
        learned.add(marker.getKey());
      }
    }
    long[] keys = sorted(classes.keySet());
    byte[] kinds = new byte[keys.length];
    for (int i = 0; i < keys.length; i++) {
      kinds[i] = SiteModel.packed(classes.get(keys[i]), sure.contains(keys[i]));
    }
    int limit = mode(words, snippets);
    int charLimit = limit > 0 ? 0 : mode(chars, snippets) * 8;
    return new SiteModel(
        name,
        group.size(),
        keys,
        kinds,
        sorted(ownKeys),
        limit,
        charLimit,
        snippets,
        hasBareBylines(group, classes),
        learned,
        lines,
        name == null ? SiteLayout.NONE : layout(group));
  }

  private static long[] sorted(LongSet keys) {
    long[] sorted = keys.toLongArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static SiteLayout layout(List<SiteSample.SampledPage> group) {
    return SiteLayout.of(group.stream().map(SiteSample.SampledPage::layout).toList());
  }

  /** Whether most pages name the author right above or below the text, and nothing else there. */
  private static boolean hasBareBylines(
      List<SiteSample.SampledPage> group, Map<Long, LineClass> classes) {
    Map<Long, Integer> names = new HashMap<>();
    List<List<Long>> perPage = new ArrayList<>();
    for (SiteSample.SampledPage page : group) {
      List<Long> found = namesBesideText(page.lines(), classes);
      found.forEach(name -> names.merge(name, 1, Integer::sum));
      perPage.add(found);
    }
    // The name of the paper stands on all pages, an author's on some.
    names.values().removeIf(count -> count * 10 > group.size() * 4);
    names.keySet().removeAll(classes.keySet());
    int pages = 0;
    for (List<Long> found : perPage) {
      found.retainAll(names.keySet());
      pages += found.isEmpty() ? 0 : 1;
    }
    return group.size() >= LEAST_PAGES && pages * 10 >= group.size() * 5 && names.size() >= 2;
  }

  /** Names over the text, but for one that no other line could be the title of, and below it. */
  private static List<Long> namesBesideText(
      List<SiteSample.Line> lines, Map<Long, LineClass> classes) {
    int body = 0;
    while (body < lines.size() && lines.get(body).state() != State.BODY) {
      body++;
    }
    List<Long> names = new ArrayList<>();
    int title = 0;
    while (title < body && !mayBeTitle(lines.get(title), classes)) {
      title++;
    }
    for (int i = Math.max(0, body - 4); i < lines.size(); i++) {
      boolean isOverText = i < body && i > title;
      boolean isBesideText = isOverText || i > body && lines.get(i - 1).state() == State.BODY;
      if (isBesideText && lines.get(i).is(SiteSample.Line.NAME)) {
        names.add(lines.get(i).key());
      }
    }
    return names;
  }

  private static boolean mayBeTitle(SiteSample.Line line, Map<Long, LineClass> classes) {
    return !classes.containsKey(line.key())
        && (line.state() == State.TITLE || line.is(SiteSample.Line.TITLE_LIKE));
  }

  private static int mode(TreeMap<Integer, Integer> counts, int total) {
    for (var entry : counts.entrySet()) {
      if (entry.getValue() >= LEAST_SNIPPETS && entry.getValue() >= LEAST_SHARE * total) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
