package org.copydesk.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.corpus.Failure;

/**
 * Whether a build is so small that the optimising compiler only costs. It is asked before the
 * build's arguments are read as such: where it cannot tell, the input is not small. Only speed
 * depends on the answer.
 */
final class SmallInput {
  /**
   * Bytes of dumps, decompressed by a typical ratio. Seconds of processor of builds of generated
   * page text without and with the optimising compiler on a busy machine: 2 MB 9 and 14, 4 MB 10
   * and 17, 18 MB 23 and 37, 68 MB 53 and 63, 113 MB 78 and 91, 140 MB 105 and 104.
   */
  static final long MOST_BYTES = 130_000_000;

  /**
   * Bytes of dumps that one thread reads at once, as one unit: a second one costs more than it
   * takes off. A thread of the direct runner that has nothing to do looks for something all the
   * time: 6.2 seconds of processor for three records with two of them, 5.7 with one, 8.7 and 7.2
   * for 41 files.
   */
  static final long MOST_BYTES_OF_ONE = 1L << 20;

  private static final int MOST_FILES = 20_000;
  private static final int RATIO = 4;

  private static final Set<String> OUTPUT = Set.of("-o", "--output");
  private static final Set<String> DEFINITION = Set.of("-f", "--definition");

  private SmallInput() {}

  /** Whether these are of a build on this machine of little input. */
  static boolean isAllOf(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("build")) {
      return false;
    }
    try {
      return areWithin(inputs(arguments), MOST_BYTES);
    } catch (IOException | Failure | InvalidPathException e) {
      return false;
    }
  }

  /** Whether inputs, as they are given, are on this machine and enough for one thread only. */
  static boolean isForOneThread(List<String> inputs) {
    try {
      return areWithin(inputs.stream().map(Path::of).toList(), MOST_BYTES_OF_ONE);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static boolean areWithin(List<Path> inputs, long bytes) throws IOException {
    Walk walk = new Walk(bytes);
    for (Path input : inputs) {
      Files.walkFileTree(input, walk);
    }
    return !inputs.isEmpty() && !walk.isOver();
  }

  /** What may be an input; a failure where something may be one that is no path. */
  private static List<Path> inputs(String... arguments) throws IOException, Failure {
    List<Path> inputs = new ArrayList<>();
    List<String> defined = List.of();
    for (int i = 1; i < arguments.length; i++) {
      String argument = arguments[i];
      if (DEFINITION.contains(argument) && i + 1 < arguments.length) {
        defined = Definition.inputs(Path.of(arguments[++i]), System.getenv());
      } else if (OUTPUT.contains(argument)) {
        i++;
      } else if (argument.startsWith("--input") || argument.startsWith("--definition=")) {
        throw new IOException("not looked into");
      } else if (!argument.startsWith("-") || argument.equals("-")) {
        inputs.add(Path.of(argument));
      }
    }
    if (inputs.isEmpty()) {
      defined.forEach(input -> inputs.add(Path.of(input)));
    }
    return inputs;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final long most;
    private long bytes;
    private int files;

    Walk(long most) {
      this.most = most;
    }

    boolean isOver() {
      return bytes > most || files > MOST_FILES;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      boolean isPacked = name.endsWith(".gz") || name.endsWith(".zst") || name.endsWith(".bz2");
      bytes += attributes.size() * (isPacked ? RATIO : 1);
      files++;
      return isOver() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
