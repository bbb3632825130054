package org.copydesk.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Whether a person looks at a standard stream, and how wide what they look at is. */
final class Terminal {
  static final int OUT = 1;
  static final int ERR = 2;

  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST = 20;
  private static final long MOST_MILLIS = 500;

  private Terminal() {}

  /** Whether standard output or standard error is a terminal that can do more than print lines. */
  static boolean is(int stream) {
    String kind = System.getenv("TERM");
    if (kind == null || kind.equals("dumb")) {
      return false;
    }
    Path descriptor = Path.of("/proc/self/fd/" + stream);
    if (!Files.isSymbolicLink(descriptor)) {
      return System.console() != null;
    }
    try {
      String device = Files.readSymbolicLink(descriptor).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether colours are wanted where nothing was said: on a terminal, unless NO_COLOR is set. */
  static boolean wantsColour() {
    String no = System.getenv("NO_COLOR");
    return is(OUT) && (no == null || no.isEmpty());
  }

  /** Columns of the terminal; 80 where they cannot be asked. */
  static int width() {
    try {
      Process asked =
          new ProcessBuilder("sh", "-c", "stty size </dev/tty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      asked.getOutputStream().close();
      if (!asked.waitFor(MOST_MILLIS, TimeUnit.MILLISECONDS)) {
        asked.destroyForcibly();
        return DEFAULT_WIDTH;
      }
      try (InputStream answer = asked.getInputStream()) {
        String[] size =
            new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip().split(" ");
        int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
        return columns < NARROWEST ? DEFAULT_WIDTH : columns;
      }
    } catch (IOException | NumberFormatException e) {
      return DEFAULT_WIDTH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DEFAULT_WIDTH;
    }
  }
}
