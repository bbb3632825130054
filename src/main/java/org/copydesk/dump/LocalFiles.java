package org.copydesk.dump;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The files of this machine. A link that is named itself is followed, one below a folder is not.
 */
public final class LocalFiles implements FileTree {
  public static final FileTree TREE = new LocalFiles();

  private LocalFiles() {}

  @Override
  public String absolute(String location) {
    return slashes(Path.of(location).toAbsolutePath().normalize());
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
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
    visitor.file(location, found.size(), found.fileKey());
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
              visitor.file(slashes(file.normalize()), found.size(), found.fileKey());
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
