package org.copydesk.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Junk by kinds, made from {@code testdata/junk/material.txt} and without sight of the rules: what
 * a page holds instead of an article, in twelve languages. Seeded: the same number gives the same
 * texts.
 */
final class UnseenJunk {
  /** One text and what it is. */
  record Text(String kind, String language, String text) {}

  private static final Path MATERIAL = Path.of("testdata/junk/material.txt");

  private final Random random;
  private final Map<String, Map<String, List<String>>> material = new TreeMap<>();
  private Map<String, List<String>> words;

  private UnseenJunk(long seed) {
    this.random = new Random(seed);
    try {
      for (String line : Files.readAllLines(MATERIAL)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split(": ", 2);
          String[] name = parts[0].split(" ");
          material
              .computeIfAbsent(name[0], language -> new TreeMap<>())
              .put(name[1], List.of(parts[1].split(" \\| ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So many texts, each kind in each language in turn. */
  static List<Text> texts(int count, long seed) {
    UnseenJunk junk = new UnseenJunk(seed);
    Map<String, Function<String, String>> kinds = junk.kinds();
    List<Text> texts = new ArrayList<>();
    while (texts.size() < count) {
      kinds.forEach(
          (kind, maker) ->
              junk.material.forEach(
                  (language, words) -> {
                    junk.words = words;
                    texts.add(new Text(kind, language, maker.apply(language)));
                  }));
    }
    return List.copyOf(texts.subList(0, count));
  }

  private Map<String, Function<String, String>> kinds() {
    Map<String, Function<String, String>> kinds = new TreeMap<>();
    kinds.put("navigation", language -> navigation());
    kinds.put("notice", language -> sentences("notice", 3, 7));
    kinds.put("consent", language -> consent());
    kinds.put("error page", language -> errorPage());
    kinds.put("listing", language -> listing());
    kinds.put("stuffing", language -> stuffing());
    kinds.put("tickers", language -> tickers());
    kinds.put("wrong encoding", this::wrongEncoding);
    kinds.put("gibberish", language -> gibberish());
    kinds.put("template", language -> template());
    kinds.put("scan", language -> scan());
    kinds.put("code", language -> code());
    kinds.put("log", language -> log());
    return kinds;
  }

  private String navigation() {
    List<String> menu = some("menu", 12, 30);
    return switch (random.nextInt(6)) {
      case 0 -> String.join("\n", menu);
      case 1 -> String.join(" | ", menu);
      case 2 -> String.join(" ", menu) + " " + String.join(" ", some("menu", 6, 14));
      case 3 -> String.join(" > ", menu.subList(0, 4)) + "\n\n" + String.join(" · ", menu);
      case 4 -> letters() + "\n" + String.join("\n", menu) + "\n« 1 2 3 4 5 … " + number(99) + " »";
      default -> counted(menu);
    };
  }

  private String counted(List<String> names) {
    List<String> rows = new ArrayList<>();
    names.forEach(name -> rows.add(name + " (" + number(900) + ")"));
    return String.join(random.nextBoolean() ? "\n" : ", ", rows);
  }

  private static String letters() {
    StringBuilder all = new StringBuilder();
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      all.append(letter).append(' ');
    }
    return all.toString().strip();
  }

  private String consent() {
    String text = sentences("cookie", 4, 8);
    return random.nextInt(3) > 0
        ? text
        : text
            + "\n"
            + row("_ga", "2 y", "HTTP")
            + row("PHPSESSID", "session", "HTTP")
            + row("IDE", "1 y", "pixel");
  }

  private static String row(String... cells) {
    return String.join("\t", cells) + "\n";
  }

  private String errorPage() {
    String text = sentences("error", 3, 6);
    return switch (random.nextInt(4)) {
      case 0 -> text + "\n" + String.join("\n", some("menu", 4, 10));
      case 1 -> text + "\nRay ID: " + hex(16) + "\nnginx/1." + number(25) + "." + number(9);
      case 2 -> text + "\nReference #" + number(99) + "." + hex(8) + "." + number(99_999_999);
      default -> text;
    };
  }

  private String listing() {
    List<String> rows = new ArrayList<>();
    List<String> shapes = words.get("row");
    int count = 6 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      String row = one("goods") + ", " + filled(shapes.get(random.nextInt(shapes.size())));
      rows.add(random.nextInt(3) > 0 ? row : row + " · " + one("goods") + " " + number(900));
    }
    return String.join(random.nextInt(3) > 0 ? "\n" : " ", rows);
  }

  private String filled(String shape) {
    return shape
        .replace("{p}", number(900))
        .replace("{q}", number(90))
        .replace("{n}", number(2_000));
  }

  private String stuffing() {
    List<String> phrases = some("search", 3, 6);
    StringBuilder text = new StringBuilder();
    int count = 15 + random.nextInt(30);
    for (int i = 0; i < count; i++) {
      text.append(phrases.get(random.nextInt(phrases.size())));
      text.append(
          switch (random.nextInt(5)) {
            case 0 -> ", ";
            case 1 -> " " + one("goods") + " ";
            case 2 -> ". ";
            default -> " ";
          });
    }
    return text.toString().strip();
  }

  private String tickers() {
    List<String> rows = new ArrayList<>();
    int count = 10 + random.nextInt(25);
    int shape = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      rows.add(
          switch (shape) {
            case 0 -> capitals(4) + " " + price() + " " + change() + "%";
            case 1 -> capitals(3) + "/" + capitals(3) + " " + price() + " " + price();
            case 2 ->
                capitals(4) + "\t" + price() + "\t" + change() + "\t" + number(9_000_000) + "\t+";
            default ->
                capitals(3) + number(60) + " " + number(24) + ":" + number(60) + " " + price();
          });
    }
    return String.join(random.nextBoolean() ? "\n" : " ", rows);
  }

  private String wrongEncoding(String language) {
    String prose = sentences("prose", 4, 6);
    return switch (random.nextInt(6)) {
      case 0, 1 -> again(prose, StandardCharsets.UTF_8, Charset.forName("windows-1252"));
      case 2 ->
          again(
              again(prose, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1),
              StandardCharsets.UTF_8,
              StandardCharsets.ISO_8859_1);
      case 3 -> prose.replaceAll("[^ -~]|[eaio](?=[a-z])", "\uFFFD");
      case 4 -> entities(prose);
      default ->
          language.equals("ru")
              ? again(prose, Charset.forName("windows-1251"), Charset.forName("KOI8-R"))
              : Base64.getMimeEncoder().encodeToString(prose.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static String again(String text, Charset written, Charset read) {
    return new String(text.getBytes(written), read);
  }

  private static String entities(String text) {
    StringBuilder all = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c == ' ') {
                all.append("&amp;nbsp;");
              } else if (c > 126 || c % 5 == 0) {
                all.append("&amp;#").append(c).append(';');
              } else {
                all.append((char) c);
              }
            });
    return all.toString();
  }

  private String gibberish() {
    StringBuilder text = new StringBuilder();
    int shape = random.nextInt(4);
    int count = 30 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      text.append(
          switch (shape) {
            case 0 -> letters("abcdefghijklmnopqrstuvwxyz", 2 + random.nextInt(9));
            case 1 -> letters("asdfghjkl", 3 + random.nextInt(6));
            case 2 ->
                letters("bcdfghklmnprstvz", 1)
                    + letters("aeiou", 1)
                    + letters("bcdfghklmnprstvz", 1)
                    + letters("aeiou", 1 + random.nextInt(2));
            default -> scrambled(one("prose"));
          });
      text.append(random.nextInt(9) == 0 ? ". " : " ");
    }
    return text.toString().strip();
  }

  /** A word with its letters in another order. */
  private String scrambled(String sentence) {
    String[] all = sentence.split(" ");
    List<String> letters =
        new ArrayList<>(Arrays.asList(all[random.nextInt(all.length)].split("")));
    Collections.shuffle(letters, random);
    return String.join("", letters);
  }

  private String template() {
    String name = one("goods");
    List<String> parts = new ArrayList<>();
    int shape = random.nextInt(5);
    for (int i = 0; i < 6 + random.nextInt(6); i++) {
      parts.add(
          switch (shape) {
            case 0 ->
                "{{ item.title }} {{ item.price | currency }} "
                    + name
                    + " {{#if user}}{{user.name}}{{/if}}";
            case 1 ->
                "[gallery ids=\""
                    + number(900)
                    + ","
                    + number(900)
                    + "\"] [/caption] [vc_row] "
                    + name;
            case 2 -> "undefined NaN null [object Object] " + name + " undefined";
            case 3 -> "%TITLE% %%DATE%% ${article.body} ${article.author} " + name + " $LABEL";
            default ->
                "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. "
                    + name;
          });
    }
    return String.join(random.nextBoolean() ? "\n" : " ", parts);
  }

  /** Prose as a poor scanner reads it: letters for others, words torn, stray marks. */
  private String scan() {
    StringBuilder text = new StringBuilder();
    for (char c : sentences("prose", 5, 7).toCharArray()) {
      int luck = random.nextInt(100);
      if (luck < 7 && Character.isLetter(c)) {
        text.append("1l|!i;:.,'~^*#°§0O5S8B".charAt(random.nextInt(22)));
      } else if (luck < 12) {
        text.append(c).append(' ');
      } else if (luck < 14) {
        text.append(c).append(random.nextBoolean() ? "- " : "\n");
      } else if (luck >= 15) {
        text.append(c);
      }
    }
    return text.toString();
  }

  private String code() {
    String id = letters("abcdefghijklmnopqrstuvwxyz", 6);
    String word = one("goods");
    String line =
        switch (random.nextInt(7)) {
          case 0 ->
              "var "
                  + id
                  + " = window."
                  + id
                  + " || []; "
                  + id
                  + ".push({'event': '"
                  + word
                  + "', 'id': "
                  + number(999)
                  + "});";
          case 1 ->
              "."
                  + id
                  + " { margin: 0 auto; padding: "
                  + number(20)
                  + "px; color: #"
                  + hex(6)
                  + "; display: inline-block; }";
          case 2 ->
              "<div class=\""
                  + id
                  + "\"><a href=\"/"
                  + id
                  + "/"
                  + number(999)
                  + "\">"
                  + word
                  + "</a></div>";
          case 3 ->
              "{\"id\": "
                  + number(9_999)
                  + ", \"name\": \""
                  + word
                  + "\", \"tags\": [\""
                  + id
                  + "\"], \"ok\": true},";
          case 4 ->
              "INSERT INTO " + id + " (id, name) VALUES (" + number(999) + ", '" + word + "');";
          case 5 ->
              "public void "
                  + id
                  + "(String "
                  + id
                  + ") { if ("
                  + id
                  + " == null) { return; } this."
                  + id
                  + " = "
                  + id
                  + "; }";
          default ->
              "def "
                  + id
                  + "(self, "
                  + id
                  + "): return self."
                  + id
                  + "["
                  + number(9)
                  + "]  # "
                  + word;
        };
    return repeated(line, "\n");
  }

  private String log() {
    List<String> rows = new ArrayList<>();
    int shape = random.nextInt(4);
    for (int i = 0; i < 8 + random.nextInt(20); i++) {
      String time = "2024-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(19));
      rows.add(
          switch (shape) {
            case 0 ->
                number(255)
                    + "."
                    + number(255)
                    + ".0."
                    + number(255)
                    + " - - ["
                    + time
                    + "] \"GET /"
                    + hex(6)
                    + " HTTP/1.1\" 200 "
                    + number(9_999);
            case 1 ->
                time
                    + " 12:"
                    + (10 + random.nextInt(49))
                    + ":07,123 WARN [pool-"
                    + number(9)
                    + "] c.e."
                    + capitals(1)
                    + "Service: "
                    + one("error");
            case 2 ->
                "\tat com.example."
                    + letters("abcdefgh", 5)
                    + ".run(Main.java:"
                    + number(400)
                    + ")";
            default ->
                "Warning: mysqli_connect(): (HY000/"
                    + number(2_100)
                    + ") in /var/www/html/"
                    + hex(5)
                    + ".php on line "
                    + number(400);
          });
    }
    return String.join("\n", rows);
  }

  private String repeated(String line, String between) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4 + random.nextInt(12); i++) {
      lines.add(line.replaceFirst("\\d+", number(999)));
    }
    return String.join(between, lines);
  }

  private String sentences(String kind, int least, int most) {
    return String.join(random.nextInt(4) == 0 ? "\n" : " ", some(kind, least, most));
  }

  private List<String> some(String kind, int least, int most) {
    List<String> all = new ArrayList<>(words.get(kind));
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(all.size(), least + random.nextInt(most - least + 1)));
  }

  private String one(String kind) {
    List<String> all = words.get(kind);
    return all.get(random.nextInt(all.size()));
  }

  private String number(int below) {
    return Integer.toString(1 + random.nextInt(below));
  }

  private String price() {
    return String.format(Locale.ROOT, "%.2f", random.nextInt(100_000) / 100.0);
  }

  private String change() {
    return String.format(Locale.ROOT, "%+.2f", (random.nextInt(1_000) - 500) / 100.0);
  }

  private String capitals(int count) {
    return letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", count);
  }

  private String hex(int count) {
    return letters("0123456789abcdef", count);
  }

  private String letters(String from, int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(from.charAt(random.nextInt(from.length())));
    }
    return all.toString();
  }
}
