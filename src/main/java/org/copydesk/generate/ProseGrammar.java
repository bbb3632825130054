package org.copydesk.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Rules that expand to prose: {@code greeting: Hello {first} {last} | {3-9} guests}.
 *
 * <p>Read from {@code LANGUAGE.grammar}, whose head explains the form, and compiled once a topic,
 * so that expanding is array look-ups. Expansions that begin with a marked rule ({@code {first#1}})
 * are the same throughout a story.
 */
final class ProseGrammar {
  /** A part of an alternative: literal text, a number's range, or a rule. */
  private record Part(String literal, int from, int to, int rule, int memo) {}

  private final Map<String, Integer> ruleNumbers = new LinkedHashMap<>();
  private final List<Part[][]> rules = new ArrayList<>();
  private final Map<String, Integer> memos = new HashMap<>();
  private Part[][][] compiled;
  private final Map<String, List<String>> source;
  private final String topic;
  private final String language;

  private ProseGrammar(Map<String, List<String>> source, String topic, String language) {
    this.source = source;
    this.topic = topic;
    this.language = language;
  }

  /** The grammars of a language, one a topic, in the order of its {@code topics} rule. */
  static List<ProseGrammar> load(String language) {
    Map<String, List<String>> source = read(language);
    List<ProseGrammar> grammars = new ArrayList<>();
    for (String topic : source.get("topics").get(0).split(" ")) {
      grammars.add(new ProseGrammar(source, topic, language));
      grammars.get(grammars.size() - 1).compileAll();
    }
    return List.copyOf(grammars);
  }

  private static Map<String, List<String>> read(String language) {
    Map<String, List<String>> source = new LinkedHashMap<>();
    try (InputStream in = ProseGrammar.class.getResourceAsStream(language + ".grammar")) {
      if (in == null) {
        throw new IllegalArgumentException("no grammar for the language " + language);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> current = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String alternatives = line;
        if (line.charAt(0) != ' ') {
          int colon = line.indexOf(':');
          current = source.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>());
          alternatives = line.substring(colon + 1);
        }
        for (String alternative : alternatives.split("\\|")) {
          current.add(alternative.trim());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return source;
  }

  private void compileAll() {
    for (String name :
        List.of("title", "lead", "sentence", "person", "caption", "generic", "place")) {
      rule(name);
    }
    compiled = rules.toArray(new Part[0][][]);
  }

  /** The number of a rule, compiled when it is first asked for. */
  int rule(String name) {
    Integer known = ruleNumbers.get(name);
    if (known != null) {
      return known;
    }
    List<String> alternatives = source.get(name);
    if (alternatives == null) {
      throw new IllegalArgumentException("no such rule: " + name);
    }
    int number = rules.size();
    ruleNumbers.put(name, number);
    rules.add(null);
    Part[][] made = new Part[alternatives.size()][];
    for (int i = 0; i < made.length; i++) {
      made[i] = compile(alternatives.get(i));
    }
    rules.set(number, made);
    return number;
  }

  private Part[] compile(String alternative) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < alternative.length()) {
      int open = alternative.indexOf('{', at);
      int end = open < 0 ? alternative.length() : open;
      if (end > at) {
        parts.add(new Part(alternative.substring(at, end), 0, 0, -1, -1));
      }
      if (open < 0) {
        break;
      }
      int close = alternative.indexOf('}', open);
      parts.add(slot(alternative.substring(open + 1, close)));
      at = close + 1;
    }
    return parts.toArray(new Part[0]);
  }

  private Part slot(String slot) {
    if (Character.isDigit(slot.charAt(0))) {
      int dash = slot.indexOf('-');
      return new Part(
          null,
          Integer.parseInt(slot.substring(0, dash)),
          Integer.parseInt(slot.substring(dash + 1)),
          -1,
          -1);
    }
    int mark = slot.indexOf('#');
    String name = mark < 0 ? slot : slot.substring(0, mark);
    String resolved = name.startsWith("t.") ? topic + name.substring(1) : name;
    int memo = mark < 0 ? -1 : memos.computeIfAbsent(slot, key -> memos.size());
    return new Part(null, 0, 0, rule(resolved), memo);
  }

  String topic() {
    return topic;
  }

  String language() {
    return language;
  }

  int alternatives(int rule) {
    return compiled[rule].length;
  }

  /** A story's memory for marked slots. */
  String[] newMemory() {
    return new String[memos.size()];
  }

  /** Appends an expansion of a rule. */
  void expand(int rule, String[] memory, SplittableRandom random, StringBuilder out) {
    expand(rule, random.nextInt(compiled[rule].length), memory, random, out);
  }

  /** Appends an expansion of one alternative of a rule. */
  void expand(
      int rule, int alternative, String[] memory, SplittableRandom random, StringBuilder out) {
    for (Part part : compiled[rule][alternative]) {
      if (part.literal != null) {
        out.append(part.literal);
      } else if (part.rule < 0) {
        out.append(part.from + random.nextInt(part.to - part.from + 1));
      } else if (part.memo < 0) {
        expand(part.rule, memory, random, out);
      } else if (memory[part.memo] != null) {
        out.append(memory[part.memo]);
      } else {
        int start = out.length();
        expand(part.rule, memory, random, out);
        memory[part.memo] = out.substring(start);
      }
    }
  }
}
