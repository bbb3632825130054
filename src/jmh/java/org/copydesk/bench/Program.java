package org.copydesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Runs the program's jar with a heap of 2 GB, and says what that took. */
public final class Program {
  private static final Path JAR = Path.of("target/copydesk.jar");

  private Program() {}

  /** Runs a command; gives the user and system seconds of all its processes. */
  public static double run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" > /dev/null 2>&1 || exit 1; times", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx2g", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", arguments));
    }
    // The shell's own times, then those of its children: "0m1.20s 0m0.30s".
    double seconds = 0;
    for (String time : printed.lines().toList().get(1).split(" ")) {
      String[] parts = time.split("[ms]");
      seconds += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }
    return seconds;
  }

  /** Bytes of packed dumps once they are unpacked. */
  public static long unpacked(Path dumps) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(dumps)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    long bytes = 0;
    for (Path file : files) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        bytes += in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return bytes;
  }

  /** Removes a folder with all that is in it. */
  public static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
