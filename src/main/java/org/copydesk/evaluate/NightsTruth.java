package org.copydesk.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** The files of truth that {@code generate --nights} writes, line by line. */
final class NightsTruth {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NightsTruth() {}

  static void lines(Path file, Consumer<JsonNode> to) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        to.accept(JSON.readTree(line));
      }
    }
  }

  /** Where a page stands in the dumps, as {@link PageRecord#place} writes it. */
  static String place(JsonNode at) {
    return PageRecord.place(at.get("source_file").textValue(), at.get("source_record").asLong());
  }

  static Instant time(JsonNode time) {
    return Instant.parse(time.textValue());
  }
}
