package org.copydesk.dump;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;

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
      if (Files.exists(there)) {
        return slashes(there.toRealPath().resolve(there.relativize(path)).normalize());
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
    }
  }

  @Override
  public void file(String location, Visitor visitor) throws IOException {
    BasicFileAttributes found = Files.readAttributes(Path.of(location), BasicFileAttributes.class);
    visitor.file(location, location, found.size(), found.fileKey());
  }

  @Override
  public void walk(String folder, Visitor visitor) throws IOException {
    Path top = Path.of(folder);
    Files.walkFileTree(
        // A folder that is itself a link is followed.
        Files.isSymbolicLink(top) ? Path.of(folder + "/.") : top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes found) {
            boolean isHidden = !slashes(below.normalize()).equals(folder) && isHidden(below);
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
            if (found.isRegularFile() && !isHidden(file)) {
              give(file.normalize(), found, visitor);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void give(Path file, BasicFileAttributes found, Visitor visitor) {
    String location = slashes(file);
    if (isWhole(file)) {
      visitor.file(location, location, found.size(), found.fileKey());
    } else {
      String uri = file.toUri().toString();
      visitor.file(named(uri), uri, found.size(), found.fileKey());
    }
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

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
