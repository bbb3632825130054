package org.copydesk.quality;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the signals of quality tell, a phrase each, for cards and messages. */
public final class SignalMeanings {
  private static final Properties MEANINGS = read();

  private SignalMeanings() {}

  private static Properties read() {
    Properties meanings = new Properties();
    try (Reader in =
        new InputStreamReader(
            SignalMeanings.class.getResourceAsStream("signals.properties"),
            StandardCharsets.UTF_8)) {
      meanings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }

  /** The phrase for a signal. */
  public static String of(Signal signal) {
    String meaning = MEANINGS.getProperty(signal.key());
    if (meaning == null) {
      throw new IllegalStateException("signals.properties has no " + signal.key());
    }
    return meaning;
  }
}
