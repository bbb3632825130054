package org.copydesk.dump;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the files that inputs name: {@code dumps/2024-*}{@code /*.txt}, a folder (all files below
 * it) or a file. Regular files only, links below a folder not followed, each file once, sorted by
 * name. Files whose names begin with a dot are passed over.
 */
public final class InputListing {
  /**
   * A file to read.
   *
   * @param sourceFile path below the fixed part of its glob, with slashes
   * @param path where it lies
   * @param bytes its size
   */
  public record Input(String sourceFile, String path, long bytes) {}

  /** Inputs that cannot be listed, in words for the user. */
  public static final class BadInput extends Exception {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
      super(message);
    }
  }

  private InputListing() {}

  /** The files of all inputs, in the order of their source names. */
  public static List<Input> list(List<String> inputs) throws IOException, BadInput {
    Map<Path, Long> files = new TreeMap<>();
    Path base = null;
    for (String input : inputs) {
      Path fixed = fixedPart(input);
      int before = files.size();
      if (hasWildcard(input)) {
        collect(fixed, matcher(input), files);
      } else {
        collect(Path.of(input).toAbsolutePath().normalize(), path -> true, files);
      }
      if (files.size() == before && !matchesAny(input, fixed, files)) {
        throw new BadInput("no file matches " + input);
      }
      base = base == null ? fixed : commonParent(base, fixed);
    }
    return named(files, base);
  }

  private static boolean matchesAny(String input, Path fixed, Map<Path, Long> files) {
    Path whole =
        Path.of(hasWildcard(input) ? fixed.toString() : input).toAbsolutePath().normalize();
    return files.keySet().stream().anyMatch(file -> file.startsWith(whole));
  }

  private static List<Input> named(Map<Path, Long> files, Path base) throws BadInput {
    TreeMap<String, Input> byName = new TreeMap<>();
    for (Map.Entry<Path, Long> file : files.entrySet()) {
      String name = base.relativize(file.getKey()).toString().replace('\\', '/');
      Input input = new Input(name, file.getKey().toString(), file.getValue());
      Input other = byName.put(name, input);
      if (other != null) {
        throw new BadInput(
            "two files are named " + name + ": " + other.path() + ", " + input.path());
      }
    }
    return new ArrayList<>(byName.values());
  }

  private static boolean hasWildcard(String input) {
    return input.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  /** The folder before the first wildcard; of a plain file its folder, of a folder itself. */
  private static Path fixedPart(String input) {
    if (!hasWildcard(input)) {
      Path path = Path.of(input).toAbsolutePath().normalize();
      return Files.isDirectory(path) ? path : path.getParent();
    }
    int wildcard = 0;
    while ("*?[{".indexOf(input.charAt(wildcard)) < 0) {
      wildcard++;
    }
    int slash = input.lastIndexOf('/', wildcard);
    String fixed = slash < 0 ? "." : slash == 0 ? "/" : input.substring(0, slash);
    return Path.of(fixed).toAbsolutePath().normalize();
  }

  private static PathMatcher matcher(String input) {
    Path fixed = fixedPart(input);
    int wildcard = 0;
    while ("*?[{".indexOf(input.charAt(wildcard)) < 0) {
      wildcard++;
    }
    String pattern = input.substring(input.lastIndexOf('/', wildcard) + 1);
    PathMatcher below = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    return path -> below.matches(fixed.relativize(path));
  }

  private static void collect(Path top, PathMatcher matcher, Map<Path, Long> files)
      throws IOException {
    if (Files.isRegularFile(top)) {
      files.put(top, Files.size(top));
      return;
    }
    if (!Files.isDirectory(top)) {
      return;
    }
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isHidden = !folder.equals(top) && isHidden(folder);
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file) && matcher.matches(file)) {
              files.put(file, attributes.size());
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static Path commonParent(Path a, Path b) {
    Path common = a;
    while (!b.startsWith(common)) {
      common = common.getParent();
    }
    return common;
  }
}
