package org.copydesk.text;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A YAML file that a person wrote, looked over before anything is made of it: what is wrong is said
 * with its line and the fix. Of YAML it allows mappings, lists and plain values: a name once, no
 * tags, no anchors, one document, and nesting as deep as a person can read.
 *
 * @param text of the file
 * @param lines where each name of the outermost mapping stands, from 1
 */
public record YamlText(String text, Map<String, Integer> lines) {
  private static final int DEEPEST = 16;
  private static final int LONGEST = 1_000_000;
  private static final int LONGEST_SHOWN = 60;
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern NO_SPACE = Pattern.compile("\\s*(?:- )?[A-Za-z][\\w-]*:(?!//)\\S.*");

  /** What of the file is no YAML that is read; its message says where and what to do. */
  public static final class Fault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Fault(int line, String message) {
      super("line " + line + ": " + message);
    }

    Fault(String message) {
      super(message);
    }
  }

  /** A mapping whose names are being collected, or a list. */
  private static final class Open {
    private final boolean isMapping;
    private final Set<String> names = new HashSet<>();
    private final boolean isFlow;
    private final int line;
    private boolean isName = true;

    Open(CollectionStartEvent start, int line) {
      this.isMapping = start instanceof MappingStartEvent;
      this.isFlow = start.isFlow();
      this.line = line;
    }
  }

  /**
   * Looks a text over.
   *
   * @throws Fault where something is wrong
   */
  public static YamlText of(String text) {
    Map<String, Integer> lines = new TreeMap<>();
    Deque<Open> open = new ArrayDeque<>();
    String[] written = LINE_END.split(text, -1);
    boolean isEmpty = true;
    int documents = 0;
    if (text.length() > LONGEST) {
      throw new Fault("it is longer than a million characters, which nobody wrote by hand");
    }
    try {
      for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
        int line = event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
        if (event instanceof DocumentStartEvent && ++documents > 1) {
          throw new Fault(line, "a second document begins (---); one is read");
        }
        if (event instanceof NodeEvent node) {
          isEmpty &= isNothing(node);
          checkNode(node, line);
          take(node, line, open, lines, written);
        } else if (event instanceof CollectionEndEvent) {
          open.pop();
        }
      }
    } catch (MarkedYAMLException e) {
      throw fault(e, written, open.peek());
    } catch (YAMLException e) {
      throw new Fault("it holds a character that YAML does not allow, for example NUL");
    }
    if (isEmpty) {
      throw new Fault("it is empty; every setting is a line as `name: value`");
    }
    return new YamlText(text, lines);
  }

  private static boolean isNothing(NodeEvent node) {
    return node instanceof ScalarEvent scalar && scalar.getValue().isEmpty();
  }

  private static void checkNode(NodeEvent node, int line) {
    if (node instanceof AliasEvent || node.getAnchor() != null) {
      throw new Fault(line, "anchors (&name) and aliases (*name) are not read: write it out");
    }
    String tag =
        node instanceof ScalarEvent scalar
            ? scalar.getTag()
            : node instanceof CollectionStartEvent collection ? collection.getTag() : null;
    if (tag != null) {
      throw new Fault(line, "tags (!name) are not read: write the value without");
    }
  }

  private static void take(
      NodeEvent node, int line, Deque<Open> open, Map<String, Integer> lines, String[] text) {
    Open in = open.peek();
    if (in == null && !(node instanceof MappingStartEvent) && !isNothing(node)) {
      throw noMapping(node, line, text);
    }
    if (in != null && in.isMapping) {
      if (in.isName) {
        if (!(node instanceof ScalarEvent name)) {
          throw new Fault(line, "a list or a mapping stands where a name should");
        }
        if (!in.names.add(name.getValue())) {
          throw new Fault(line, shown(name.getValue()) + " stands here a second time");
        }
        if (open.size() == 1) {
          lines.put(name.getValue(), line);
        }
      } else if (node instanceof ScalarEvent value) {
        checkValue(value, line, text);
      }
      in.isName = !in.isName;
    }
    if (node instanceof CollectionStartEvent start) {
      open.push(new Open(start, line));
      if (open.size() > DEEPEST) {
        throw new Fault(line, "lists and mappings are nested more than " + DEEPEST + " deep");
      }
    }
  }

  /** A line without a space after its colon is read as the end of the value above it. */
  private static void checkValue(ScalarEvent value, int line, String[] text) {
    int last = value.getEndMark().getLine() + 1;
    for (int i = line + 1; value.isPlain() && i <= last; i++) {
      String each = line(text, i);
      if (NO_SPACE.matcher(each).matches()) {
        throw noSpace(i, each);
      }
    }
  }

  private static Fault noMapping(NodeEvent node, int line, String[] text) {
    if (node instanceof ScalarEvent && NO_SPACE.matcher(line(text, line)).matches()) {
      return noSpace(line, line(text, line));
    }
    return new Fault(line, "this is no setting; every setting is a line as `name: value`");
  }

  private static Fault noSpace(int line, String text) {
    String fixed = text.strip().replaceFirst(":", ": ");
    return new Fault(line, "a space is missing after the colon: " + shown(fixed));
  }

  private static Fault fault(MarkedYAMLException e, String[] text, Open in) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    if (mark == null) {
      return new Fault("it is no YAML");
    }
    int line = mark.getLine() + 1;
    for (int i = line; i >= Math.max(1, line - 1); i--) {
      if (NO_SPACE.matcher(line(text, i)).matches()) {
        return noSpace(i, line(text, i));
      }
    }
    String problem = String.valueOf(e.getProblem());
    String here = line(text, line);
    if (problem.contains("TAB") || here.stripTrailing().startsWith("\t")) {
      return new Fault(line, "a tab stands before " + shown(here.strip()) + ": use spaces");
    }
    boolean isFlow = in != null && in.isFlow;
    if (isFlow || problem.contains("expected ',' or") || problem.contains("end of stream")) {
      int context = e.getContextMark() == null ? line : e.getContextMark().getLine() + 1;
      int begun = isFlow ? in.line : context;
      return new Fault(begun, "a bracket or quote is opened here and not closed");
    }
    if (problem.contains("cannot start any token")) {
      return new Fault(line, "a value that begins like this has to be in quotes: " + shown(here));
    }
    if (problem.contains("mapping values are not allowed")) {
      return new Fault(
          line, "a second colon; a value that holds `: ` has to be in quotes: " + shown(here));
    }
    return new Fault(
        line, "this is no YAML; every setting is a line as `name: value`: " + shown(here));
  }

  private static String line(String[] text, int number) {
    return number <= text.length ? text[number - 1] : "";
  }

  private static String shown(String text) {
    return "`" + Printable.of(text.strip(), LONGEST_SHOWN) + "`";
  }
}
