package org.copydesk.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is known of the article on a page of HTML: a row of a {@code gold.jsonl}.
 *
 * @param url of the page; null when not known
 * @param type of the page, such as {@code article}; null when not known
 * @param title null when not known
 */
record KnownArticle(
    String sourceFile, String url, String type, String title, String text, List<String> authors) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows by file; those without text are left out. */
  static TreeMap<String, KnownArticle> read(Path file) throws IOException {
    TreeMap<String, KnownArticle> known = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = JSON.readTree(line);
      JsonNode article = node.path("article");
      String text = article.path("text").asText("");
      if (text.isBlank()) {
        continue;
      }
      List<String> authors = new ArrayList<>();
      article.path("authors").forEach(author -> authors.add(author.asText()));
      authors.removeIf(author -> author.length() < 4);
      known.put(
          node.path("source_file").asText(),
          new KnownArticle(
              node.path("source_file").asText(),
              node.path("url").asText(null),
              node.path("page_type").asText(null),
              article.path("title").asText(null),
              text,
              authors));
    }
    return known;
  }
}
