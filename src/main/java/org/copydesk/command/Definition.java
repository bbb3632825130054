package org.copydesk.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.copydesk.corpus.Failure;

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

  private final Map<String, Object> settings;

  private Definition(Map<String, Object> settings) {
    this.settings = settings;
  }

  /**
   * Reads a definition.
   *
   * @param known names a definition may hold
   */
  static Definition read(Path file, Map<String, String> environment, Collection<String> known)
      throws IOException, Failure {
    String text;
    try {
      text = fill(Files.readString(file), environment, file);
    } catch (NoSuchFileException e) {
      throw new Failure(Failure.USAGE, "no definition " + file, e);
    }
    Map<?, ?> read;
    try {
      read = YAML.readValue(text, Map.class);
    } catch (JsonProcessingException e) {
      throw new Failure(Failure.USAGE, file + ": " + e.getOriginalMessage(), e);
    }
    Map<String, Object> settings = new TreeMap<>();
    if (read != null) {
      for (Map.Entry<?, ?> entry : read.entrySet()) {
        String name = String.valueOf(entry.getKey());
        if (!known.contains(name)) {
          throw new Failure(
              Failure.USAGE,
              file + ": no setting is called " + name + NearestName.suggestion(name, known));
        }
        settings.put(name, entry.getValue());
      }
    }
    return new Definition(settings);
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
    return new Definition(rest);
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
