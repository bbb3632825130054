package org.copydesk.dump;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the files that inputs name: {@code dumps/2024-*}{@code /*.txt}, {@code hdfs://names/dumps},
 * a folder (all files below it) or a file. Regular files only, links below a folder not followed,
 * sorted by name; each file once, also when it has two names (then the first in order). Files whose
 * names begin with a dot are passed over.
 */
public final class InputListing {
  /**
   * A file to read.
   *
   * @param sourceFile path below the fixed part of its glob, with slashes
   * @param path where it lies; a URI where its name has bytes that are no characters
   * @param bytes its size
   */
  public record Input(String sourceFile, String path, long bytes) {}

  /** Inputs that cannot be listed, in words for the user. */
  public static final class BadInput extends Exception {
    private static final long serialVersionUID = 1;

    private final String input;

    BadInput(String input, String message) {
      super(message);
      this.input = input;
    }

    /** The input as it was given; null where no single one is to blame. */
    public String input() {
      return input;
    }
  }

  private record Found(String place, long bytes, Object identity) {}

  private final FileTree tree;
  private final TreeMap<String, Found> files = new TreeMap<>();

  /** Names that two files have once bytes that are no characters are written out. */
  private final TreeSet<String> alike = new TreeSet<>();

  private InputListing(FileTree tree) {
    this.tree = tree;
  }

  /** The files of all inputs on this machine, in the order of their source names. */
  public static List<Input> list(List<String> inputs) throws IOException, BadInput {
    return list(inputs, LocalFiles.TREE);
  }

  /** The files of all inputs, in the order of their source names. */
  public static List<Input> list(List<String> inputs, FileTree tree) throws IOException, BadInput {
    InputListing listing = new InputListing(tree);
    String base = null;
    for (String input : inputs) {
      String fixed = listing.collect(input);
      base = base == null ? fixed : commonParent(base, fixed);
    }
    return listing.named(base);
  }

  /** Adds the files of an input; gives its fixed part. */
  private String collect(String input) throws IOException, BadInput {
    if (input.equals("-")) {
      throw new BadInput(input, "standard input is not read: name files, folders or globs");
    }
    try {
      return collectFrom(input);
    } catch (InvalidPathException e) {
      throw new BadInput(input, "no path: " + input + ": " + e.getReason());
    }
  }

  private String collectFrom(String input) throws IOException, BadInput {
    int wildcard = wildcard(input);
    int[] matched = {0};
    FileTree.Kind kind = wildcard < 0 ? tree.kind(tree.absolute(input)) : null;
    // A file may be called page[1].txt, and then that is what is meant.
    boolean isName = wildcard >= 0 && tree.kind(tree.absolute(input)) == FileTree.Kind.FILE;
    if (kind == FileTree.Kind.FILE || isName) {
      String file = tree.absolute(input);
      tree.file(file, visitor(any -> true, matched));
      return parent(file);
    }
    if (kind == FileTree.Kind.OTHER) {
      throw new BadInput(input, "not a regular file: " + input);
    }
    String fixed = wildcard < 0 ? tree.absolute(input) : fixedPart(input, wildcard);
    Predicate<String> wanted = wildcard < 0 ? any -> true : matcher(input, wildcard, fixed);
    boolean isFolder = tree.kind(fixed) == FileTree.Kind.FOLDER;
    if (isFolder) {
      tree.walk(fixed, visitor(wanted, matched));
    }
    if (matched[0] == 0) {
      throw new BadInput(input, nothing(input, fixed, wildcard >= 0, isFolder));
    }
    return fixed;
  }

  /** Why an input gave no file, with the place that was looked at. */
  private static String nothing(String input, String fixed, boolean isGlob, boolean isFolder) {
    String place = input.equals(fixed) ? "" : " (" + fixed + ")";
    if (isGlob) {
      return "no file matches "
          + input
          + (isFolder ? ", looked for below " : ", no folder ")
          + fixed;
    }
    return isFolder
        ? input + place + " is a folder without files"
        : "no file or folder " + input + place;
  }

  private FileTree.Visitor visitor(Predicate<String> wanted, int[] matched) {
    return (location, place, bytes, identity) -> {
      if (wanted.test(location)) {
        matched[0]++;
        Found found = new Found(place, bytes, identity);
        Found other = files.put(location, found);
        if (other != null && !other.place().equals(place)) {
          alike.add(location);
        }
      }
    };
  }

  private List<Input> named(String base) throws BadInput {
    if (!alike.isEmpty()) {
      throw new BadInput(null, "two files are named " + alike.first());
    }
    TreeMap<String, Input> byName = new TreeMap<>();
    Set<Object> seen = new HashSet<>();
    for (Map.Entry<String, Found> file : files.entrySet()) {
      Object identity = file.getValue().identity();
      if (identity != null && !seen.add(identity)) {
        continue;
      }
      String location = file.getKey();
      String name = location.substring(base.length()).replaceFirst("^/+", "");
      Input input = new Input(name, file.getValue().place(), file.getValue().bytes());
      Input other = byName.put(name, input);
      if (other != null) {
        throw new BadInput(
            null, "two files are named " + name + ": " + other.path() + ", " + input.path());
      }
    }
    return new ArrayList<>(byName.values());
  }

  private static int wildcard(String input) {
    for (int i = 0; i < input.length(); i++) {
      if ("*?[{".indexOf(input.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** The folder before the first wildcard. */
  private String fixedPart(String input, int wildcard) {
    int slash = input.lastIndexOf('/', wildcard);
    String fixed = slash < 0 ? "." : slash == 0 ? "/" : input.substring(0, slash);
    return tree.absolute(fixed);
  }

  private static Predicate<String> matcher(String input, int wildcard, String fixed)
      throws BadInput {
    String pattern = input.substring(input.lastIndexOf('/', wildcard) + 1);
    PathMatcher below;
    try {
      below = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new BadInput(input, "no glob: " + input + ": " + fault(pattern));
    }
    int prefix = fixed.endsWith("/") ? fixed.length() : fixed.length() + 1;
    return location -> {
      try {
        return below.matches(Path.of(location.substring(prefix)));
      } catch (InvalidPathException e) {
        // Not writable in this machine's character set.
        return false;
      }
    };
  }

  /** What is wrong with a glob; there are few ways. */
  private static String fault(String pattern) {
    int group = 0;
    boolean isClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (isClass) {
        isClass = c != ']';
      } else if (c == '[') {
        isClass = true;
      } else if (c == '{' && ++group > 1) {
        return "a { stands within another; write the alternatives out";
      } else if (c == '}') {
        group = Math.max(0, group - 1);
      }
    }
    String name = "; \\ before it makes it part of a name";
    return isClass
        ? "a [ is not closed by ]" + name
        : group > 0 ? "a { is not closed by }" + name : "a range or an escape is not whole";
  }

  private static String parent(String location) {
    int slash = location.lastIndexOf('/');
    return slash == 0 ? "/" : location.substring(0, slash);
  }

  /** The folder both are in; empty when they have none. */
  private static String commonParent(String a, String b) {
    String common = a;
    while (!common.isEmpty() && !isBelow(b, common)) {
      int slash = common.lastIndexOf('/');
      boolean isRoot = slash == 0 && common.length() > 1;
      common = isRoot ? "/" : slash < 0 ? "" : common.substring(0, slash);
    }
    return common;
  }

  private static boolean isBelow(String location, String folder) {
    return location.equals(folder)
        || location.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }
}
