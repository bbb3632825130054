package org.copydesk.dump;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.model.Reason;

/**
 * Finds the files that inputs name: {@code dumps/2024-*}{@code /*.txt}, {@code hdfs://names/dumps},
 * a folder (all files below it) or a file. Regular files only, links below a folder not followed,
 * sorted by name; each file once, also when it has two names (then the first in order). Files whose
 * names begin with a dot are passed over. What cannot be listed is an input with the trouble that
 * was met, so that it is told where files are told of; its neighbours are listed.
 */
public final class InputListing {
  /**
   * A file to read.
   *
   * @param sourceFile path below the fixed part of its glob, with slashes
   * @param path where it lies; a URI where its name has bytes that are no characters
   * @param listed what it was when it was listed
   * @param trouble why it, or the folder of that name, cannot be read; null where all is well
   */
  public record Input(String sourceFile, String path, FileState listed, Trouble trouble) {

    /** A file of which no more than the size is known. */
    public Input(String sourceFile, String path, long bytes) {
      this(sourceFile, path, new FileState(bytes, -1), null);
    }

    /** Its size; 0 where that could not be asked. */
    public long bytes() {
      return Math.max(0, listed.bytes());
    }

    /**
     * The same as a file of a dump.
     *
     * @param open opens what lies at the path
     */
    public DumpFile dump(DumpFile.InputStreamSupplier open) {
      return new DumpFile(sourceFile, listed, trouble == null ? open : this::refuse);
    }

    private InputStream refuse() throws SourceFailure {
      throw new SourceFailure(sourceFile, trouble.reason(), true, trouble.why(), null);
    }
  }

  /**
   * What was met where a file or a folder was to be listed.
   *
   * @param reason {@code file_unreadable}; {@code file_changed} for what went away meanwhile
   * @param why for a person
   */
  public record Trouble(Reason reason, String why) {}

  /** Inputs that cannot be listed, in words for the user. */
  public static final class BadInput extends Exception {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
      super(message);
    }
  }

  private final FileTree tree;
  private final TreeMap<String, FileTree.Entry> files = new TreeMap<>();

  /** Names that two files have once bytes that are no characters are written out. */
  private final TreeSet<String> alike = new TreeSet<>();

  private int added;

  private InputListing(FileTree tree) {
    this.tree = tree;
  }

  /** The files of all inputs on this machine, in the order of their source names. */
  public static List<Input> list(List<String> inputs) throws BadInput {
    return list(inputs, LocalFiles.TREE);
  }

  /** The files of all inputs, in the order of their source names. */
  public static List<Input> list(List<String> inputs, FileTree tree) throws BadInput {
    InputListing listing = new InputListing(tree);
    String base = null;
    for (String input : inputs) {
      String fixed = listing.collect(input);
      base = base == null ? fixed : commonParent(base, fixed);
    }
    return listing.named(base);
  }

  /** Adds the files of an input; gives its fixed part. */
  private String collect(String input) throws BadInput {
    int wildcard = wildcard(input);
    String named = wildcard < 0 || isFile(input) ? tree.absolute(input) : null;
    String top = named != null ? named : fixedPart(input, wildcard);
    try {
      FileTree.Kind kind = Retry.DEFAULT.run(() -> tree.kind(top));
      if (kind == FileTree.Kind.FILE && named != null) {
        add(Retry.DEFAULT.run(() -> tree.file(top)));
        return parent(top);
      }
      if (kind == FileTree.Kind.OTHER && named != null) {
        throw new BadInput("not a regular file: " + input);
      }
      if (kind != FileTree.Kind.FOLDER) {
        throw new BadInput("no file matches " + input);
      }
    } catch (IOException e) {
      add(FileTree.Entry.unknown(top, top, e));
      return parent(top);
    }
    InputScope scope = named != null ? InputScope.ALL : InputScope.of(top, below(input, wildcard));
    int before = added;
    boolean isListed = walk(top, top, scope);
    if (added == before) {
      throw new BadInput("no file matches " + input);
    }
    return isListed ? top : parent(top);
  }

  // A file may be called page[1].txt, and then that is what is meant.
  private boolean isFile(String input) {
    try {
      return tree.kind(tree.absolute(input)) == FileTree.Kind.FILE;
    } catch (IOException e) {
      // No such name can be: where the trouble is its folder's, listing that will tell.
      return false;
    }
  }

  private void add(FileTree.Entry entry) {
    added++;
    FileTree.Entry other = files.put(entry.location(), entry);
    if (other != null && !other.place().equals(entry.place())) {
      alike.add(entry.location());
    }
  }

  /**
   * Adds the files below a folder. One that cannot be listed is added itself, and its neighbours
   * are listed all the same.
   *
   * @return whether the folder itself was listed
   */
  private boolean walk(String folder, String place, InputScope scope) {
    List<FileTree.Entry> entries;
    try {
      entries = Retry.DEFAULT.run(() -> tree.list(place));
    } catch (IOException e) {
      add(FileTree.Entry.unknown(folder, place, e));
      return false;
    }
    for (FileTree.Entry entry : entries) {
      String location = entry.location();
      if (location.substring(folder.length()).contains("/.")) {
        continue;
      }
      boolean isFolder = entry.kind() == FileTree.Kind.FOLDER;
      if (isFolder && scope.reaches(location)) {
        walk(location, entry.place(), scope);
      }
      boolean isUnknown = entry.error() != null && scope.reaches(location);
      if (isUnknown || entry.kind() == FileTree.Kind.FILE && scope.holds(location)) {
        add(entry);
      }
    }
    return true;
  }

  private List<Input> named(String base) throws BadInput {
    if (!alike.isEmpty()) {
      throw new BadInput("two files are named " + alike.first());
    }
    TreeMap<String, Input> byName = new TreeMap<>();
    Set<Object> seen = new HashSet<>();
    for (FileTree.Entry file : files.values()) {
      Object identity = file.identity();
      if (identity != null && !seen.add(identity)) {
        continue;
      }
      String name = file.location().substring(base.length()).replaceFirst("^/+", "");
      Input input = new Input(name, file.place(), file.state(), trouble(name, file.error()));
      Input other = byName.put(name, input);
      if (other != null) {
        throw new BadInput(
            "two files are named " + name + ": " + other.path() + ", " + input.path());
      }
    }
    return new ArrayList<>(byName.values());
  }

  private static Trouble trouble(String name, IOException error) {
    if (error == null) {
      return null;
    }
    SourceFailure failure = SourceFailure.of(name, error);
    return new Trouble(failure.reason(), failure.why());
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

  /** The pattern behind the fixed part. */
  private static String below(String input, int wildcard) {
    return input.substring(input.lastIndexOf('/', wildcard) + 1);
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
