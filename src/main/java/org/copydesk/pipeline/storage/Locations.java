package org.copydesk.pipeline.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.FileTree;
import org.copydesk.dump.source.InputListing;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.LocalFiles;
import org.copydesk.storage.HadoopStorage;
import org.copydesk.storage.Storage;

/**
 * Opens what a location names, by its scheme: a path or {@code file:} here, {@code hdfs:} and its
 * kin through Hadoop, anything else through the file system Beam has for it. Travels to workers.
 */
public final class Locations implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://?.*");

  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}\\\\]");

  private final TreeMap<String, String> hadoop;
  private final String[] beam;

  /** Whether Beam's file systems are registered by the first location of one; not in workers. */
  private transient boolean registersLate;

  /**
   * @param hadoop settings of Hadoop over those of its site files
   * @param beam flags of Beam's file systems
   */
  public Locations(Map<String, String> hadoop, String... beam) {
    this.hadoop = new TreeMap<>(hadoop);
    this.beam = beam.clone();
  }

  /**
   * For a command that is no build: opens what Hadoop's settings and Beam's file systems reach.
   * Without flags those are asked for once a location needs one, as that takes half a second.
   *
   * @param beam flags of Beam's file systems; a failure where one has no such value
   */
  public static Locations withFlags(String... beam) throws Failure {
    Locations locations = new Locations(HadoopSites.settings(), beam);
    if (beam.length == 0) {
      locations.registersLate = true;
    } else {
      register(beam);
    }
    return locations;
  }

  /** Registers Beam's file systems in this process, where no pipeline is there to do it. */
  public static void register(String... beam) throws Failure {
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

  /** Fails where a location's scheme is one that this program cannot reach. */
  public static void check(String location) throws Failure {
    KnownSchemes.check(location, scheme(location));
  }

  /** The folder at {@code location}. */
  public Storage storage(String location) {
    String scheme = scheme(location);
    if (scheme == null) {
      return Storage.local(LocalFiles.path(location));
    }
    if (HadoopStorage.SCHEMES.contains(scheme)) {
      return new HadoopStorage(location, hadoop);
    }
    registerOnce();
    return new BeamStorage(location, beam);
  }

  private void registerOnce() {
    if (registersLate) {
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
      registersLate = false;
    }
  }

  /**
   * The bytes of a file.
   *
   * @param from the first byte wanted
   */
  InputStream open(String location, long from) throws IOException {
    if (scheme(location) == null) {
      Path path = LocalFiles.path(location);
      return from == 0
          ? Files.newInputStream(path)
          : Channels.newInputStream(Files.newByteChannel(path).position(from));
    }
    Storage folder = folderOf(location);
    return from == 0 ? folder.open(name(location)) : folder.open(name(location), from);
  }

  private Storage folderOf(String location) {
    return storage(location.substring(0, location.lastIndexOf('/')));
  }

  private static String name(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** A file as it was listed, to be read, perhaps from several places and more than once. */
  public DumpFile file(Input input) {
    String location = input.path();
    return input.dump(
        new DumpFile.InputStreamSupplier() {
          @Override
          public InputStream open() throws IOException {
            return Locations.this.open(location, 0);
          }

          @Override
          public InputStream open(long from) throws IOException {
            return Locations.this.open(location, from);
          }

          @Override
          public FileState state() throws IOException {
            if (scheme(location) == null) {
              return LocalFiles.state(LocalFiles.path(location));
            }
            if (GLOB.matcher(location).find()) {
              // Beam would take the name for a pattern.
              return FileState.UNKNOWN;
            }
            Storage.Entry now = folderOf(location).entry(name(location));
            return new FileState(now.bytes(), now.modified());
          }
        });
  }

  /**
   * The files that inputs name.
   *
   * @param inputs globs, folders and files
   */
  public List<Input> list(List<String> inputs) throws IOException, Failure {
    return list(inputs, List.of()).files();
  }

  /**
   * The files that inputs name, without what builds wrote.
   *
   * @param inputs globs, folders and files
   * @param outputs folders and files that the build writes
   */
  public InputListing.Listing list(List<String> inputs, List<String> outputs)
      throws IOException, Failure {
    for (String input : inputs) {
      String scheme = scheme(input);
      if (scheme != null) {
        registerOnce();
        KnownSchemes.check(input, scheme);
      }
    }
    try {
      return InputListing.list(StandardInput.named(inputs), tree(), outputs);
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
          ? LocalFiles.TREE.absolute(LocalFiles.path(location).toString())
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
    public Entry file(String location) throws IOException {
      return scheme(location) == null
          ? LocalFiles.TREE.file(location)
          : entry(location, folderOf(location).entry(name(location)));
    }

    private Entry entry(String location, Storage.Entry found) {
      FileState state = new FileState(found.bytes(), found.modified());
      return Entry.file(location, location, state, null);
    }

    @Override
    public List<Entry> list(String place) throws IOException {
      if (scheme(place) == null) {
        return LocalFiles.TREE.list(place);
      }
      Storage folder = storage(place);
      List<Entry> entries = new ArrayList<>();
      if (folder instanceof HadoopStorage hadoopFolder) {
        for (String below : hadoopFolder.folders()) {
          String location = place + "/" + below;
          entries.add(Entry.other(location, location, Kind.FOLDER));
        }
        for (Storage.Entry below : hadoopFolder.entriesRightBelow()) {
          entries.add(entry(place + "/" + below.name(), below));
        }
        return entries;
      }
      for (Storage.Entry below : folder.entries()) {
        entries.add(entry(place + "/" + below.name(), below));
      }
      return entries;
    }
  }
}
