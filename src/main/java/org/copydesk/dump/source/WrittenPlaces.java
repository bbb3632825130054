package org.copydesk.dump.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where builds write: the places of the build that lists its inputs, and every folder with {@code
 * CURRENT} and {@code generations/}. What lies there would be read as if it were news.
 */
final class WrittenPlaces {
  /** Where a build writes, by its name and where links lead. */
  private record Output(String location, String real) {}

  private static final String BELOW = "/" + FileTree.GENERATIONS + "/";

  private final FileTree tree;
  private final List<Output> outputs = new ArrayList<>();
  private final Map<String, Boolean> corpora = new HashMap<>();

  /**
   * @param outputs folders and files the build writes, which need not be there
   */
  WrittenPlaces(FileTree tree, List<String> outputs) throws IOException {
    this.tree = tree;
    for (String output : outputs) {
      String location = tree.absolute(output);
      this.outputs.add(new Output(location, tree.real(location)));
    }
  }

  /**
   * Refuses an input that lies in one.
   *
   * @param location of the input, or its fixed part
   * @param real where links lead to it
   * @param folder that or the folder it is in
   */
  void check(String input, String location, String real, String folder)
      throws IOException, InputListing.BadInput {
    for (Output output : outputs) {
      if (isIn(output, location, real)) {
        throw new InputListing.BadInput(
            input,
            "the input "
                + input
                + (real.equals(output.real()) ? " is the output" : " lies in the output")
                + ": a build does not read what builds wrote; name another output");
      }
    }
    for (String place : List.of(folder, Retry.DEFAULT.run(() -> tree.real(folder)))) {
      for (String above = place; above != null; above = folderOf(above)) {
        if (isCorpus(above)) {
          throw new InputListing.BadInput(
              input,
              "the input " + input + " lies in " + above + ", which builds wrote and is no dump");
        }
      }
    }
  }

  private static boolean isIn(Output output, String location, String real) {
    return InputListing.isBelow(location, output.location())
        || InputListing.isBelow(real, output.real());
  }

  private boolean isCorpus(String folder) throws IOException {
    Boolean known = corpora.get(folder);
    if (known == null) {
      known = Retry.DEFAULT.run(() -> tree.isCorpus(folder));
      corpora.put(folder, known);
    }
    return known;
  }

  /** The folder that a location is in; null above which no corpus can lie. */
  private static String folderOf(String location) {
    int host = location.indexOf("://");
    int slash = location.lastIndexOf('/');
    return slash <= (host < 0 ? 0 : host + 2) ? null : location.substring(0, slash);
  }

  /**
   * Those below a folder.
   *
   * @param real where links lead to it; none is followed below it
   */
  Below below(String folder, String real) {
    return new Below(folder, real);
  }

  /**
   * The folders that builds wrote to, of which entries tell: the listed one itself, and where all
   * that is below is listed at once, others.
   */
  static Set<String> corporaAmong(String folder, List<FileTree.Entry> entries) {
    Set<String> withCurrent = new HashSet<>();
    Set<String> withGenerations = new HashSet<>();
    for (FileTree.Entry entry : entries) {
      String location = entry.location();
      if (entry.kind() == FileTree.Kind.FILE && location.endsWith("/" + FileTree.CURRENT)) {
        withCurrent.add(InputListing.parent(location));
      }
      // A folder's name ends where a file's goes on.
      String path = entry.kind() == FileTree.Kind.FOLDER ? location + "/" : location;
      int from = Math.max(0, folder.length() - 1);
      for (int at = path.indexOf(BELOW, from); at >= 0; at = path.indexOf(BELOW, at + 1)) {
        withGenerations.add(at == 0 ? "/" : path.substring(0, at));
      }
    }
    withCurrent.retainAll(withGenerations);
    return withCurrent;
  }

  /** The outputs that can lie below a folder. */
  final class Below {
    private final String folder;
    private final String real;
    private final List<Output> outputsBelow = new ArrayList<>();

    private Below(String folder, String real) {
      this.folder = folder;
      this.real = real;
      for (Output output : outputs) {
        boolean isBelow =
            InputListing.isBelow(output.location(), folder)
                || InputListing.isBelow(output.real(), real);
        if (isBelow) {
          outputsBelow.add(output);
        }
      }
    }

    /**
     * The output or corpus that a location lies in; null for none.
     *
     * @param corpora folders that builds wrote to
     */
    String writer(String location, Set<String> corpora) {
      for (Output output : outputsBelow) {
        if (isIn(output, location, led(location))) {
          return output.location();
        }
      }
      String above = corpora.isEmpty() ? null : folderOf(location);
      while (above != null && !corpora.contains(above)) {
        above = folderOf(above);
      }
      return above;
    }

    /** Where links lead to a location; the root ends in a slash already. */
    private String led(String location) {
      return real.equals(folder)
          ? location
          : (real + "/" + location.substring(folder.length())).replaceAll("//+", "/");
    }
  }
}
