package org.copydesk.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A site made for a test: pages with an article of their own and the site's two teasers, as JSON
 * Lines. The words of a page follow from the site's name and the page's number alone.
 */
final class MadeSite {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] SYLLABLES =
      "ba ke li mo nu ra se ti vo za de fi go hu ja ku lo me ni po ru sa te vi".split(" ");

  private final String host;
  private final List<String> lines = new ArrayList<>();

  MadeSite(String host, int pages) {
    this.host = host;
    for (int page = 0; page < pages; page++) {
      lines.add(line(page, ""));
    }
  }

  String url(int page) {
    return "https://" + host + "/news/" + page;
  }

  /** Changes the words of a page. */
  MadeSite edit(int page) {
    lines.set(page, line(page, "edited "));
    return this;
  }

  /** Every page says that it is not there. */
  MadeSite breakDown() {
    for (int page = 0; page < lines.size(); page++) {
      lines.set(page, json(page, "Error", "404 Not Found\n"));
    }
    return this;
  }

  private String line(int page, String salt) {
    Random random = new Random((host + salt + page).hashCode());
    String title = capital(words(random, 6));
    StringBuilder text = new StringBuilder(title).append("\n\n");
    for (int paragraph = 0; paragraph < 4; paragraph++) {
      for (int sentence = 0; sentence < 3; sentence++) {
        text.append(capital(words(random, 9 + random.nextInt(6)))).append(". ");
      }
      text.append("\n\n");
    }
    Random teasers = new Random(host.hashCode());
    text.append("OTHER NEWS\n\n");
    for (int teaser = 0; teaser < 2; teaser++) {
      text.append(capital(words(teasers, 6))).append("\n");
      text.append(capital(words(teasers, 24))).append("... Read more »\n\n");
    }
    return json(page, title, text.toString());
  }

  private String json(int page, String title, String text) {
    ObjectNode node = JSON.createObjectNode();
    node.put("url", url(page)).put("title", title).put("text", text);
    return node.toString();
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ");
      for (int syllable = 1 + random.nextInt(3); syllable >= 0; syllable--) {
        words.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
    }
    return words.toString();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Writes the site's file into a folder of inputs. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(host + ".jsonl"), String.join("\n", lines) + "\n");
  }
}
