package org.copydesk.dump.source;

import java.io.IOException;
import java.util.List;

/** Where inputs are looked for: the files of this machine, or of a remote file system. */
public interface FileTree {
  /** What is in a folder that builds write to. */
  String CURRENT = "CURRENT";

  String GENERATIONS = "generations";

  /** What lies at a location. */
  enum Kind {
    FILE,
    FOLDER,
    /** A pipe, a device, a socket, a link. */
    OTHER,
    NOTHING
  }

  /**
   * What lies in a folder.
   *
   * @param location absolute, with slashes, as names are made of it
   * @param place what opens it; the location, unless its name has bytes that are no characters
   * @param kind what it is; {@code FILE} where that cannot be told
   * @param state of a file, for what it is to be later
   * @param identity the same for two names of one file; null when the file system has none
   * @param error why nothing is known of it; null where all is well
   */
  record Entry(
      String location,
      String place,
      Kind kind,
      FileState state,
      Object identity,
      IOException error) {

    /** A regular file. */
    public static Entry file(String location, String place, FileState state, Object identity) {
      return new Entry(location, place, Kind.FILE, state, identity, null);
    }

    /** A file whose name is all that is had. */
    static Entry unknown(String location, String place, IOException error) {
      return new Entry(location, place, Kind.FILE, FileState.UNKNOWN, null, error);
    }

    /** A folder, or something else that is no file. */
    public static Entry other(String location, String place, Kind kind) {
      return new Entry(location, place, kind, FileState.UNKNOWN, null, null);
    }
  }

  /** The location in the one form that {@link #list} gives, without a slash at its end. */
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

  /** The file at a location; a link to one is followed. */
  Entry file(String location) throws IOException;

  /**
   * What lies right below a folder, links not followed. An object store, which has no folders,
   * gives all files below.
   *
   * @param place of the folder, as an entry gave it
   */
  List<Entry> list(String place) throws IOException;
}
