package org.copydesk.dump.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
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

  private final FileTree tree;
  private final WrittenPlaces written;
  private final TreeMap<String, Integer> passedOver = new TreeMap<>();
  private final TreeMap<String, FileTree.Entry> files = new TreeMap<>();

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
   * @throws IOException where an output cannot be looked at; an input that cannot is listed as such
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
  private String collect(String input) throws BadInput {
    try {
      return collectFrom(input);
    } catch (InvalidPathException e) {
      throw new BadInput(input, "no path: " + input + ": " + e.getReason());
    }
  }

  private String collectFrom(String input) throws BadInput {
    int wildcard = wildcard(input);
    String named = wildcard < 0 || isFile(input) ? tree.absolute(input) : null;
    String top = named != null ? named : fixedPart(input, wildcard);
    InputScope scope = scope(input, named == null, wildcard, top);
    FileTree.Kind kind;
    String real;
    try {
      kind = Retry.DEFAULT.run(() -> tree.kind(top));
      if (kind == FileTree.Kind.OTHER && named != null) {
        throw new BadInput(input, "not a regular file: " + input);
      }
      real = Retry.DEFAULT.run(() -> tree.real(top));
      written.check(input, top, real, kind == FileTree.Kind.FOLDER ? top : parent(top));
      if (kind == FileTree.Kind.FILE && named != null) {
        add(Retry.DEFAULT.run(() -> tree.file(top)));
        return parent(top);
      }
    } catch (IOException e) {
      add(FileTree.Entry.unknown(top, top, e));
      return parent(top);
    }
    if (kind != FileTree.Kind.FOLDER) {
      throw new BadInput(input, nothing(input, top, named == null, false));
    }
    Walk walk = new Walk(written.below(top, real), scope);
    boolean isListed = walk.list(top, top, null);
    if (walk.added == 0) {
      throw new BadInput(
          input,
          walk.passed > 0
              ? "no file matches " + input + " but what builds wrote: " + passedOver
              : nothing(input, top, named == null, true));
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

  private static InputScope scope(String input, boolean isGlob, int wildcard, String top)
      throws BadInput {
    if (!isGlob) {
      return InputScope.ALL;
    }
    String pattern = below(input, wildcard);
    try {
      return InputScope.of(top, pattern);
    } catch (PatternSyntaxException e) {
      throw new BadInput(input, "no glob: " + input + ": " + InputScope.fault(pattern));
    }
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

  /** What an input has below its folder. */
  private final class Walk {
    private final WrittenPlaces.Below places;
    private final InputScope scope;
    private int added;
    private int passed;

    Walk(WrittenPlaces.Below places, InputScope scope) {
      this.places = places;
      this.scope = scope;
    }

    /**
     * Adds the files below a folder. One that cannot be listed is added itself, and its neighbours
     * are listed all the same.
     *
     * @param writer the output or the corpus it lies in, whose files are counted instead, as far as
     *     they can be listed; null for none
     * @return whether the folder itself was listed
     */
    boolean list(String folder, String place, String writer) {
      List<FileTree.Entry> entries;
      try {
        entries = Retry.DEFAULT.run(() -> tree.list(place));
      } catch (IOException e) {
        take(FileTree.Entry.unknown(folder, place, e), writer);
        return false;
      }
      Set<String> among = writer == null ? WrittenPlaces.corporaAmong(folder, entries) : Set.of();
      for (FileTree.Entry entry : entries) {
        String location = entry.location();
        if (("/" + location.substring(folder.length())).contains("/.")) {
          continue;
        }
        String by = writer != null ? writer : places.writer(location, among);
        if (entry.kind() == FileTree.Kind.FOLDER && scope.reaches(location)) {
          list(location, entry.place(), by);
        }
        boolean isUnknown = entry.error() != null && scope.reaches(location);
        if (isUnknown || entry.kind() == FileTree.Kind.FILE && scope.holds(location)) {
          take(entry, by);
        }
      }
      return true;
    }

    private void take(FileTree.Entry entry, String writer) {
      if (writer == null) {
        add(entry);
        added++;
      } else if (entry.error() == null) {
        passedOver.merge(writer, 1, Integer::sum);
        passed++;
      }
    }
  }

  private void add(FileTree.Entry entry) {
    FileTree.Entry other = files.put(entry.location(), entry);
    if (other != null && !other.place().equals(entry.place())) {
      alike.add(entry.location());
    }
  }

  private List<Input> named(String base) throws BadInput {
    if (!alike.isEmpty()) {
      throw new BadInput(null, "two files are named " + alike.first());
    }
    List<Input> inputs = new ArrayList<>(files.size());
    Set<Object> seen = new HashSet<>();
    // What has its name is forgotten: a file is held once, not twice, of millions.
    while (!files.isEmpty()) {
      FileTree.Entry file = files.pollFirstEntry().getValue();
      Object identity = file.identity();
      if (identity == null || seen.add(identity)) {
        String name = withoutSlashes(file.location().substring(base.length()));
        inputs.add(new Input(name, file.place(), file.state(), trouble(name, file.error())));
      }
    }
    inputs.sort(Comparator.comparing(Input::sourceFile));
    for (int i = 1; i < inputs.size(); i++) {
      Input before = inputs.get(i - 1);
      Input input = inputs.get(i);
      if (before.sourceFile().equals(input.sourceFile())) {
        throw new BadInput(
            null,
            "two files are named "
                + input.sourceFile()
                + ": "
                + before.path()
                + ", "
                + input.path());
      }
    }
    return inputs;
  }

  private static String withoutSlashes(String location) {
    int start = 0;
    while (start < location.length() && location.charAt(start) == '/') {
      start++;
    }
    return location.substring(start);
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
