package org.copydesk.command.options;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.source.InputListing;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a build reads. */
public final class InputOptions {
  @Parameters(
      paramLabel = "INPUT",
      description = "Globs, folders (all files below) and files, also hdfs://... and the like.")
  private List<String> positional = new ArrayList<>();

  @Option(names = "--input", paramLabel = "INPUT", description = "The same as INPUT; repeatable.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--input-list",
      paramLabel = "FILE",
      description = "A file with an INPUT a line; # begins a comment.")
  private Path inputList;

  /** Whether any input is named. */
  public boolean areGiven() {
    return !positional.isEmpty() || !inputs.isEmpty() || inputList != null;
  }

  /** All inputs, however they were named. */
  public List<String> all() throws IOException, Failure {
    List<String> all = new ArrayList<>(positional);
    all.addAll(inputs);
    if (inputList != null) {
      all.addAll(listedInputs().keySet());
    }
    return all;
  }

  /** The inputs of the list, each with the number of its line; {@code #} begins a comment. */
  private Map<String, Integer> listedInputs() throws IOException, Failure {
    Map<String, Integer> inputs = new LinkedHashMap<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(inputList)) {
        number++;
        if (!line.isBlank() && !line.strip().startsWith("#")) {
          inputs.putIfAbsent(line.strip(), number);
        }
      }
    } catch (NoSuchFileException e) {
      throw new Failure(Failure.USAGE, "no list of inputs " + inputList, e);
    } catch (MalformedInputException e) {
      throw new Failure(Failure.USAGE, inputList + " is not in UTF-8", e);
    }
    return inputs;
  }

  /** The same failure with list and line, where an input of the list is to blame. */
  public Failure listed(Failure failure) throws IOException, Failure {
    if (inputList == null || !(failure.getCause() instanceof InputListing.BadInput bad)) {
      return failure;
    }
    Integer line = bad.input() == null ? null : listedInputs().get(bad.input());
    return line == null
        ? failure
        : new Failure(
            failure.exitCode(), inputList + ": line " + line + ": " + failure.getMessage(), bad);
  }
}
