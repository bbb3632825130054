package org.copydesk.dump.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.copydesk.dump.charset.Utf8;

/**
 * The files of this machine. A link that is named itself is followed, one below a folder is not. A
 * name is its bytes read as UTF-8; a byte that is none is written {@code %FF}.
 */
public final class LocalFiles implements FileTree {
  public static final FileTree TREE = new LocalFiles();

  private LocalFiles() {}

  @Override
  public String absolute(String location) {
    return slashes(Path.of(location).toAbsolutePath().normalize());
  }

  private static String slashes(Path path) {
    // Elsewhere a backslash is a character like any other.
    return path.toString().replace(File.separatorChar, '/');
  }

  @Override
  public String real(String location) throws IOException {
    Path path = Path.of(location);
    for (Path there = path; there != null; there = there.getParent()) {
      try {
        return slashes(there.toRealPath().resolve(there.relativize(path)).normalize());
      } catch (NoSuchFileException e) {
        // Perhaps the folder it is to be in is there.
      } catch (FileSystemException e) {
        if (!isBelowAFile(there)) {
          throw e;
        }
      }
    }
    return location;
  }

  @Override
  public Kind kind(String location) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(Path.of(location), BasicFileAttributes.class);
      if (found.isDirectory()) {
        return Kind.FOLDER;
      }
      return found.isRegularFile() ? Kind.FILE : Kind.OTHER;
    } catch (NoSuchFileException e) {
      return Kind.NOTHING;
    } catch (FileSystemException e) {
      if (isBelowAFile(Path.of(location))) {
        return Kind.NOTHING;
      }
      throw e;
    }
  }

  /**
   * Whether a part of the path before its last is no folder, so that nothing can lie there. Systems
   * tell it in words of their language only, as they do a device's trouble.
   */
  private static boolean isBelowAFile(Path path) {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return !Files.isDirectory(above);
      }
    }
    return false;
  }

  @Override
  public Entry file(String location) throws IOException {
    BasicFileAttributes found = Files.readAttributes(Path.of(location), BasicFileAttributes.class);
    return Entry.file(location, location, state(found), found.fileKey());
  }

  /** What is to be compared with {@link #state(Path)} later. */
  private static FileState state(BasicFileAttributes found) {
    return new FileState(found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  /** What the file at a path is now. */
  public static FileState state(Path path) throws IOException {
    return state(Files.readAttributes(path, BasicFileAttributes.class));
  }

  /** The path of a place that {@link #list} gave, or of a location. */
  public static Path path(String place) {
    if (!place.regionMatches(true, 0, "file:", 0, 5)) {
      return Path.of(place);
    }
    try {
      return Path.of(URI.create(place));
    } catch (IllegalArgumentException e) {
      // Not escaped as a URI has to be: taken as it stands.
      return Path.of(place.substring(5).replaceFirst("^//+", "/"));
    }
  }

  @Override
  public List<Entry> list(String place) throws IOException {
    Path folder = path(place);
    List<Entry> entries = new ArrayList<>();
    // A folder that is itself a link is followed.
    try (Stream<Path> below = Files.list(folder)) {
      for (Iterator<Path> each = below.iterator(); each.hasNext(); ) {
        entries.add(entry(each.next()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return entries;
  }

  private static Entry entry(Path path) {
    String location = slashes(path.normalize());
    String place = location;
    if (!isWhole(path)) {
      // That of a folder ends in a slash.
      place = path.toUri().toString().replaceFirst("/$", "");
      location = named(place);
    }
    BasicFileAttributes found;
    try {
      found =
          Retry.DEFAULT.run(
              () ->
                  Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return Entry.unknown(location, place, e);
    }
    if (found.isRegularFile()) {
      return Entry.file(location, place, state(found), found.fileKey());
    }
    return Entry.other(location, place, found.isDirectory() ? Kind.FOLDER : Kind.OTHER);
  }

  /** Whether the text of a path names it: not where it has bytes that are no characters here. */
  private static boolean isWhole(Path file) {
    String text = file.toString();
    boolean isPlain = text.chars().allMatch(c -> c < 0x80);
    try {
      return isPlain || Path.of(text).equals(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The name in a URI, in which Java writes a path's bytes. */
  private static String named(String uri) {
    String path = uri.replaceFirst("^file:/+", "/");
    byte[] bytes = new byte[path.length()];
    int length = 0;
    for (int i = 0; i < path.length(); i++) {
      boolean isEscaped = path.charAt(i) == '%';
      bytes[length++] =
          (byte) (isEscaped ? HexFormat.fromHexDigits(path, i + 1, i + 3) : path.charAt(i));
      i += isEscaped ? 2 : 0;
    }
    StringBuilder name = new StringBuilder();
    int from = 0;
    while (from < length) {
      int fault = Utf8.firstFault(bytes, from, length);
      name.append(new String(bytes, from, fault - from, StandardCharsets.UTF_8));
      if (fault < length) {
        name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(bytes[fault]));
      }
      from = fault + 1;
    }
    return name.toString();
  }
}
