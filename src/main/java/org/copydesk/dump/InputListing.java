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

    BadInput(String message) {
      super(message);
    }
  }

  /**
   * What the inputs name.
   *
   * @param files in the order of their source names
   * @param passedOver how many files lie below a corpus and are none, by its folder
   */
  public record Listing(List<Input> files, Map<String, Integer> passedOver) {
    /** A line on what was passed over; null when nothing was. */
    public String told() {
      if (passedOver.isEmpty()) {
        return null;
      }
      int count = passedOver.values().stream().mapToInt(Integer::intValue).sum();
      List<String> folders = new ArrayList<>(passedOver.keySet());
      int more = folders.size() - TOLD_FOLDERS;
      return "passed over "
          + count
          + (count == 1 ? " file" : " files")
          + " that builds wrote, at "
          + String.join(", ", folders.subList(0, Math.min(TOLD_FOLDERS, folders.size())))
          + (more > 0 ? " and " + more + " more" : "");
    }
  }

  private static final int TOLD_FOLDERS = 3;

  private record Found(String location, String place, long bytes, Object identity) {}

  private final FileTree tree;
  private final WrittenPlaces written;
  private final TreeMap<String, Integer> passedOver = new TreeMap<>();
  private final TreeMap<String, Found> files = new TreeMap<>();

  /** Names that two files have once bytes that are no characters are written out. */
  private final TreeSet<String> alike = new TreeSet<>();

  private InputListing(FileTree tree, WrittenPlaces written) {
    this.tree = tree;
    this.written = written;
  }

  /** The files of all inputs on this machine, in the order of their source names. */
  public static List<Input> list(List<String> inputs) throws IOException, BadInput {
    return list(inputs, LocalFiles.TREE, List.of()).files();
  }

  /**
   * The files of all inputs. What lies below a place where the build writes is none of them, nor
   * what lies below a folder that builds wrote to: it would be read as if it were news.
   *
   * @param outputs folders and files the build writes, which need not be there
   */
  public static Listing list(List<String> inputs, FileTree tree, List<String> outputs)
      throws IOException, BadInput {
    InputListing listing = new InputListing(tree, new WrittenPlaces(tree, outputs));
    String base = null;
    for (String input : inputs) {
      String fixed = listing.collect(input);
      base = base == null ? fixed : commonParent(base, fixed);
    }
    return new Listing(listing.named(base), listing.passedOver);
  }

  /** Adds the files of an input; gives its fixed part. */
  private String collect(String input) throws IOException, BadInput {
    int wildcard = wildcard(input);
    FileTree.Kind kind = wildcard < 0 ? tree.kind(tree.absolute(input)) : null;
    // A file may be called page[1].txt, and then that is what is meant.
    boolean isName = wildcard >= 0 && tree.kind(tree.absolute(input)) == FileTree.Kind.FILE;
    if (kind == FileTree.Kind.FILE || isName) {
      String file = tree.absolute(input);
      written.check(input, file, parent(file));
      tree.file(file, (location, place, bytes, id) -> add(new Found(location, place, bytes, id)));
      return parent(file);
    }
    if (kind == FileTree.Kind.OTHER) {
      throw new BadInput("not a regular file: " + input);
    }
    String fixed = wildcard < 0 ? tree.absolute(input) : fixedPart(input, wildcard);
    written.check(input, fixed, fixed);
    int before = passedOver.size();
    boolean isAny = false;
    if (tree.kind(fixed) == FileTree.Kind.FOLDER) {
      isAny = addBelow(fixed, wildcard < 0 ? any -> true : matcher(input, wildcard, fixed));
    }
    if (!isAny) {
      throw new BadInput(
          "no file matches "
              + input
              + (passedOver.size() > before ? " but what builds wrote: " + passedOver : ""));
    }
    return fixed;
  }

  /** Adds the wanted files below a folder; says whether there is one. */
  private boolean addBelow(String fixed, Predicate<String> wanted) throws IOException {
    List<Found> found = new ArrayList<>();
    WrittenPlaces.Below below = written.below(fixed);
    tree.walk(
        fixed,
        (location, place, bytes, identity) -> {
          below.see(location);
          if (wanted.test(location)) {
            found.add(new Found(location, place, bytes, identity));
          }
        });
    boolean isAny = false;
    for (Found file : found) {
      String writer = below.writer(file.location());
      if (writer == null) {
        add(file);
        isAny = true;
      } else {
        passedOver.merge(writer, 1, Integer::sum);
      }
    }
    return isAny;
  }

  private void add(Found found) {
    Found other = files.put(found.location(), found);
    if (other != null && !other.place().equals(found.place())) {
      alike.add(found.location());
    }
  }

  private List<Input> named(String base) throws BadInput {
    if (!alike.isEmpty()) {
      throw new BadInput("two files are named " + alike.first());
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
            "two files are named " + name + ": " + other.path() + ", " + input.path());
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

  private static Predicate<String> matcher(String input, int wildcard, String fixed) {
    String pattern = input.substring(input.lastIndexOf('/', wildcard) + 1);
    PathMatcher below = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
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

  static String parent(String location) {
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

  static boolean isBelow(String location, String folder) {
    return location.equals(folder)
        || location.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }
}
