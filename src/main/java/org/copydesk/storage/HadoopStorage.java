package org.copydesk.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A folder of HDFS or another of Hadoop's own file systems. The name node renames in one step and
 * never onto a file unless told to, so small files are written beside and renamed: whole, and
 * created once. (Beam's file system for Hadoop overwrites on create, deletes before it renames and
 * does not remove folders.)
 */
public final class HadoopStorage implements Storage {
  private static final long serialVersionUID = 1;

  /** Schemes whose files this opens; they need the classes that the profile hdfs brings. */
  public static final Set<String> SCHEMES =
      Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs", "ofs", "o3fs");

  /** Those whose streams seek without a request of their own for each piece. */
  private static final Set<String> SEEKING = Set.of("hdfs", "viewfs");

  private static final Guarantees ALL = new Guarantees(true, true, true);
  private static final Map<String, Opened> OPENED = new ConcurrentHashMap<>();

  /** The two faces Hadoop gives a file system: only the second renames with a choice. */
  private record Opened(FileSystem files, FileContext names) {}

  private final String root;
  private final TreeMap<String, String> settings;

  /**
   * @param location with its scheme, {@code hdfs://names/folder}
   * @param settings of Hadoop, over those of the site files on this machine
   */
  public HadoopStorage(String location, Map<String, String> settings) {
    this.root = location.length() > 1 ? location.replaceFirst("/+$", "") : location;
    this.settings = new TreeMap<>(settings);
  }

  private Opened opened() throws IOException {
    String authority = root.replaceFirst("^([^:]+://[^/]*).*$", "$1");
    String key = authority + settings;
    Opened opened = OPENED.get(key);
    if (opened == null) {
      opened = connect(authority);
      OPENED.put(key, opened);
    }
    return opened;
  }

  private Opened connect(String authority) throws IOException {
    try {
      Configuration configuration = new Configuration();
      settings.forEach(configuration::set);
      URI uri = URI.create(authority + "/");
      // A location without a host means the one that the settings name.
      FileSystem files = FileSystem.get(uri, configuration);
      return new Opened(files, FileContext.getFileContext(files.getUri(), configuration));
    } catch (LinkageError e) {
      throw new IOException(
          "cannot open " + authority + ": this program was built without -Phdfs (" + e + ")", e);
    } catch (RuntimeException e) {
      throw new IOException("cannot open " + authority + ": " + e.getMessage(), e);
    }
  }

  private Path path(String name) throws IOException {
    String place = location(name);
    int host = place.indexOf("://") + 3;
    int slash = place.indexOf('/', host);
    if (slash < 0) {
      return new Path(place + "/");
    }
    return new Path(slash == host ? opened().files().getUri() + place.substring(host) : place);
  }

  @Override
  public Guarantees guarantees() {
    return ALL;
  }

  @Override
  public String location() {
    return root;
  }

  @Override
  public HadoopStorage in(String name) {
    return new HadoopStorage(location(name), settings);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return opening(name);
  }

  private FSDataInputStream opening(String name) throws IOException {
    try {
      return opened().files().open(path(name));
    } catch (FileNotFoundException e) {
      throw absent(name, e);
    }
  }

  private NoSuchFileException absent(String name, IOException cause) {
    NoSuchFileException absent = new NoSuchFileException(location(name));
    absent.initCause(cause);
    return absent;
  }

  @Override
  public boolean readsPieces() {
    return SEEKING.contains(root.substring(0, root.indexOf(':')));
  }

  @Override
  public SeekableByteChannel openSeekable(String name) throws IOException {
    return new Channel(name, opening(name));
  }

  @Override
  public OutputStream create(String name) throws IOException {
    try {
      return opened().files().create(path(name), false);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      throw taken(name, e);
    }
  }

  private FileAlreadyExistsException taken(String name, IOException cause) {
    FileAlreadyExistsException taken = new FileAlreadyExistsException(location(name));
    taken.initCause(cause);
    return taken;
  }

  @Override
  public boolean createIfAbsent(String name, byte[] content) throws IOException {
    Path target = path(name);
    if (opened().files().exists(target)) {
      return false;
    }
    Path fresh = write(target, content);
    try {
      opened().names().rename(fresh, target, Options.Rename.NONE);
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      opened().files().delete(fresh, false);
      return false;
    }
  }

  @Override
  public void replace(String name, byte[] content) throws IOException {
    Path target = path(name);
    opened().names().rename(write(target, content), target, Options.Rename.OVERWRITE);
  }

  private Path write(Path target, byte[] content) throws IOException {
    Path fresh = new Path(target.getParent(), HALF_WRITTEN + UUID.randomUUID());
    try (FSDataOutputStream out = opened().files().create(fresh, false)) {
      out.write(content);
      out.hsync();
    }
    return fresh;
  }

  @Override
  public void moveTo(String name, Storage other, String otherName) throws IOException {
    if (!(other instanceof HadoopStorage hadoop)) {
      throw new IOException("cannot move " + location(name) + " to " + other.location());
    }
    Path target = hadoop.path(otherName);
    opened().files().mkdirs(target.getParent());
    try {
      opened().names().rename(path(name), target, Options.Rename.NONE);
    } catch (FileNotFoundException e) {
      throw absent(name, e);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      throw taken(otherName, e);
    }
  }

  @Override
  public boolean exists(String name) throws IOException {
    return opened().files().exists(path(name));
  }

  @Override
  public Entry entry(String name) throws IOException {
    try {
      return entry(name, opened().files().getFileStatus(path(name)));
    } catch (FileNotFoundException e) {
      throw absent(name, e);
    }
  }

  private static Entry entry(String name, FileStatus status) {
    return new Entry(name, status.getLen(), status.getModificationTime());
  }

  /** Names of the folders right below this one. */
  public List<String> folders() throws IOException {
    List<String> names = new ArrayList<>();
    for (FileStatus status : opened().files().listStatus(path(""))) {
      if (status.isDirectory()) {
        names.add(status.getPath().getName());
      }
    }
    return names;
  }

  /** The files right below this folder. */
  public List<Entry> entriesRightBelow() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (FileStatus status : opened().files().listStatus(path(""))) {
      if (status.isFile()) {
        entries.add(entry(status.getPath().getName(), status));
      }
    }
    return entries;
  }

  /** Whether {@code name} is a folder. */
  public boolean isFolder(String name) throws IOException {
    try {
      return opened().files().getFileStatus(path(name)).isDirectory();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try {
      List<String> names = new ArrayList<>();
      for (FileStatus status : opened().files().listStatus(path(folder))) {
        names.add(status.getPath().getName());
      }
      names.sort(Comparator.naturalOrder());
      return names;
    } catch (FileNotFoundException e) {
      throwUnlessAbsent(folder, e);
      return List.of();
    }
  }

  @Override
  public List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    String top = path("").toUri().getPath();
    int prefix = top.endsWith("/") ? top.length() : top.length() + 1;
    try {
      RemoteIterator<LocatedFileStatus> all = opened().files().listFiles(path(""), true);
      while (all.hasNext()) {
        LocatedFileStatus status = all.next();
        String below = status.getPath().toUri().getPath().substring(prefix);
        entries.add(entry(below, status));
      }
    } catch (FileNotFoundException e) {
      throwUnlessAbsent("", e);
      return List.of();
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  /** What is missing may be one of many below. */
  private void throwUnlessAbsent(String folder, FileNotFoundException e) throws IOException {
    if (exists(folder)) {
      throw e;
    }
  }

  @Override
  public void delete(String name) throws IOException {
    opened().files().delete(path(name), true);
  }

  @Override
  public String toString() {
    return root;
  }

  /** Hadoop's stream as Java's channel. */
  private final class Channel implements SeekableByteChannel {
    private final String name;
    private final FSDataInputStream in;
    private boolean isOpen = true;

    Channel(String name, FSDataInputStream in) {
      this.name = name;
      this.in = in;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (!isOpen) {
        throw new ClosedChannelException();
      }
      if (target.hasArray()) {
        int n =
            in.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
        target.position(target.position() + Math.max(0, n));
        return n;
      }
      byte[] some = new byte[Math.min(target.remaining(), 1 << 16)];
      int n = in.read(some, 0, some.length);
      target.put(some, 0, Math.max(0, n));
      return n;
    }

    @Override
    public long position() throws IOException {
      return in.getPos();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
      in.seek(place);
      return this;
    }

    @Override
    public long size() throws IOException {
      return bytes(name);
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return isOpen;
    }

    @Override
    public void close() throws IOException {
      isOpen = false;
      in.close();
    }
  }
}
