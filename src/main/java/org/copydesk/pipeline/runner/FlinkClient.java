package org.copydesk.pipeline.runner;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** How the program came to run: from its own jar, or inside Flink's own client. */
public final class FlinkClient {
  private FlinkClient() {}

  /**
   * Whether Flink's own client ({@code flink run copydesk.jar build ...}) runs the program: it
   * loads a job's classes by itself, not from the class path.
   */
  public static boolean isAround() {
    return FlinkClient.class.getClassLoader() != ClassLoader.getSystemClassLoader();
  }

  /** The jar the program runs from; none where it runs from folders of classes. */
  static Optional<String> jar() {
    CodeSource source = FlinkClient.class.getProtectionDomain().getCodeSource();
    try {
      Path place = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(place) ? Optional.of(place.toString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
