package org.copydesk.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.copydesk.corpus.Algorithms;
import org.copydesk.corpus.Failure;

/**
 * Whether a build is so small that the optimising compiler only costs. It is asked before the
 * build's arguments are read as such: where it cannot tell, the input is not small. Only speed
 * depends on the answer.
 */
final class SmallInput {
  /**
   * Bytes of dumps, decompressed by a typical ratio. Seconds of processor of builds of generated
   * page text without and with the optimising compiler on a busy machine: 2 MB 9 and 14, 4 MB 10
   * and 17, 18 MB 23 and 37, 68 MB 53 and 63, 113 MB 78 and 91, 140 MB 105 and 104.
   */
  static final long MOST_BYTES = 130_000_000;

  /**
   * Bytes of dumps up to which the optimising compiler is to be sparing: later code that is 5 %
   * faster has paid for the 20 seconds of processor that it takes more otherwise, at .24 a MB.
   */
  static final long MIDDLING_BYTES = 1L << 30;

  /**
   * Bytes of dumps that one thread reads at once, as one unit: a second one costs more than it
   * takes off. A thread of the direct runner that has nothing to do looks for something all the
   * time: 6.2 seconds of processor for three records with two of them, 5.7 with one, 8.7 and 7.2
   * for 41 files.
   */
  static final long MOST_BYTES_OF_ONE = 1L << 20;

  /**
   * What has not come since the last build costs a night so much less than what has. A night of
   * 30,000 pages took 25 seconds of processor with the optimising compiler and 14 without, of
   * 100,000 pages (816 MB) 39 and 27.
   */
  static final int KNOWN_SHARE = 8;

  private static final int MOST_FILES = 20_000;

  /** What packed files give for each of their bytes, where none could be looked into. */
  private static final int RATIO = 4;

  /** Files of gzip that are looked into to know it better, and bytes that are unpacked of each. */
  private static final int LOOKED_INTO = 4;

  private static final int LOOK_BYTES = 256 << 10;
  private static final int PIECE = 4 << 10;

  private static final Set<String> OUTPUT = Set.of("-o", "--output");

  /** Names of what makes a build read, or work on, all there is. */
  private static final Set<String> ALL_AGAIN =
      Set.of("new-epoch", "prove", "no-incremental", "epoch-of", "erase", "again");

  /** Percent of what is taken over that a night may compute again and stay a small one. */
  private static final double MOST_RECHECKED = 10;

  /** Options of a build whose value may be the next argument, but those that are looked into. */
  static final Set<String> VALUED =
      Set.of(
          "--again",
          "--decontaminate",
          "--decontaminate-action",
          "--duplicates",
          "--epoch-of",
          "--erase",
          "--format",
          "--json-author",
          "--json-date",
          "--json-html",
          "--json-id",
          "--json-text",
          "--json-title",
          "--json-url",
          "--keep-failed-days",
          "--keep-generations",
          "--lost-site-articles",
          "--max-articles-down",
          "--max-forgotten",
          "--max-rejected-bytes",
          "--max-rejected-files",
          "--metrics-file",
          "--min-confidence",
          "--min-containment",
          "--min-jaccard",
          "--page-types",
          "--parallelism",
          "--recheck",
          "--rules",
          "--runner",
          "--site-from",
          "--site-ranking",
          "--suppress",
          "--survivor",
          "--topic-model",
          "--unreadable",
          "--versions");

  private static final Set<String> DEFINITION = Set.of("-f", "--definition");

  private SmallInput() {}

  /** Whether these are of a build on this machine of little input. */
  static boolean isAllOf(String... arguments) {
    return isWithin(MOST_BYTES, arguments);
  }

  /** Whether they are of a build of input that is over while compilers still work. */
  static boolean isMiddlingOf(String... arguments) {
    return isWithin(MIDDLING_BYTES, arguments);
  }

  private static boolean isWithin(long most, String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("build")) {
      return false;
    }
    try {
      Asked asked = asked(arguments);
      return areWithin(asked.inputs(), new Walk(most, asked.lastBuild()));
    } catch (IOException | Failure | InvalidPathException e) {
      return false;
    }
  }

  /** Whether inputs, as they are given, are on this machine and enough for one thread only. */
  static boolean isForOneThread(List<String> inputs) {
    try {
      return areWithin(inputs.stream().map(Path::of).toList(), new Walk(MOST_BYTES_OF_ONE, null));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static boolean areWithin(List<Path> inputs, Walk walk) throws IOException {
    for (Path input : inputs) {
      Files.walkFileTree(input, walk);
    }
    return !inputs.isEmpty() && !walk.isOver();
  }

  /**
   * What a build is asked for.
   *
   * @param lastBuild when the output was last published to, where the build goes on from that; null
   *     where it does not, or nothing is published
   */
  private record Asked(List<Path> inputs, FileTime lastBuild) {}

  /** A failure where something may be an input that is no path. */
  private static Asked asked(String... arguments) throws IOException, Failure {
    List<Path> inputs = new ArrayList<>();
    Map<?, ?> defined = Map.of();
    String output = null;
    boolean isNight = false;
    boolean isAllAgain = false;
    for (int i = 1; i < arguments.length; i++) {
      String argument = arguments[i];
      if (DEFINITION.contains(argument) && i + 1 < arguments.length) {
        defined = Definition.unchecked(Path.of(arguments[++i]), System.getenv());
      } else if (OUTPUT.contains(argument) && i + 1 < arguments.length) {
        output = arguments[++i];
      } else if (argument.startsWith("--output=")) {
        output = argument.substring("--output=".length());
      } else if (argument.startsWith("--input") || argument.startsWith("--definition=")) {
        throw new IOException("not looked into");
      } else if (!argument.startsWith("-") || argument.equals("-")) {
        inputs.add(Path.of(argument));
      }
      isNight |= argument.equals("--incremental");
      isAllAgain |= isAllAgain(argument, i + 1 < arguments.length ? arguments[i + 1] : "");
      i += VALUED.contains(argument) ? 1 : 0; // its value is no input
    }
    if (inputs.isEmpty()) {
      Definition.inputs(defined).forEach(input -> inputs.add(Path.of(input)));
    }
    isNight |= Boolean.TRUE.equals(defined.get("incremental"));
    isAllAgain |=
        defined.entrySet().stream()
            .anyMatch(
                said ->
                    isAllAgainBy(String.valueOf(said.getKey()), String.valueOf(said.getValue())));
    output = output == null && defined.get("output") instanceof String said ? said : output;
    boolean goesOn = isNight && !isAllAgain && output != null;
    return new Asked(inputs, goesOn ? lastBuild(Path.of(output)) : null);
  }

  /** Whether an option asks for all. */
  private static boolean isAllAgain(String argument, String next) {
    int end = argument.indexOf('=');
    return argument.startsWith("--")
        && isAllAgainBy(
            end < 0 ? argument.substring(2) : argument.substring(2, end),
            end < 0 ? next : argument.substring(end + 1));
  }

  private static boolean isAllAgainBy(String name, String value) {
    return switch (name) {
      case "recheck" -> isMuch(value);
      case "decontaminate-action" -> value.equals("remove");
      case "incremental" -> value.equals("false");
      default -> ALL_AGAIN.contains(name) && !value.equals("false") && !value.equals("[]");
    };
  }

  private static boolean isMuch(String percent) {
    try {
      return Double.parseDouble(percent) > MOST_RECHECKED;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** Null where nothing is published, or other versions made it: then all is read. */
  private static FileTime lastBuild(Path output) throws IOException {
    Path current = output.resolve("CURRENT");
    if (!Files.exists(current)) {
      return null;
    }
    Path manifest =
        output
            .resolve("generations")
            .resolve(Files.readString(current).strip())
            .resolve("manifest.json");
    return Files.exists(manifest) && isOfTheseVersions(manifest)
        ? Files.getLastModifiedTime(current)
        : null;
  }

  /** Reads a manifest's head, where versions stand; what is no JSON is an error. */
  private static boolean isOfTheseVersions(Path manifest) throws IOException {
    Map<String, String> algorithms = new TreeMap<>();
    String version = null;
    try (JsonParser in = new JsonFactory().createParser(manifest.toFile())) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME && algorithms.isEmpty()) {
        String name = in.currentName();
        boolean isObject = in.nextToken() == JsonToken.START_OBJECT;
        if (isObject && name.equals("algorithms")) {
          while (in.nextToken() == JsonToken.FIELD_NAME) {
            algorithms.put(in.currentName(), in.nextTextValue());
          }
        } else if (name.equals("version")) {
          version = in.getText();
        }
        in.skipChildren();
      }
    }
    return algorithms.equals(Algorithms.versions()) && Version.get().equals(version);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final long most;
    private final FileTime lastBuild;

    /** The first by name, whatever order a folder has. */
    private final TreeSet<Path> gzip = new TreeSet<>();

    private long bytes;
    private long packedBytes;
    private int files;

    Walk(long most, FileTime lastBuild) {
      this.most = most;
      this.lastBuild = lastBuild;
    }

    /** Whether it is over the bound even where nothing is packed. */
    private boolean isOverAnyhow() {
      return bytes + packedBytes > most || files > MOST_FILES;
    }

    boolean isOver() {
      return isOverAnyhow() || bytes + (long) (packedBytes * ratio()) > most;
    }

    private double ratio() {
      long from = 0;
      long to = 0;
      for (Path file : gzip) {
        try (SeekableByteChannel packed = Files.newByteChannel(file);
            InputStream in = new GZIPInputStream(Channels.newInputStream(packed), PIECE)) {
          to += in.skip(LOOK_BYTES);
          from += packed.position();
        } catch (IOException e) {
          // what it is is told where it is read
        }
      }
      return from == 0 ? RATIO : (double) to / from;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      boolean isPacked = name.endsWith(".gz") || name.endsWith(".zst") || name.endsWith(".bz2");
      if (name.endsWith(".gz") && attributes.isRegularFile()) {
        gzip.add(file);
        if (gzip.size() > LOOKED_INTO) {
          gzip.pollLast();
        }
      }
      long size = attributes.size();
      // A file that was put there with an older time is taken for known: that costs a little speed.
      boolean isKnown = lastBuild != null && attributes.lastModifiedTime().compareTo(lastBuild) < 0;
      size = isKnown ? size / KNOWN_SHARE : size;
      bytes += isPacked ? 0 : size;
      packedBytes += isPacked ? size : 0;
      files++;
      return isOverAnyhow() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
