package org.copydesk.html.stated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself outside its text: JSON-LD, microdata, Open Graph and meta tags.
 * JSON-LD that is not quite JSON (comments, single quotes, trailing commas, raw line ends) is read
 * as far as it goes; what cannot be read is as if it were not there.
 */
public final class StructuredData {
  private static final int MOST_OBJECTS = 4_000;
  private static final int LONGEST_SCRIPT = 2_000_000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          new com.fasterxml.jackson.core.JsonFactoryBuilder()
              .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
              .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
              .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
              .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
              .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
              .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
              .build());
  private static final Set<String> ARTICLES =
      Set.of(
          "article",
          "newsarticle",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "opinionnewsarticle",
          "backgroundnewsarticle",
          "reviewnewsarticle",
          "asknewsarticle",
          "satiricalarticle",
          "blogposting",
          "liveblogposting",
          "advertisercontentarticle",
          "techarticle",
          "scholarlyarticle",
          "report",
          "socialmediaposting");

  private final Map<String, List<String>> meta = new HashMap<>();

  /** Names of the objects of JSON-LD that have an {@code @id}, and ids that stand for authors. */
  private final Map<String, String> namesById = new HashMap<>();

  private final List<String> authorIds = new ArrayList<>();

  /** In the order they stand on the page; the article's own fields only. */
  public final List<String> headlines = new ArrayList<>();

  public final List<String> published = new ArrayList<>();
  public final List<String> modified = new ArrayList<>();

  /** Dates of the page itself, where no article has one. */
  public final List<String> pagePublished = new ArrayList<>();

  public final List<String> authors = new ArrayList<>();

  /** Authors of the page itself, where no article has one. */
  public final List<String> pageAuthors = new ArrayList<>();

  /** What is told to visitor counters. */
  public final DataLayer layer = new DataLayer();

  /** Those of {@code authors} that are stated to be persons. */
  public final Set<String> persons = new HashSet<>();

  public final List<String> bodies = new ArrayList<>();

  /** What JSON-LD says of products. */
  public final List<String> products = new ArrayList<>();

  final List<String> keywords = new ArrayList<>();

  /** Of the article or of its page; those of images are theirs. */
  final List<String> licences = new ArrayList<>();

  public String publisher;
  String url;
  String section;
  String description;
  String image;

  /** Whether all may read it; null when that is not said. */
  Boolean isFree;

  /** Types of all objects of JSON-LD, in lower case. */
  public final Set<String> types = new HashSet<>();

  public boolean isArticle;
  public boolean isVideo;
  public boolean isCollection;

  /** Reads the page; with {@code isUsed} false only its language and base stay known. */
  public static StructuredData of(TellingElements page, boolean isUsed) {
    StructuredData data = new StructuredData();
    if (isUsed) {
      for (Element element : page.meta) {
        data.readMeta(element);
      }
      for (Element script : page.statements) {
        data.readJson(script.data());
      }
      for (Element element : page.meta) {
        String content = element.attr("content").strip();
        // Some programs write JSON-LD into an attribute, where its quotes are escaped.
        if (content.startsWith("{") && content.contains("schema.org")) {
          data.readJson(content);
        }
      }
      for (Element script : page.layers) {
        data.layer.read(script.data());
      }
      if (data.authors.isEmpty()) {
        for (String id : data.authorIds) {
          if (data.namesById.containsKey(id)) {
            data.authors.add(data.namesById.get(id));
          }
        }
      }
    }
    return data;
  }

  /** First value of the first of these meta names that has one; null when none has. */
  public String meta(String... names) {
    for (String name : names) {
      List<String> values = meta.get(name);
      if (values != null) {
        return values.get(0);
      }
    }
    return null;
  }

  /** All values of a meta name, in order. */
  public List<String> all(String name) {
    return meta.getOrDefault(name, List.of());
  }

  private void readMeta(Element element) {
    String content = element.attr("content").strip();
    if (content.isEmpty()) {
      return;
    }
    for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
      String names = element.attr(key);
      if (!names.isEmpty()) {
        for (String name : names.toLowerCase(Locale.ROOT).split(" ", 8)) {
          meta.computeIfAbsent(
                  key.equals("itemprop") ? "itemprop:" + name : name, n -> new ArrayList<>())
              .add(content);
        }
      }
    }
  }

  private void readJson(String script) {
    if (script.length() > LONGEST_SCRIPT) {
      return;
    }
    String text = script.replace("<![CDATA[", "").replace("]]>", "").strip();
    // Wrappers seen around JSON-LD: HTML comments, CDATA marks, a closing semicolon.
    int from = firstOf(text, '{', '[');
    int to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
    if (from < 0 || to < from) {
      return;
    }
    JsonNode root;
    String json = text.substring(from, to + 1);
    if (json.startsWith("&quot;", 1)) {
      // Some sites write the characters of text into a script, where they mean themselves.
      json = org.jsoup.parser.Parser.unescapeEntities(json, false);
    }
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return;
    }
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int i = 0; i < MOST_OBJECTS && !open.isEmpty(); i++) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        readObject(node);
        for (String key : new String[] {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
          if (node.has(key) && node.get(key).isContainerNode()) {
            open.add(node.get(key));
          }
        }
      }
    }
  }

  private static int firstOf(String text, char one, char other) {
    int a = text.indexOf(one);
    int b = text.indexOf(other);
    return a < 0 ? b : b < 0 ? a : Math.min(a, b);
  }

  private void readObject(JsonNode node) {
    boolean isNews = false;
    boolean isPage = false;
    boolean isProduct = false;
    JsonNode type = node.get("@type");
    if (type != null) {
      Iterable<JsonNode> types = type.isArray() ? type : List.of(type);
      for (JsonNode one : types) {
        String name = one.asText().toLowerCase(Locale.ROOT);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
        this.types.add(name);
        isPage |= name.equals("webpage") || name.equals("medicalwebpage");
        isNews |= ARTICLES.contains(name);
        isProduct |= name.equals("product") || name.equals("productgroup");
        isVideo |= name.equals("videoobject");
        isCollection |= name.equals("collectionpage") || name.equals("itemlist");
      }
    }
    JsonNode name = node.get("name");
    if (node.path("@id").isTextual() && name != null && name.isTextual()) {
      namesById.putIfAbsent(node.get("@id").asText(), name.asText());
    }
    if (isPage) {
      addText(pagePublished, node.get("datePublished"));
      addNames(pageAuthors, node.get("author"));
    }
    if (isProduct) {
      addText(products, node.get("description"));
    }
    if (isPage || isNews) {
      addAddress(licences, node.get("license"));
    }
    if (!isNews) {
      return;
    }
    isArticle = true;
    addText(headlines, node.get("headline"));
    if (node.path("headline").asText().isBlank()) {
      addText(headlines, node.get("name"));
    }
    addText(published, node.get("datePublished"));
    addText(published, node.get("dateCreated"));
    addText(modified, node.get("dateModified"));
    addText(bodies, node.get("articleBody"));
    if (authors.isEmpty() && authorIds.isEmpty()) {
      // Of several articles the first is the page's; the others are announced by it.
      addNames(authors, node.get("author"));
      for (String key : new String[] {"authors", "creator"}) {
        if (authors.isEmpty()) {
          addNames(authors, node.get(key));
        }
      }
      addIds(node.get("author"));
    }
    if (publisher == null) {
      List<String> names = new ArrayList<>();
      addNames(names, node.get("publisher"));
      publisher = names.isEmpty() ? null : names.get(0);
    }
    readForMachines(node);
    if (url == null) {
      JsonNode address = node.get("url");
      url = address != null && address.isTextual() ? address.asText() : null;
    }
  }

  /** Of several articles the first is the page's. */
  private void readForMachines(JsonNode node) {
    section = section == null ? first(node.get("articleSection")) : section;
    description = description == null ? first(node.get("description")) : description;
    if (image == null) {
      List<String> addresses = new ArrayList<>();
      addAddress(addresses, node.get("image"));
      image = addresses.isEmpty() ? null : addresses.get(0);
    }
    JsonNode words = node.get("keywords");
    if (keywords.isEmpty() && words != null) {
      for (JsonNode word : words.isArray() ? words : List.of(words)) {
        addText(keywords, word.isObject() ? word.get("name") : word);
      }
    }
    JsonNode free = node.get("isAccessibleForFree");
    if (isFree == null && free != null && free.isValueNode()) {
      String said = free.asText().toLowerCase(Locale.ROOT);
      isFree = said.endsWith("true") ? Boolean.TRUE : said.endsWith("false") ? Boolean.FALSE : null;
    }
  }

  private static String first(JsonNode node) {
    List<String> found = new ArrayList<>();
    addText(found, node);
    return found.isEmpty() ? null : found.get(0);
  }

  /** An address, or what is named by one. */
  private static void addAddress(List<String> to, JsonNode node) {
    if (node != null && node.isArray() && !node.isEmpty()) {
      addAddress(to, node.get(0));
    } else if (node != null && node.isObject()) {
      for (String key : new String[] {"url", "@id", "contentUrl", "name"}) {
        if (node.path(key).isTextual()) {
          addText(to, node.get(key));
          return;
        }
      }
    } else {
      addText(to, node);
    }
  }

  private static void addText(List<String> to, JsonNode node) {
    if (node != null && node.isTextual() && !node.asText().isBlank()) {
      to.add(org.jsoup.parser.Parser.unescapeEntities(node.asText(), false).strip());
    } else if (node != null && node.isNumber()) {
      to.add(node.asText());
    } else if (node != null && node.isArray() && !node.isEmpty()) {
      addText(to, node.get(0));
    }
  }

  private void addIds(JsonNode node) {
    if (node != null && node.isArray()) {
      for (JsonNode one : node) {
        if (!one.isArray()) {
          addIds(one);
        }
      }
    } else if (node != null && node.path("@id").isTextual()) {
      authorIds.add(node.get("@id").asText());
    }
  }

  /** A person's or a house's name: as a whole, in its parts, or another of theirs. */
  private void addName(List<String> to, JsonNode node) {
    int before = to.size();
    JsonNode name = node.get("name");
    if (name != null && name.isArray()) {
      name.forEach(one -> addText(to, one));
    } else if (name != null && !name.asText().isBlank()) {
      addText(to, name);
    } else if (node.path("familyName").isTextual()) {
      String whole = node.path("givenName").asText() + ' ' + node.get("familyName").asText();
      to.add(whole.strip());
    } else {
      addText(to, node.get("alternateName"));
    }
    if (node.path("@type").asText().equals("Person")) {
      persons.addAll(to.subList(before, to.size()));
    }
  }

  private void addNames(List<String> to, JsonNode node) {
    if (node == null) {
      return;
    }
    if (node.isArray()) {
      for (JsonNode one : node) {
        if (!one.isArray()) {
          addNames(to, one);
        }
      }
    } else if (node.isObject()) {
      addName(to, node);
    } else {
      addText(to, node);
    }
  }
}
