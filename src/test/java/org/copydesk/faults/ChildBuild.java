package org.copydesk.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copydesk.command.ParsedBuild;
import org.copydesk.storage.Storage;

/** A build in a process of its own, which can be killed or end itself at one operation. */
public final class ChildBuild {
  private ChildBuild() {}

  /** Runs a build on faulty storage: output, number, words of the operation, fate, arguments. */
  public static void main(String[] arguments) {
    FaultyStorage output =
        FaultyStorage.of(
            Storage.local(Path.of(arguments[0])),
            "child",
            Long.parseLong(arguments[1]),
            arguments[2],
            Faults.Fate.valueOf(arguments[3]));
    String[] rest = java.util.Arrays.copyOfRange(arguments, 4, arguments.length);
    System.exit(ParsedBuild.run(output, rest));
  }

  /** Starts a build that meets its fate at a step of publishing. */
  static Process startUntil(String step, Faults.Fate fate, Path output, String[] arguments)
      throws IOException {
    // A build clears away first what the published one may have left of its work.
    String time = step.equals("delete .work") ? "2" : "1";
    List<String> all = new ArrayList<>(List.of(output.toString(), time, step, fate.name()));
    all.addAll(List.of(arguments));
    return start(List.of(), ChildBuild.class, all);
  }

  /** Starts a process; its words go nowhere. */
  public static Process start(List<String> flags, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx600m", "-Xss2m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    for (String opened : List.of("lang", "util", "util.concurrent", "nio", "net", "time")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Waits five minutes for a process; gives its exit code. */
  public static int end(Process process) throws InterruptedException {
    return end(process, 5);
  }

  /** Waits some minutes for a process; gives its exit code. */
  static int end(Process process, int minutes) throws InterruptedException {
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("a build does not end");
    }
    return process.exitValue();
  }
}
