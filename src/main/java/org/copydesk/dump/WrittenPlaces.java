package org.copydesk.dump;

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
   * @param folder that or the folder it is in
   */
  void check(String input, String location, String folder)
      throws IOException, InputListing.BadInput {
    String real = tree.real(location);
    for (Output output : outputs) {
      if (isIn(output, location, real)) {
        throw new InputListing.BadInput(
            "the input "
                + input
                + (real.equals(output.real()) ? " is the output" : " lies in the output")
                + ": a build does not read what builds wrote; name another output");
      }
    }
    for (String place : List.of(folder, tree.real(folder))) {
      for (String above = place; above != null; above = folderOf(above)) {
        if (isCorpus(above)) {
          throw new InputListing.BadInput(
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
      known = tree.isCorpus(folder);
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

  /** Those below a folder whose files are walked. */
  Below below(String folder) throws IOException {
    return new Below(folder, tree.real(folder));
  }

  /** Learns from the names that a walk gives which folders builds wrote to. */
  final class Below {
    private static final String GENERATIONS = "/" + FileTree.GENERATIONS + "/";

    private final String folder;
    private final String real;
    private final List<Output> outputsBelow = new ArrayList<>();
    private final Set<String> withCurrent = new HashSet<>();
    private final Set<String> withGenerations = new HashSet<>();

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

    /** Takes a file of the walk, wanted or not. */
    void see(String location) {
      if (location.endsWith("/" + FileTree.CURRENT)) {
        withCurrent.add(InputListing.parent(location));
      }
      int at = location.indexOf(GENERATIONS, folder.length() - 1);
      while (at >= 0) {
        withGenerations.add(location.substring(0, at));
        at = location.indexOf(GENERATIONS, at + 1);
      }
    }

    /** The output or corpus that a file lies in, once all were seen; null for none. */
    String writer(String location) {
      for (Output output : outputsBelow) {
        if (isIn(output, location, real + location.substring(folder.length()))) {
          return output.location();
        }
      }
      String above = withCurrent.isEmpty() ? null : folderOf(location);
      while (above != null && !(withCurrent.contains(above) && withGenerations.contains(above))) {
        above = folderOf(above);
      }
      return above;
    }
  }
}
