package org.copydesk.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.copydesk.command.options.NearestName;
import org.copydesk.corpus.Failure;
import org.copydesk.text.YamlText;

/**
 * A definition file: settings by the names they have as flags, in YAML, with {@code ${VAR}} and
 * {@code ${VAR:-default}} filled from the environment.
 *
 * <pre>
 * input: [dumps/]
 * output: ${CORPUS:-corpus}
 * spans: true
 * </pre>
 */
final class Definition {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** The one setting whose values may be mappings: rules that are written out. */
  private static final String MAPPINGS = "rules";

  private final Path file;
  private final Map<String, Object> settings;
  private final Map<String, Integer> lines;

  private Definition(Path file, Map<String, Object> settings, Map<String, Integer> lines) {
    this.file = file;
    this.settings = settings;
    this.lines = lines;
  }

  /**
   * Reads a definition.
   *
   * @param known names a definition may hold
   * @param many those of them that take a list
   */
  static Definition read(
      Path file, Map<String, String> environment, Collection<String> known, Collection<String> many)
      throws IOException, Failure {
    YamlText text;
    Map<?, ?> read;
    try {
      text = YamlText.of(fill(Files.readString(file), environment, file));
      read = YAML.readValue(text.text(), Map.class);
    } catch (NoSuchFileException e) {
      throw new Failure(Failure.USAGE, "no definition " + file, e);
    } catch (MalformedInputException e) {
      throw new Failure(Failure.USAGE, file + " is not in UTF-8", e);
    } catch (YamlText.Fault e) {
      throw new Failure(Failure.USAGE, file + ": " + e.getMessage(), e);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new Failure(
          Failure.USAGE, file + ": line " + line + ": a value that cannot be read", e);
    }
    Map<String, Object> settings = new TreeMap<>();
    for (Map.Entry<?, ?> entry : read.entrySet()) {
      String name = String.valueOf(entry.getKey());
      String place = file + ": line " + text.lines().getOrDefault(name, 1) + ": ";
      if (!known.contains(name)) {
        throw new Failure(
            Failure.USAGE,
            place + "no setting is called " + name + NearestName.suggestion(name, known));
      }
      checkShape(place, name, entry.getValue(), many.contains(name));
      settings.put(name, entry.getValue());
    }
    return new Definition(file, settings, text.lines());
  }

  /** What a definition says, which is not checked. */
  static Map<?, ?> unchecked(Path file, Map<String, String> environment)
      throws IOException, Failure {
    Map<?, ?> read = YAML.readValue(fill(Files.readString(file), environment, file), Map.class);
    return read == null ? Map.of() : read;
  }

  /** The inputs among {@link #unchecked what a definition says}; none where it names none. */
  static List<String> inputs(Map<?, ?> said) {
    Object input = said.get("input");
    if (input == null || said.containsKey("input-list")) {
      return List.of();
    }
    return input instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(input));
  }

  private static void checkShape(String place, String name, Object value, boolean isMany)
      throws Failure {
    if (value instanceof Collection<?> list) {
      if (!isMany) {
        throw new Failure(
            Failure.USAGE, place + name + " takes one value, and this is a list of " + list.size());
      }
      for (Object each : list) {
        if (each instanceof Collection<?>) {
          throw new Failure(Failure.USAGE, place + name + " takes a list of values, not of lists");
        }
        checkShape(place, name, each, false);
      }
    } else if (value instanceof Map<?, ?> && !name.equals(MAPPINGS)) {
      throw new Failure(Failure.USAGE, place + name + " takes a value, and this is a mapping");
    }
  }

  /** Where a setting stands, for a message about its value: empty where it stands nowhere. */
  String place(String name) {
    return settings.containsKey(name) ? file + ": line " + lines.getOrDefault(name, 1) + ": " : "";
  }

  /** The settings as flags, to be followed by those of the command line, which beat them. */
  List<String> asFlags() {
    List<String> flags = new ArrayList<>();
    settings.forEach(
        (name, value) -> {
          if (value instanceof Collection<?> many) {
            many.forEach(one -> flags.add("--" + name + "=" + flagged(one)));
          } else if (value != null) {
            flags.add("--" + name + "=" + flagged(value));
          }
        });
    return flags;
  }

  /** A value as a flag has it: a mapping (a rule) as JSON, which is YAML too. */
  private static Object flagged(Object value) {
    try {
      return value instanceof Map<?, ?> ? JSON.writeValueAsString(value) : value;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mapping that cannot be written as JSON", e);
    }
  }

  boolean has(String name) {
    return settings.containsKey(name);
  }

  /** The same without a setting that the command line replaces as a whole. */
  Definition without(String name) {
    Map<String, Object> rest = new TreeMap<>(settings);
    rest.remove(name);
    return new Definition(file, rest, lines);
  }

  /** Fills variables; comments are left alone. */
  private static String fill(String text, Map<String, String> environment, Path file)
      throws Failure {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      int open = text.indexOf("${", at);
      if (open < 0) {
        return out.append(text, at, text.length()).toString();
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new Failure(Failure.USAGE, file + ": ${ without }");
      }
      out.append(text, at, open);
      at = close + 1;
      boolean isComment = text.substring(text.lastIndexOf('\n', open) + 1, open).contains("#");
      if (isComment) {
        out.append(text, open, at);
        continue;
      }
      String inside = text.substring(open + 2, close);
      int mark = inside.indexOf(":-");
      String name = mark < 0 ? inside : inside.substring(0, mark);
      String value = environment.get(name);
      boolean isMissing = value == null || (value.isEmpty() && mark >= 0);
      if (isMissing && mark < 0) {
        throw new Failure(Failure.USAGE, file + ": the environment has no " + name);
      }
      out.append(isMissing ? inside.substring(mark + 2) : Objects.requireNonNull(value));
    }
  }
}
