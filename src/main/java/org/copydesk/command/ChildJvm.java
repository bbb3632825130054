package org.copydesk.command;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copydesk.pipeline.scratch.Scratch;

/**
 * Starts the program again with the flags a manifest cannot carry: an OutOfMemoryError must end the
 * process (the direct runner can report success after one), and everything is UTF-8 whatever the
 * locale. Heap settings, standard streams, signals and the exit code pass through.
 */
public final class ChildJvm {
  private static final String PARENT = "copydesk.parent";
  private static final String LIFE_LINE = "copydesk.lifeline";
  private static final String ARGUMENTS = "copydesk.arguments";
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private static final List<String> FLAGS =
      List.of(
          "-XX:+ExitOnOutOfMemoryError",
          "-Xss2m",
          // What is said of a page that failed is the same after many of them.
          "-XX:-OmitStackTraceInFastThrow",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-Dfile.encoding=UTF-8",
          "-Dsun.jnu.encoding=UTF-8",
          "-Dsun.stdout.encoding=UTF-8",
          "-Dsun.stderr.encoding=UTF-8");

  /**
   * A build is over before the optimising compiler has paid for what it does by default: 54 against
   * 40 CPU-seconds for 210 MB of articles.
   */
  private static final List<String> COMPILED =
      List.of(
          "-XX:Tier4InvocationThreshold=30000",
          "-XX:Tier4MinInvocationThreshold=4000",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=240000",
          "-XX:MaxInlineLevel=9",
          "-XX:FreqInlineSize=150",
          "-XX:InlineSmallCode=1500");

  /**
   * Where the compiler is a quarter of a build it compiles only what runs most, and small: a build
   * of 94 MB took it 22 CPU-seconds with the flags above, 17 with these thresholds, 11 with these
   * bounds of what is put in line too; of 377 MB 36 and 15, while the threads that work took as
   * long. What a code that is called all the time loses is some 5 %.
   */
  private static final List<String> COMPILED_LESS =
      List.of(
          "-XX:Tier4InvocationThreshold=90000",
          "-XX:Tier4MinInvocationThreshold=12000",
          "-XX:Tier4CompileThreshold=180000",
          "-XX:Tier4BackEdgeThreshold=720000",
          "-XX:MaxInlineLevel=6",
          "-XX:FreqInlineSize=80",
          "-XX:InlineSmallCode=1000",
          "-XX:LoopUnrollLimit=20",
          "-XX:LoopMaxUnroll=4",
          "-XX:LoopOptsCount=12",
          "-XX:-PartialPeelLoop",
          "-XX:-OptoRegScheduling");

  /** What is over before the optimising compiler has done anything that pays. */
  private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** The command that is such, whatever it is asked of. */
  private static final String LOOK_UP = "why";

  /** Classes of a first build as they lie in memory, beside the jar, where its build made them. */
  private static final String ARCHIVE = ".jsa";

  private static final String SHARED = "-XX:SharedArchiveFile=";

  /** Where to write such an archive at the child's end. */
  private static final String MAKE_ARCHIVE = "copydesk.archive";

  private static final List<String> OPENED =
      List.of("lang", "util", "util.concurrent", "nio", "net", "time");

  private ChildJvm() {}

  /** Whether this process is the child. */
  public static boolean isThis() {
    return System.getProperty(PARENT) != null;
  }

  /** The child's arguments as the user gave them; also makes it end when its parent is gone. */
  public static String[] arguments(String[] given) throws IOException {
    LifeLine.hold(System.getProperty(LIFE_LINE));
    long parent = Long.parseLong(System.getProperty(PARENT));
    ProcessHandle.of(parent)
        .ifPresentOrElse(handle -> handle.onExit().thenRun(LifeLine::end), LifeLine::end);
    String file = System.getProperty(ARGUMENTS);
    if (file == null) {
      return given;
    }
    String joined = Files.readString(Path.of(file));
    Files.delete(Path.of(file));
    return joined.isEmpty() ? new String[0] : joined.split("\0", -1);
  }

  /**
   * Runs the program in a child; gives its exit code.
   *
   * @param main the class that is started
   */
  public static int run(Class<?> main, String[] arguments)
      throws IOException, InterruptedException {
    Scratch scratch = scratch();
    try (LifeLine line = LifeLine.offer()) {
      return run(main, arguments, scratch, line);
    } finally {
      if (scratch != null) {
        scratch.close();
      }
    }
  }

  /**
   * A folder for the temporary files of the child and of every library in it; whatever ends the
   * child, they are gone with this process or before the next build. Null where none can be made: a
   * command that needs none shall run all the same, and the others say so.
   */
  private static Scratch scratch() {
    try {
      return Scratch.make();
    } catch (IOException e) {
      return null;
    }
  }

  private static int run(Class<?> main, String[] arguments, Scratch scratch, LifeLine line)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    command.addAll(given);
    boolean hasCollector =
        given.stream().anyMatch(flag -> flag.startsWith("-XX:+Use") && flag.endsWith("GC"));
    boolean isShort = arguments.length > 0 && arguments[0].equals(LOOK_UP);
    boolean isSmall = !hasCollector && (isShort || SmallInput.isAllOf(arguments));
    if (!hasCollector && !isSmall) {
      // Throughput counts here and pauses do not.
      command.add("-XX:+UseParallelGC");
    }
    command.addAll(FLAGS);
    command.addAll(isSmall ? SMALL : SmallInput.isMiddlingOf(arguments) ? COMPILED_LESS : COMPILED);
    command.addAll(archive(given));
    for (String opened : OPENED) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    if (scratch != null) {
      command.add("-Djava.io.tmpdir=" + scratch.folder());
    }
    command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    if (line.address() != null) {
      command.add("-D" + LIFE_LINE + "=" + line.address());
    }
    String[] exact = exactly(arguments);
    boolean isPlain = Arrays.equals(exact, arguments);
    if (!isPlain) {
      Path folder = scratch == null ? Scratch.place() : scratch.folder();
      Path file = Files.createTempFile(folder, "copydesk-arguments-", null);
      Files.writeString(file, String.join("\0", exact));
      command.add("-D" + ARGUMENTS + "=" + file);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    if (isPlain) {
      command.addAll(List.of(arguments));
    }
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process child = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child, scratch)));
    return child.waitFor();
  }

  /** Reads the archive of classes beside the jar, or makes it. */
  private static List<String> archive(List<String> given) {
    String made = System.getProperty(MAKE_ARCHIVE);
    if (made != null) {
      return List.of("-XX:ArchiveClassesAtExit=" + made);
    }
    String jar = System.getProperty("java.class.path");
    boolean isGiven = given.stream().anyMatch(flag -> flag.startsWith(SHARED));
    if (isGiven || !jar.endsWith(".jar") || jar.contains(File.pathSeparator)) {
      return List.of();
    }
    Path archive = Path.of(jar.substring(0, jar.length() - ".jar".length()) + ARCHIVE);
    // One that another Java or another jar made is passed over by the virtual machine.
    return Files.isReadable(archive)
        ? List.of(SHARED + archive, "-Xlog:disable", "-Xlog:all=error:stderr")
        : List.of();
  }

  private static void end(Process child, Scratch scratch) {
    child.destroy();
    try {
      if (!child.waitFor(10, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
    }
    if (scratch != null) {
      scratch.close();
    }
  }

  /** The arguments as UTF-8: under the locale C the JVM has already lost what is not ASCII. */
  private static String[] exactly(String[] arguments) throws IOException {
    boolean isAscii =
        Arrays.stream(arguments).allMatch(a -> a.chars().allMatch(c -> c > 0 && c < 0x80));
    if (isAscii || !Files.isReadable(COMMAND_LINE)) {
      return arguments;
    }
    String line = new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.UTF_8);
    String[] all = line.split("\0", -1);
    int end = all.length - 1;
    return end < arguments.length
        ? arguments
        : Arrays.copyOfRange(all, end - arguments.length, end);
  }
}
