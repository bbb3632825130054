package org.copydesk.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Writes several nights of crawls of invented sites, with what is true of their stories: {@code
 * OUT/dumps/night-0/part-00000.jsonl}, JSON Lines of HTML with the time of the crawl, and {@code
 * OUT/truth/stories.jsonl}, {@code versions.jsonl} and {@code sightings.jsonl}.
 *
 * <p>Memory: the plan of all pages and their texts, some 6 KB a page.
 */
public final class NightsGenerator {
  private static final int PAGES_A_FILE = 1_000;
  private static final int TOP = 8;
  private static final int READ = 4;
  private static final int MORE = 3;
  private static final int FRONT = 22;

  private final NightsSettings settings;
  private final NightsSite[] sites;
  private final StoryWriter writer;
  private final JsonLine json = new JsonLine();
  private final Map<Telling, TreeMap<Integer, PagePlan.Location>> places = new HashMap<>();
  private final Map<Telling, TreeMap<Integer, Instant>> times = new HashMap<>();
  private long pages;
  private long bytes;
  private long teasers;

  public NightsGenerator(NightsSettings settings) {
    this.settings = settings;
    writer = new StoryWriter(settings.seed(), List.of("en"));
    sites = new NightsSite[settings.sites()];
    for (int site = 0; site < sites.length; site++) {
      sites[site] = NightsSite.draw(settings, site);
    }
  }

  /**
   * Writes {@code output/dumps} and {@code output/truth}; neither may exist.
   *
   * @throws IOException when the output cannot be written or exists already
   */
  public GeneratedDump write(Path output) throws IOException {
    Files.createDirectories(output);
    Path dumps = Files.createDirectory(output.resolve("dumps"));
    Path truth = Files.createDirectory(output.resolve("truth"));
    List<NightsPlan.Planned> stories = new NightsPlan(settings, writer, sites).stories();
    try (OutputStream sightings = DumpWriter.stream(truth.resolve("sightings.jsonl"))) {
      for (int night = 0; night < settings.nights(); night++) {
        crawl(night, stories, dumps, sightings);
      }
    }
    long copies = 0;
    long articles = 0;
    try (OutputStream of = DumpWriter.stream(truth.resolve("stories.jsonl"));
        OutputStream versions = DumpWriter.stream(truth.resolve("versions.jsonl"))) {
      for (NightsPlan.Planned story : stories) {
        of.write(truth(story).getBytes(StandardCharsets.UTF_8));
        for (Telling telling : story.tellings()) {
          articles += telling.visits.size();
          if (telling.states.size() > 1) {
            versions.write(states(telling).getBytes(StandardCharsets.UTF_8));
          }
        }
        copies += story.tellings().size() - 1;
      }
    }
    return new GeneratedDump(dumps, truth, pages, articles, copies, teasers, bytes);
  }

  private void crawl(
      int night, List<NightsPlan.Planned> stories, Path dumps, OutputStream sightings)
      throws IOException {
    List<List<Telling>> bySite = new ArrayList<>();
    for (int site = 0; site < sites.length; site++) {
      bySite.add(new ArrayList<>());
    }
    for (NightsPlan.Planned story : stories) {
      for (Telling telling : story.tellings()) {
        if (telling.firstNight() <= night) {
          bySite.get(telling.site).add(telling);
        }
      }
    }
    try (DumpWriter out = new DumpWriter(dumps, GenerateSettings.Format.JSONL)) {
      long record = 0;
      for (int site = 0; site < sites.length; site++) {
        List<Telling> known = bySite.get(site);
        known.sort(
            Comparator.comparingLong((Telling telling) -> -telling.publishedMinutes)
                .thenComparingLong(telling -> telling.number));
        Crawl crawl = new Crawl(night, site, known, out, sightings, record);
        crawl.front();
        for (Telling telling : known) {
          if (telling.visits.contains(night)) {
            crawl.article(telling);
          }
        }
        record = crawl.record;
      }
    }
  }

  /** The visit of one site in one night. */
  private final class Crawl {
    final int night;
    final int site;
    final List<Telling> known;
    final DumpWriter out;
    final OutputStream sightings;
    long record;
    long seconds;

    Crawl(
        int night,
        int site,
        List<Telling> known,
        DumpWriter out,
        OutputStream sightings,
        long record) {
      this.night = night;
      this.site = site;
      this.known = known;
      this.out = out;
      this.sightings = sightings;
      this.record = record;
      seconds = (NightsPlan.FIRST_CRAWL + (long) night * NightsPlan.DAY + site % 60) * 60;
    }

    void front() throws IOException {
      List<Telling> top = known.subList(0, Math.min(TOP, known.size()));
      List<Telling> rest = known.subList(top.size(), known.size());
      Set<Telling> read = new LinkedHashSet<>();
      SplittableRandom random = Draw.of(settings.seed(), FRONT, night * 1_000L + site);
      for (int i = 0; i < READ && !rest.isEmpty(); i++) {
        read.add(rest.get(random.nextInt(rest.size())));
      }
      List<List<Telling>> lists = List.of(top, List.copyOf(read));
      page(sites[site].address("/"), NightsPage.front(sites[site], top, lists.get(1)), lists);
    }

    void article(Telling telling) throws IOException {
      List<Telling> more = new ArrayList<>();
      for (int i = 0; i < known.size() && more.size() < MORE; i++) {
        if (known.get(i) != telling) {
          more.add(known.get(i));
        }
      }
      String html = NightsPage.article(sites[site], telling, telling.at(night), more);
      Instant time = Instant.ofEpochSecond(seconds);
      PagePlan.Location at = page(sites[site].address(telling.path), html, List.of(more));
      places.computeIfAbsent(telling, key -> new TreeMap<>()).put(night, at);
      times.computeIfAbsent(telling, key -> new TreeMap<>()).put(night, time);
    }

    private PagePlan.Location page(String address, String html, List<List<Telling>> lists)
        throws IOException {
      String file = String.format(java.util.Locale.ROOT, "%05d", record / PAGES_A_FILE);
      PagePlan.Location at =
          new PagePlan.Location(
              "night-" + night + "/part-" + file + ".jsonl", record % PAGES_A_FILE);
      String time = Instant.ofEpochSecond(seconds).toString();
      json.raw("{\"url\":").text(address).raw(",\"date_download\":").text(time);
      bytes += out.write(at, json.raw(",\"html\":").text(html).raw("}").end());
      tell(at, address, time, lists);
      pages++;
      record++;
      seconds++;
      return at;
    }

    private void tell(PagePlan.Location at, String address, String time, List<List<Telling>> lists)
        throws IOException {
      json.raw("{").place(at).raw(",\"site\":").text(sites[site].host());
      json.raw(",\"url\":").text(address).raw(",\"seen_at\":").text(time);
      json.raw(",\"teasers\":[");
      String comma = "";
      for (int list = 0; list < lists.size(); list++) {
        for (int position = 0; position < lists.get(list).size(); position++) {
          Telling telling = lists.get(list).get(position);
          json.raw(comma).raw("{\"title\":").text(telling.states.get(0).story().title());
          json.raw(",\"url\":").text(sites[site].address(telling.path));
          json.raw(",\"list\":").raw(list).raw(",\"position\":").raw(position).raw("}");
          comma = ",";
          teasers++;
        }
      }
      sightings.write(json.raw("]}").end().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String truth(NightsPlan.Planned story) {
    Map<String, Instant> outlets = new LinkedHashMap<>();
    json.raw("{\"story\":").raw(story.number()).raw(",\"digest\":");
    json.raw(Boolean.toString(story.isDigest())).raw(",\"origin\":");
    if (story.origin() == null) {
      json.raw("null");
    } else {
      json.raw("{").place(places.get(story.origin()).firstEntry().getValue());
      json.raw(",\"site\":").text(sites[story.origin().site].host()).raw("}");
    }
    json.raw(",\"pages\":[");
    String comma = "";
    Instant first = null;
    Instant last = null;
    for (Telling telling : story.tellings()) {
      outlets.put(sites[telling.site].host(), null);
      for (PagePlan.Location at : places.get(telling).values()) {
        json.raw(comma).raw("{").place(at).raw("}");
        comma = ",";
      }
      Instant from = times.get(telling).firstEntry().getValue();
      Instant to = times.get(telling).lastEntry().getValue();
      first = first == null || from.isBefore(first) ? from : first;
      last = last == null || to.isAfter(last) ? to : last;
    }
    json.raw("],\"outlets\":[");
    comma = "";
    for (String outlet : outlets.keySet()) {
      json.raw(comma).text(outlet);
      comma = ",";
    }
    json.raw("],\"first_seen\":").text(first.toString());
    return json.raw(",\"last_seen\":").text(last.toString()).raw("}").end();
  }

  private String states(Telling telling) {
    json.raw("{\"story\":").raw(telling.number).raw(",\"url\":");
    json.text(sites[telling.site].address(telling.path)).raw(",\"states\":[");
    String comma = "";
    Story before = null;
    for (Telling.State state : newest(telling.states)) {
      json.raw(comma).raw("{").place(places.get(telling).get(state.night()));
      json.raw(",\"seen_at\":").text(times.get(telling).get(state.night()).toString());
      if (before != null) {
        json.raw(",\"added\":").raw(missing(state.story(), before));
        json.raw(",\"removed\":").raw(missing(before, state.story()));
      }
      json.raw("}");
      before = state.story();
      comma = ",";
    }
    return json.raw("]}").end();
  }

  /** Each text once, where it was new or came back last. */
  private static List<Telling.State> newest(List<Telling.State> states) {
    Map<String, Telling.State> texts = new LinkedHashMap<>();
    for (Telling.State state : states) {
      texts.remove(state.story().text());
      texts.put(state.story().text(), state);
    }
    return List.copyOf(texts.values());
  }

  private static long missing(Story of, Story in) {
    List<String> left = new ArrayList<>(in.paragraphs());
    return of.paragraphs().stream().filter(paragraph -> !left.remove(paragraph)).count();
  }
}
