package org.copydesk.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who tells what, where and when: stories of one site, wire copies with canonical links or credit
 * lines or neither, copies of what no site of these has, pointers that contradict each other,
 * states of one address, digests.
 */
final class NightsPlan {
  static final int DAY = 1440;

  /** 2024-03-01T23:00Z, when the first crawl begins. */
  static final long FIRST_CRAWL = 28_488_420L;

  /** Shares of stories that more than one site tells, and of their sorts. */
  private static final double WIRE = 0.3;

  private static final double[] SORTS = {0.35, 0.65, 0.9, 0.95, 1};

  private static final double WITH_STATES = 0.25;
  private static final double SEEN_AGAIN = 0.15;
  private static final double DIGEST = 0.02;

  /** One in so many later texts is the one before the last, come back. */
  private static final int BACK = 6;

  /** Of the pages of an average story: tellings, visits and its share of front pages. */
  private static final int PLAN = 20;

  /**
   * A story of the world.
   *
   * @param origin who had it first; null where that is no site of these
   * @param isDigest whether it holds other stories whole
   */
  record Planned(long number, List<Telling> tellings, Telling origin, boolean isDigest) {}

  private final NightsSettings settings;
  private final StoryWriter writer;
  private final NightsSite[] sites;

  NightsPlan(NightsSettings settings, StoryWriter writer, NightsSite[] sites) {
    this.settings = settings;
    this.writer = writer;
    this.sites = sites;
  }

  /** Stories until there are pages enough. */
  List<Planned> stories() {
    List<Planned> stories = new ArrayList<>();
    long pages = (long) settings.sites() * settings.nights();
    for (long number = 0; pages < settings.pages(); number++) {
      Planned planned = story(number);
      stories.add(planned);
      for (Telling telling : planned.tellings()) {
        pages += telling.visits.size();
      }
    }
    return stories;
  }

  private Planned story(long number) {
    SplittableRandom random = Draw.of(settings.seed(), PLAN, number);
    int night = random.nextInt(settings.nights());
    long minutes = FIRST_CRAWL + (night - 1L) * DAY + 60 + random.nextInt(DAY - 120);
    boolean isDigest = random.nextDouble() < DIGEST;
    Story story = isDigest ? digest(number, random) : writer.write(number, "en");
    int home = random.nextInt(settings.sites());
    Telling first = telling(number, home, minutes, story, night);
    List<Telling> tellings = new ArrayList<>();
    tellings.add(first);
    if (isDigest) {
      visit(tellings, random);
      return new Planned(number, tellings, first, true);
    }
    boolean isWire = random.nextDouble() < WIRE && Story.words(story.paragraphs()) >= 120;
    Telling origin = isWire ? copies(tellings, random) : first;
    if (random.nextDouble() < WITH_STATES) {
      addStates(first, random);
    }
    visit(tellings, random);
    return new Planned(number, tellings, origin, false);
  }

  private Telling telling(long number, int site, long minutes, Story story, int night) {
    Telling telling = new Telling(number, site, "/news/" + number + ".html", minutes);
    telling.states.add(new Telling.State(night, story, -1));
    return telling;
  }

  /** Three other stories, whole, one after another. */
  private Story digest(long number, SplittableRandom random) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      paragraphs.addAll(writer.write(random.nextLong(number + 1), "en").paragraphs());
    }
    Story head = writer.write(-1 - number, "en");
    return head.with("The day at a glance: " + head.title(), paragraphs);
  }

  /** Adds copies on other sites. Returns who had the story first; null where nobody here had. */
  private Telling copies(List<Telling> tellings, SplittableRandom random) {
    Telling first = tellings.get(0);
    Story story = first.at(0).story();
    double at = random.nextDouble();
    int sort = 0;
    while (at >= SORTS[sort]) {
      sort++;
    }
    boolean isFromOutside = sort == 3;
    int wanted = 1 + random.nextInt(4);
    for (int i = 0; i < wanted; i++) {
      int site = random.nextInt(settings.sites());
      if (tellings.stream().anyMatch(telling -> telling.site == site)) {
        continue;
      }
      long minutes = first.publishedMinutes + 5 + random.nextInt(600);
      int night = (int) Math.max(0, (minutes - FIRST_CRAWL + DAY - 1) / DAY);
      if (night >= settings.nights()) {
        continue;
      }
      Telling copy = telling(first.number, site, minutes, edited(story, random), night);
      tellings.add(copy);
      boolean isSilent = random.nextInt(5) == 0;
      if (!isSilent && sort == 0) {
        copy.canonical = sites[first.site].address(first.path);
      } else if (!isSilent && sort == 1) {
        copy.credit = "Provided by " + sites[first.site].name();
      }
    }
    if (isFromOutside) {
      for (Telling telling : tellings) {
        telling.credit = "Provided by Meridian Wire Service";
        boolean links = random.nextBoolean();
        telling.canonical = links ? "https://meridian-wire.example/" + telling.number : null;
      }
    } else if (sort == 4 && tellings.size() > 2) {
      Telling second = tellings.get(1);
      tellings.get(2).canonical = sites[second.site].address(second.path);
      second.credit = "Provided by " + sites[tellings.get(2).site].name();
    }
    return isFromOutside ? null : first;
  }

  /** As it was, or with words replaced, or retitled. */
  private static Story edited(Story story, SplittableRandom random) {
    int how = random.nextInt(3);
    if (how == 0) {
      return story;
    }
    if (how == 1) {
      return story.with(StoryCopier.inTitleCase(story.title()), story.paragraphs());
    }
    double jaccard = 0.86 + 0.12 * random.nextDouble();
    StoryCopier.Copy copy = StoryCopier.copy(story, PagePlan.Kind.EDITED, jaccard, null, random);
    return copy == null ? story : copy.story();
  }

  /** One to three later texts at the address, a night or more apart; some are an earlier one. */
  private void addStates(Telling telling, SplittableRandom random) {
    int night = telling.firstNight();
    int more = 1 + random.nextInt(3);
    boolean tellsChanges = sites[telling.site].tellsChanges();
    for (int i = 0; i < more; i++) {
      night += 1 + (random.nextInt(4) == 0 ? 1 : 0);
      if (night >= settings.nights()) {
        return;
      }
      int states = telling.states.size();
      Story before = telling.states.get(states - 1).story();
      boolean comesBack = states > 1 && random.nextInt(BACK) == 0;
      Story after =
          comesBack
              ? telling.states.get(states - 2).story()
              : changed(before, telling.number * 8 + i, random);
      boolean isNew =
          telling.states.stream().noneMatch(state -> state.story().text().equals(after.text()));
      if (isNew || comesBack) {
        long modified = FIRST_CRAWL + (night - 1L) * DAY + 60 + random.nextInt(DAY - 120);
        telling.states.add(new Telling.State(night, after, tellsChanges ? modified : -1));
        telling.visits.add(night);
      }
    }
  }

  private Story changed(Story story, long number, SplittableRandom random) {
    List<String> paragraphs = new ArrayList<>(story.paragraphs());
    String other = writer.write(-1_000_000 - number, "en").paragraphs().get(0);
    int how = random.nextInt(10);
    int at = 1 + random.nextInt(Math.max(1, paragraphs.size() - 1));
    if (how < 5 || paragraphs.size() < 4) {
      paragraphs.add(Math.min(at, paragraphs.size()), other);
    } else if (how < 7) {
      paragraphs.set(at, other);
    } else if (how < 9) {
      paragraphs.remove(at);
    } else {
      StoryCopier.Copy corrected = StoryCopier.copy(story, PagePlan.Kind.NUMBER, 1, null, random);
      return corrected == null ? story : corrected.story();
    }
    return story.with(story.title(), paragraphs);
  }

  /** When each is crawled: once, where it changed, and now and then again. */
  private void visit(List<Telling> tellings, SplittableRandom random) {
    for (Telling telling : tellings) {
      telling.visits.add(0, telling.firstNight());
      int again = telling.firstNight() + 1;
      boolean isAgain = random.nextDouble() < SEEN_AGAIN && again < settings.nights();
      if (isAgain && !telling.visits.contains(again)) {
        telling.visits.add(again);
      }
      telling.visits.sort(null);
      telling.isUndated = sites[telling.site].isUndated();
    }
  }
}
