package org.copydesk.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Junk written as whole texts in {@code testdata/junk}, when the rules had been settled; each as it
 * is and with its parts in other orders and other digits. Seeded.
 */
final class FinalJunk {
  private static final Path FOLDER = Path.of("testdata/junk");

  private FinalJunk() {}

  /** Each written text of a file, followed by so many of its variations. */
  static List<UnseenJunk.Text> texts(String file, int variations, long seed) {
    Random random = new Random(seed);
    List<UnseenJunk.Text> texts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] halves = line.split(": ", 2);
          String[] name = halves[0].split(" ", 2);
          String written = halves[1].replace(" / ", "\n");
          texts.add(new UnseenJunk.Text(name[1], name[0], written));
          for (int i = 0; i < variations; i++) {
            texts.add(new UnseenJunk.Text(name[1], name[0], varied(written, random)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static String varied(String text, Random random) {
    String between = text.contains("\n") ? "\n" : ". ";
    List<String> parts =
        new ArrayList<>(Arrays.asList(text.split(between.equals("\n") ? "\n" : "(?<=[.!?]) ")));
    Collections.shuffle(parts, random);
    StringBuilder varied =
        new StringBuilder(String.join(between.strip().isEmpty() ? "\n" : " ", parts));
    for (int i = 0; i < varied.length(); i++) {
      if (varied.charAt(i) >= '0' && varied.charAt(i) <= '9') {
        varied.setCharAt(i, (char) ('0' + random.nextInt(10)));
      }
    }
    return varied.toString();
  }
}
