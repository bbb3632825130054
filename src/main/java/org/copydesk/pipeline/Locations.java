package org.copydesk.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.HadoopStorage;
import org.copydesk.corpus.Storage;
import org.copydesk.dump.DumpFile;
import org.copydesk.dump.FileTree;
import org.copydesk.dump.InputListing;
import org.copydesk.dump.InputListing.Input;
import org.copydesk.dump.LocalFiles;

/**
 * Opens what a location names, by its scheme: a path or {@code file:} here, {@code hdfs:} and its
 * kin through Hadoop, anything else through the file system Beam has for it. Travels to workers.
 */
public final class Locations implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://?.*");

  private final TreeMap<String, String> hadoop;
  private final String[] beam;

  /**
   * @param hadoop settings of Hadoop over those of its site files
   * @param beam flags of Beam's file systems
   */
  Locations(Map<String, String> hadoop, String... beam) {
    this.hadoop = new TreeMap<>(hadoop);
    this.beam = beam.clone();
  }

  /**
   * For a command that is no build: opens what Hadoop's settings and Beam's file systems reach.
   *
   * @param beam flags of Beam's file systems; a failure where one has no such value
   */
  public static Locations withFlags(String... beam) throws Failure {
    register(beam);
    return new Locations(HadoopSites.settings(), beam);
  }

  /** Registers Beam's file systems in this process, where no pipeline is there to do it. */
  static void register(String... beam) throws Failure {
    try {
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.fromArgs(beam).create());
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }

  /** The scheme in lower case; null for a path and for {@code file:}. */
  static String scheme(String location) {
    Matcher matcher = SCHEME.matcher(location);
    if (!matcher.matches()) {
      return null;
    }
    String scheme = matcher.group(1).toLowerCase(java.util.Locale.ROOT);
    return scheme.equals("file") ? null : scheme;
  }

  /** A path on this machine. */
  private static Path path(String location) {
    if (!location.regionMatches(true, 0, "file:", 0, 5)) {
      return Path.of(location);
    }
    try {
      return Path.of(URI.create(location));
    } catch (IllegalArgumentException e) {
      // Not escaped as a URI has to be: taken as it stands.
      return Path.of(location.substring(5).replaceFirst("^//+", "/"));
    }
  }

  /** The folder at {@code location}. */
  public Storage storage(String location) {
    String scheme = scheme(location);
    if (scheme == null) {
      return Storage.local(path(location));
    }
    return HadoopStorage.SCHEMES.contains(scheme)
        ? new HadoopStorage(location, hadoop)
        : new BeamStorage(location, beam);
  }

  /**
   * The bytes of a file.
   *
   * @param from the first byte wanted
   */
  InputStream open(String location, long from) throws IOException {
    if (scheme(location) == null) {
      return from == 0 ? Files.newInputStream(path(location)) : at(from, openLocal(location));
    }
    int slash = location.lastIndexOf('/');
    Storage folder = storage(location.substring(0, slash));
    String name = location.substring(slash + 1);
    return from == 0 ? folder.open(name) : at(from, folder.openSeekable(name));
  }

  private static SeekableByteChannel openLocal(String location) throws IOException {
    return Files.newByteChannel(path(location));
  }

  private static InputStream at(long from, SeekableByteChannel channel) throws IOException {
    return Channels.newInputStream(channel.position(from));
  }

  /** A file that is read, perhaps from several places and more than once. */
  DumpFile.InputStreamSupplier file(String location) {
    return new DumpFile.InputStreamSupplier() {
      @Override
      public InputStream open() throws IOException {
        return Locations.this.open(location, 0);
      }

      @Override
      public InputStream open(long from) throws IOException {
        return Locations.this.open(location, from);
      }

      // Elsewhere it would cost a call over the network, and files are written once.
      @Override
      public long modified() {
        try {
          return scheme(location) == null
              ? Files.getLastModifiedTime(path(location)).to(TimeUnit.NANOSECONDS)
              : -1;
        } catch (IOException e) {
          return -1;
        }
      }
    };
  }

  /**
   * The files that inputs name.
   *
   * @param inputs globs, folders and files
   */
  List<Input> list(List<String> inputs) throws IOException, Failure {
    return list(inputs, List.of()).files();
  }

  /**
   * The files that inputs name, without what builds wrote.
   *
   * @param inputs globs, folders and files
   * @param outputs folders and files that the build writes
   */
  InputListing.Listing list(List<String> inputs, List<String> outputs) throws IOException, Failure {
    try {
      return InputListing.list(inputs, tree(), outputs);
    } catch (InvalidPathException e) {
      throw new Failure(Failure.USAGE, "no path: " + e.getInput() + ": " + e.getReason(), e);
    } catch (InputListing.BadInput e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }

  /** Where inputs are looked for. */
  FileTree tree() {
    return new InputTree();
  }

  private final class InputTree implements FileTree {
    @Override
    public String absolute(String location) {
      return scheme(location) == null
          ? LocalFiles.TREE.absolute(path(location).toString())
          : location.replaceFirst("(?<=[^:/])/+$", "");
    }

    @Override
    public Kind kind(String location) throws IOException {
      if (scheme(location) == null) {
        return LocalFiles.TREE.kind(location);
      }
      Storage place = storage(location);
      if (place instanceof HadoopStorage hadoopPlace) {
        return hadoopPlace.isFolder("") ? Kind.FOLDER : place.exists("") ? Kind.FILE : Kind.NOTHING;
      }
      try {
        place.bytes("");
        return Kind.FILE;
      } catch (NoSuchFileException e) {
        // An object store has no folders: what is below is found by walking.
        return Kind.FOLDER;
      }
    }

    @Override
    public String real(String location) throws IOException {
      return scheme(location) == null ? LocalFiles.TREE.real(location) : location;
    }

    @Override
    public boolean isCorpus(String folder) throws IOException {
      // What an object store has not is a folder there, as far as it can tell.
      return scheme(folder) == null
          ? LocalFiles.TREE.isCorpus(folder)
          : kind(folder + "/" + CURRENT) == Kind.FILE && storage(folder).exists(GENERATIONS);
    }

    @Override
    public void file(String location, Visitor visitor) throws IOException {
      if (scheme(location) == null) {
        LocalFiles.TREE.file(location, visitor);
      } else {
        visitor.file(location, location, storage(location).bytes(""), null);
      }
    }

    @Override
    public void walk(String folder, Visitor visitor) throws IOException {
      if (scheme(folder) == null) {
        LocalFiles.TREE.walk(folder, visitor);
        return;
      }
      List<Storage.Entry> entries = storage(folder).entries();
      for (Storage.Entry entry : entries) {
        boolean isHidden = ("/" + entry.name()).contains("/.");
        if (!isHidden) {
          String location = folder + "/" + entry.name();
          visitor.file(location, location, entry.bytes(), null);
        }
      }
    }
  }
}
