package org.copydesk.generate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What sites call the section that a story of a topic stands in: "Sport" here, "Sports" there. */
final class SectionNames {
  private static final Properties NAMES = read();

  private SectionNames() {}

  private static Properties read() {
    Properties names = new Properties();
    try (Reader in =
        new InputStreamReader(
            SectionNames.class.getResourceAsStream("section-names.properties"),
            StandardCharsets.UTF_8)) {
      names.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** The site's name for it; null where the language has none. */
  static String of(Story story, SiteTemplate site) {
    String all = NAMES.getProperty(story.language() + "." + story.topic());
    if (all == null) {
      return null;
    }
    String[] names = all.split("\\|");
    // A site keeps to one of the names.
    return names[Math.floorMod(site.name().hashCode(), names.length)];
  }
}
