package org.copydesk.pipeline.storage;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.copydesk.storage.Storage;

/**
 * A folder on any file system that Beam knows by its scheme, mostly an object store: {@code
 * s3://bucket/corpus}. Beam has no rename in one step and no create-if-absent, so the second is
 * promised only where {@link ConditionalWrites} serve the scheme and the store obeys them.
 */
public final class BeamStorage implements Storage {
  private static final long serialVersionUID = 1;
  private static final String ANY_BYTES = "application/octet-stream";

  /** Where an object is seen when its upload is whole, and not before. */
  private static final Set<String> OBJECT_STORES = Set.of("s3", "gs");

  private final String root;
  private final String[] arguments;

  /** Whether the store obeys a condition; null until it was asked. */
  private transient Boolean obeys;

  /**
   * @param arguments flags of Beam's file systems
   */
  public BeamStorage(String location, String... arguments) {
    root = location.replaceFirst("/+$", "");
    this.arguments = arguments.clone();
  }

  private ResourceId resource(String name) throws IOException {
    try {
      return FileSystems.matchNewResource(location(name), false);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "cannot open " + location(name) + ": " + e.getMessage() + " (s3 needs -Ps3)", e);
    }
  }

  @Override
  public Guarantees guarantees() throws IOException {
    String scheme = Locations.scheme(root);
    boolean isStore = scheme != null && OBJECT_STORES.contains(scheme);
    return new Guarantees(conditional() != null && obeys(), isStore, false);
  }

  private ConditionalWrites conditional() {
    return ConditionalWrites.to(Locations.scheme(root));
  }

  /** A store that does not know the condition writes twice and says nothing. */
  private boolean obeys() throws IOException {
    if (obeys == null) {
      String name = ".asked-" + UUID.randomUUID();
      try {
        obeys = createIfAbsent(name, new byte[0]) && !createIfAbsent(name, new byte[0]);
      } finally {
        delete(name);
      }
    }
    return obeys;
  }

  @Override
  public String location() {
    return root;
  }

  @Override
  public Storage in(String name) {
    return new BeamStorage(location(name), arguments);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new TellingStream(Channels.newInputStream(opening(name)));
  }

  @Override
  public InputStream open(String name, long from) throws IOException {
    ReadableByteChannel channel = opening(name);
    try {
      if (channel instanceof SeekableByteChannel seekable) {
        seekable.position(from);
        return new TellingStream(Channels.newInputStream(channel));
      }
      InputStream in = new TellingStream(Channels.newInputStream(channel));
      in.skipNBytes(from);
      return in;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Clients of stores throw exceptions of their own where a stream fails. */
  private static final class TellingStream extends FilterInputStream {
    TellingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int start, int count) throws IOException {
      try {
        return super.read(bytes, start, count);
      } catch (RuntimeException e) {
        throw new IOException("cannot read: " + e.getMessage(), e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
  }

  private ReadableByteChannel opening(String name) throws IOException {
    ResourceId resource = resource(name);
    try {
      return FileSystems.open(resource);
    } catch (FileNotFoundException e) {
      throw absent(name, e);
    } catch (RuntimeException e) {
      // The S3 client's own exceptions come through.
      if (!exists(name)) {
        throw absent(name, e);
      }
      throw new IOException("cannot open " + location(name) + ": " + e.getMessage(), e);
    }
  }

  private NoSuchFileException absent(String name, Exception cause) {
    NoSuchFileException absent = new NoSuchFileException(location(name));
    if (cause != null) {
      absent.initCause(cause);
    }
    return absent;
  }

  @Override
  public boolean readsPieces() {
    return false;
  }

  @Override
  public SeekableByteChannel openSeekable(String name) throws IOException {
    ReadableByteChannel channel = opening(name);
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    channel.close();
    throw new IOException("files of " + root + " can only be read from their start");
  }

  @Override
  public OutputStream create(String name) throws IOException {
    return Channels.newOutputStream(FileSystems.create(resource(name), ANY_BYTES));
  }

  @Override
  public boolean createIfAbsent(String name, byte[] content) throws IOException {
    ConditionalWrites writes = conditional();
    if (writes != null) {
      PipelineOptions options = PipelineOptionsFactory.fromArgs(arguments).create();
      return writes.createIfAbsent(options, location(name), content);
    }
    if (exists(name)) {
      return false;
    }
    replace(name, content);
    return true;
  }

  @Override
  public int endUploads(Predicate<String> isDead) throws IOException {
    UnfinishedUploads uploads = UnfinishedUploads.to(Locations.scheme(root));
    return uploads == null
        ? 0
        : uploads.end(PipelineOptionsFactory.fromArgs(arguments).create(), root, isDead);
  }

  @Override
  public void replace(String name, byte[] content) throws IOException {
    try (OutputStream out = create(name)) {
      out.write(content);
    }
  }

  @Override
  public void moveTo(String name, Storage other, String otherName) throws IOException {
    if (!(other instanceof BeamStorage beam)) {
      throw new IOException("cannot move " + location(name) + " to " + other.location());
    }
    if (beam.exists(otherName)) {
      throw new FileAlreadyExistsException(beam.location(otherName));
    }
    List<ResourceId> from = new ArrayList<>();
    List<ResourceId> to = new ArrayList<>();
    if (find(location(name)).isEmpty()) {
      for (Entry entry : in(name).entries()) {
        from.add(resource(name + "/" + entry.name()));
        to.add(beam.resource(otherName + "/" + entry.name()));
      }
    } else {
      from.add(resource(name));
      to.add(beam.resource(otherName));
    }
    if (from.isEmpty()) {
      throw absent(name, null);
    }
    FileSystems.rename(from, to);
  }

  @Override
  public void share(String name, Storage other, String otherName) throws IOException {
    if (!(other instanceof BeamStorage beam)) {
      Storage.super.share(name, other, otherName);
      return;
    }
    if (find(location(name)).isEmpty()) {
      throw absent(name, null);
    }
    FileSystems.copy(List.of(resource(name)), List.of(beam.resource(otherName)));
  }

  /** Files only: where a file system has folders they are no more than part of a name. */
  private static List<MatchResult.Metadata> find(String pattern) throws IOException {
    try {
      return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata().stream()
          .filter(found -> !found.resourceId().isDirectory())
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (RuntimeException e) {
      throw new IOException("cannot list " + pattern + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean exists(String name) throws IOException {
    return !find(location(name)).isEmpty() || !find(location(name) + "/**").isEmpty();
  }

  @Override
  public Entry entry(String name) throws IOException {
    List<MatchResult.Metadata> found = find(location(name));
    if (found.isEmpty()) {
      throw absent(name, null);
    }
    return entry(name, found.get(0));
  }

  private static Entry entry(String name, MatchResult.Metadata found) {
    long modified = found.lastModifiedMillis();
    return new Entry(name, found.sizeBytes(), modified > 0 ? modified : -1);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    Storage top = folder.isEmpty() ? this : in(folder);
    for (Entry entry : top.entries()) {
      names.add(entry.name().replaceFirst("/.*$", ""));
    }
    return List.copyOf(names);
  }

  @Override
  public List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    String prefix = resource("x").getCurrentDirectory().toString();
    for (MatchResult.Metadata found : find(root + "/**")) {
      String place = found.resourceId().toString();
      if (place.startsWith(prefix)) {
        entries.add(entry(place.substring(prefix.length()), found));
      }
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  @Override
  public void delete(String name) throws IOException {
    List<ResourceId> all = new ArrayList<>();
    find(location(name)).forEach(found -> all.add(found.resourceId()));
    find(location(name) + "/**").forEach(found -> all.add(found.resourceId()));
    if (!all.isEmpty()) {
      FileSystems.delete(all, StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  @Override
  public String toString() {
    return root;
  }
}
