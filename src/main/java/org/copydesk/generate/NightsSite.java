package org.copydesk.generate;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A site of several nights.
 *
 * @param name as its pages call it
 * @param host of its addresses; half of them say the name
 * @param showsDayOnly whether its dates have no time
 * @param isUndated whether its pages have no date
 * @param tellsChanges whether its pages say when they were changed
 */
record NightsSite(
    String name, String host, boolean showsDayOnly, boolean isUndated, boolean tellsChanges) {
  private static final int SITE = 21;

  static NightsSite draw(NightsSettings settings, int site) {
    SplittableRandom random = Draw.of(settings.seed(), SITE, site);
    Productions from = Productions.of(GenerateSettings.Half.DEVELOP, "en");
    var first = from.words("first");
    var second = from.words("second");
    String name =
        first.get(site % first.size())
            + " "
            + second.get((site / first.size() + site * 3) % second.size())
            + (site < first.size() ? "" : " " + site);
    String said = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String host = (random.nextBoolean() ? said : "site-" + site) + ".example";
    int dates = random.nextInt(20);
    return new NightsSite(name, host, dates < 2, dates == 4, random.nextInt(5) < 3);
  }

  String address(String path) {
    return "https://www." + host + path;
  }
}
