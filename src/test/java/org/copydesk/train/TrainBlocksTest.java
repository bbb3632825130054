package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainBlocksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGES = 40;

  @TempDir Path folder;

  private static String paragraph(int page, int number) {
    return "The council of town "
        + page
        + " said on day "
        + number
        + " that its pier would be mended before the winter storms begin again.";
  }

  /** Articles of as many hosts of the half that is learned from, each with a note of its house. */
  private void writeArticles() throws IOException {
    List<String> rows = new ArrayList<>();
    Files.createDirectories(folder.resolve("pages"));
    for (int i = 0, hosts = 0; hosts < PAGES; i++) {
      String host = "town" + i + ".example";
      if (!TrainConfidence.isDevelopedOn(host)) {
        continue;
      }
      hosts++;
      StringBuilder html = new StringBuilder("<html><head><title>Pier of town ").append(i);
      html.append(" to be mended soon</title></head><body><article><h1>Pier of town ").append(i);
      html.append(" to be mended soon</h1>");
      List<String> text = new ArrayList<>();
      for (int k = 1; k <= 3 + i % 5; k++) {
        text.add(paragraph(i, k));
        html.append("<p>").append(paragraph(i, k)).append("</p>");
      }
      html.append("<p class=\"house\">The friends of town ").append(i);
      html.append(
          " print all of this and more on paper every week of the year!</p></article></body></html>");
      Files.writeString(folder.resolve("pages/" + i + ".html"), html);
      ObjectNode row = JSON.createObjectNode();
      row.put("source_file", i + ".html").put("page_type", "article");
      row.put("url", "https://" + host + "/news/pier-to-be-mended-soon");
      row.putObject("article").put("text", String.join("\n\n", text)).put("title", "Pier");
      rows.add(row.toString());
    }
    Files.write(folder.resolve("gold.jsonl"), rows);
  }

  @Test
  void whatStandsBehindTextsAndIsNoneIsLearnedForHostsNotSeen() throws IOException {
    writeArticles();
    String figures = new TrainBlocks(folder, null, null).crossValidate();
    assertThat(figures, containsString("of " + PAGES + " articles"));
    double taught = Double.parseDouble(figures.replaceAll(".*F1 ([0-9.]+) of .*", "$1"));
    double rules = Double.parseDouble(figures.replaceAll(".*alone ([0-9.]+);.*", "$1"));
    assertThat(figures, taught, greaterThan(rules));
    assertThat(figures, taught, is(1.0));
  }

  @Test
  void theSamePagesGiveTheSameBytes() throws IOException {
    writeArticles();
    StringWriter told = new StringWriter();
    for (String name : new String[] {"one", "two"}) {
      new TrainBlocks(folder, null, null).write(folder.resolve(name), new PrintWriter(told, true));
    }
    byte[] one = Files.readAllBytes(folder.resolve("one"));
    assertThat(Files.readAllBytes(folder.resolve("two")), is(one));
    assertThat(Files.readString(folder.resolve("one")), containsString("0 | ALWAYS | 1 | "));
    assertThat(told.toString(), containsString("rules alone"));
  }

  @Test
  void aFolderWithoutArticlesIsRefused() throws IOException {
    Files.write(folder.resolve("gold.jsonl"), List.of());
    assertThrows(IllegalArgumentException.class, () -> new TrainBlocks(folder, null, null));
  }
}
