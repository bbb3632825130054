package org.copydesk.segment.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of words that come as resources: cells between bars, {@code #} before a remark. */
public final class WordLists {
  private WordLists() {}

  /** The rows of the resource {@code name} beside a class, their cells without margins. */
  public static List<String[]> rows(Class<?> home, String name) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = home.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split("\\|");
        for (int i = 0; i < parts.length; i++) {
          parts[i] = parts[i].strip();
        }
        rows.add(parts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return rows;
  }
}
