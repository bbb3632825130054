package org.copydesk.dump;

import java.io.IOException;

/** Where inputs are looked for: the files of this machine, or of a remote file system. */
public interface FileTree {
  /** What is in a folder that builds write to. */
  String CURRENT = "CURRENT";

  String GENERATIONS = "generations";

  /** What lies at a location. */
  enum Kind {
    FILE,
    FOLDER,
    /** A pipe, a device, a socket. */
    OTHER,
    NOTHING
  }

  /** Takes the regular files that are found. */
  interface Visitor {
    /**
     * @param location absolute, with slashes, as names are made of it
     * @param place what opens it; the location, unless its name has bytes that are no characters
     * @param identity the same for two names of one file; null when the file system has none
     */
    void file(String location, String place, long bytes, Object identity);
  }

  /** The location in the one form that {@link #walk} gives, without a slash at its end. */
  String absolute(String location);

  Kind kind(String location) throws IOException;

  /** The location with the links followed that lead there; what is not there yet has one too. */
  default String real(String location) throws IOException {
    return location;
  }

  /** Whether a folder is one that builds write to: it has {@code CURRENT} and generations. */
  default boolean isCorpus(String folder) throws IOException {
    return kind(folder + "/" + CURRENT) == Kind.FILE
        && kind(folder + "/" + GENERATIONS) == Kind.FOLDER;
  }

  /** Gives the file at a location. */
  void file(String location, Visitor visitor) throws IOException;

  /**
   * Gives all regular files below a folder. Links are not followed; what begins with a dot is
   * passed over, a folder with all it holds.
   */
  void walk(String folder, Visitor visitor) throws IOException;
}
