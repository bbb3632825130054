package org.copydesk.command;

import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.OutputLock;
import org.copydesk.corpus.Storage;
import org.copydesk.pipeline.Locations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a finished generation the published one, also an older one. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Moves CURRENT to a finished generation, also to an older one (roll back).")
final class PublishCommand implements Callable<Integer> {
  private static final Pattern GENERATION = Pattern.compile("(.+)/generations/([^/]+)");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "GENERATION", description = "Folder of a finished generation.")
  private String generation;

  @Override
  public Integer call() throws Exception {
    Locations locations = Locations.withDefaults();
    Storage folder = locations.storage(generation);
    Matcher parts = GENERATION.matcher(folder.location());
    if (!parts.matches()) {
      throw new Failure(Failure.USAGE, "not a folder OUTPUT/generations/ID: " + generation);
    }
    Storage output = locations.storage(parts.group(1));
    Manifest.read(folder);
    Generations generations = new Generations(output);
    String name = parts.group(2);
    try (OutputLock lock = OutputLock.take(output, "publish " + name)) {
      generations.publish(name, generations.published());
    }
    spec.commandLine().getOut().println("published " + name);
    return 0;
  }
}
