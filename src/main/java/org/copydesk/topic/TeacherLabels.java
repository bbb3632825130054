package org.copydesk.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.copydesk.text.ContentHash;

/**
 * A teacher's frozen soft labels: gzipped lines of a text's hash and {@code code=share}, apart by
 * tabs, shares of a hundred. No text is in the file.
 */
final class TeacherLabels {
  private final Map<ContentHash, float[]> byHash = new HashMap<>();

  private TeacherLabels() {}

  /** None. */
  static TeacherLabels none() {
    return new TeacherLabels();
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when a line is not as it should be
   */
  static TeacherLabels read(Path file, List<String> codes) throws IOException {
    TeacherLabels labels = new TeacherLabels();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] parts = line.split("\t");
        float[] shares = new float[codes.size()];
        float sum = 0;
        for (int i = 1; i < parts.length; i++) {
          int at = parts[i].indexOf('=');
          int code = at < 0 ? -1 : codes.indexOf(parts[i].substring(0, at));
          if (code < 0) {
            throw new IllegalArgumentException(
                file.getFileName() + ", line " + number + ": unknown code in " + parts[i]);
          }
          shares[code] = Float.parseFloat(parts[i].substring(at + 1));
          sum += shares[code];
        }
        if (sum > 0) {
          for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
          }
          labels.byHash.put(ContentHash.parse(parts[0]), shares);
        }
      }
    }
    return labels;
  }

  /** Shares of the classes; null when the teacher did not see the text. */
  float[] of(ContentHash hash) {
    return byHash.get(hash);
  }
}
