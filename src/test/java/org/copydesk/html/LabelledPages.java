package org.copydesk.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The sets of real pages whose text and fields are known, beside the project. */
final class LabelledPages {
  private static final Path DATA = Path.of("../shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledPages() {}

  /**
   * A page and what is right for it.
   *
   * @param group page type, or language
   * @param url address, or host where only that is known
   * @param title null when unknown
   * @param authors as the set writes them; null when it names none
   * @param day ISO 8601; null when the set names none
   */
  record Labelled(
      String set,
      String file,
      String group,
      String url,
      String title,
      String text,
      String authors,
      String day) {

    /** Decided by the host alone, so no site is in both halves. */
    boolean isToDevelopOn() {
      return org.copydesk.html.Labelled.isToDevelopOn(url);
    }

    Page page() throws IOException {
      return org.copydesk.html.Labelled.page(DATA.resolve(set + "/pages/" + file), url);
    }

    /** The page without what its head and attributes state: only what a reader sees is left. */
    Page pageWithoutTags() throws IOException {
      Document document = Jsoup.parse(new String(page().payload(), StandardCharsets.UTF_8), url);
      document.select("meta, script[type*=json], link[rel=canonical]").remove();
      for (String attribute : new String[] {"itemprop", "itemtype", "itemscope", "property"}) {
        document.select("[" + attribute + "]").removeAttr(attribute);
      }
      document.outputSettings().prettyPrint(false);
      return org.copydesk.html.Labelled.page(url, document.outerHtml());
    }
  }

  /** 716 pages of seven types; the type is the group. */
  static List<Labelled> wcxb() throws IOException {
    List<Labelled> pages = new ArrayList<>();
    for (String line : Files.readAllLines(DATA.resolve("html-wcxb/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      JsonNode article = gold.get("article");
      pages.add(
          new Labelled(
              "html-wcxb",
              gold.get("source_file").asText(),
              gold.get("page_type").asText(),
              gold.get("url").asText(),
              article.path("title").textValue(),
              article.get("text").asText(),
              article.path("authors").textValue(),
              article.path("published_at").textValue()));
    }
    return pages;
  }

  /** 960 news pages in five languages; the language is the group, the text begins with a title. */
  static List<Labelled> daniel() throws IOException {
    List<Labelled> pages = new ArrayList<>();
    for (String line : Files.readAllLines(DATA.resolve("html-daniel/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      pages.add(
          new Labelled(
              "html-daniel",
              gold.get("source_file").asText(),
              gold.get("language").asText(),
              // Only the host is known; none of them is a front page.
              "http://" + gold.get("host").asText() + "/x.html",
              null,
              gold.get("article").get("text").asText(),
              null,
              null));
    }
    return pages;
  }
}
