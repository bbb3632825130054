package org.copydesk.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A cache of which some entries are not what was written. */
final class DamagedCache {
  private DamagedCache() {}

  /** Does one thing by the seed to one entry. */
  static void damage(Path units, SplittableRandom random) throws IOException {
    List<Path> entries = entries(units);
    Path entry = entries.get(random.nextInt(entries.size()));
    byte[] bytes = Files.readAllBytes(entry);
    switch (random.nextInt(5)) {
      case 0 -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(entry, bytes);
      }
      case 1 -> Files.write(entry, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      case 2 -> Files.delete(entry);
      case 3 -> Files.write(entry, Files.readAllBytes(entries.get(random.nextInt(entries.size()))));
      default -> {
        // The format's version is the last character of the first line.
        bytes[15]++;
        Files.write(entry, bytes);
      }
    }
  }

  static List<Path> entries(Path units) throws IOException {
    try (Stream<Path> files = Files.walk(units)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
