package org.copydesk.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the reasons of {@code removed} and {@code rejects} mean, in a sentence each. */
final class ReasonMeanings {
  private final Properties meanings = new Properties();

  ReasonMeanings() throws IOException {
    try (Reader in =
        new InputStreamReader(
            ReasonMeanings.class.getResourceAsStream("reasons.properties"),
            StandardCharsets.UTF_8)) {
      meanings.load(in);
    }
  }

  boolean knows(String reason) {
    return meanings.containsKey(reason);
  }

  /** A name that is none of ours is a rule of the definition. */
  String of(String reason) {
    return meanings.getProperty(reason, "Removed by a quality rule of the definition.");
  }
}
