package org.copydesk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.command.ParsedBuild;
import org.copydesk.storage.Storage;

/**
 * An output with one published generation, and the input of the next night with what a build of it
 * must give. Every fault is tried on a copy of the output.
 */
final class TwoNights {
  private final Path folder;
  private final Path base;
  private final Path first;
  private final Path dumps;
  private final Path undisturbed;
  private final String before;
  private final String digests;
  private int copies;

  /** Builds the first night, and the second on a copy for its digests. */
  TwoNights(Path folder) throws IOException {
    this.folder = folder;
    this.base = folder.resolve("base");
    this.dumps = folder.resolve("dumps");
    this.first = folder.resolve("first");
    copyTree(Path.of("testdata/dumps/harbour-ledger"), first.resolve("harbour-ledger"));
    copyTree(first, dumps);
    expect(0, build(Storage.local(base)));
    before = current(base);
    copyTree(Path.of("testdata/dumps/tri-county-post"), dumps.resolve("tri-county-post"));
    undisturbed = copy();
    expect(0, build(Storage.local(undisturbed)));
    digests = digests(undisturbed);
  }

  private static void expect(int exitCode, int actual) {
    if (actual != exitCode) {
      throw new AssertionError("the build ended with " + actual);
    }
  }

  /** Another copy of the output after the first night. */
  Path copy() throws IOException {
    return copyOf(base);
  }

  /** A copy of the output after the second night. */
  Path copyAfterBoth() throws IOException {
    return copyOf(undisturbed);
  }

  private Path copyOf(Path output) throws IOException {
    Path copy = folder.resolve("copy-" + copies++);
    copyTree(output, copy);
    // What the lock of this machine leaves would look like the lease of a dead build elsewhere.
    Files.delete(copy.resolve(".lock"));
    return copy;
  }

  String[] arguments() {
    return new String[] {dumps.toString(), "--accept-drift=true", "--parallelism=2"};
  }

  /** The first night's input, which is a folder of the second's. */
  String[] firstArguments() {
    return new String[] {first.toString(), "--parallelism=2"};
  }

  /** Builds the second night; gives the exit code. */
  int build(Storage output) {
    return ParsedBuild.run(output, arguments());
  }

  /** Whether the pointer still names the first night's generation. */
  boolean isUntouched(Path output) throws IOException {
    return current(output).equals(before);
  }

  /** Whether what is published is whole, and one of the two nights. */
  boolean isWhole(Path output) throws IOException {
    boolean isVerified = Commands.run("verify", output.toString()) == 0;
    return isVerified && (isUntouched(output) || digests(output).equals(digests));
  }

  boolean hasNewDigests(Path output) throws IOException {
    return digests(output).equals(digests);
  }

  static String current(Path output) throws IOException {
    return Files.readString(output.resolve("CURRENT")).strip();
  }

  static String digests(Path output) throws IOException {
    Path manifest = output.resolve("generations/" + current(output) + "/manifest.json");
    String text = Files.readString(manifest);
    int start = text.indexOf("\"digests\"");
    return text.substring(start, text.indexOf('}', start));
  }

  static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  static void remove(Path output) throws IOException {
    Storage.local(output).delete("");
  }
}
