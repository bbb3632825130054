package org.copydesk.command;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.command.options.NearestName;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.runner.RunnerFlags;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Flags that are not ours: those Beam and its runners know are passed on, others are refused. */
final class BeamArguments {
  private static final Set<String> NO_SETTINGS = Set.of("help", "version", "definition");

  private BeamArguments() {}

  /** Names of a command's own settings. */
  static Set<String> ownSettings(CommandSpec command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.options()) {
      String name = option.longestName().replaceFirst("^-+", "");
      if (!NO_SETTINGS.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Those of them that take several values. */
  static Set<String> manyValued(CommandSpec command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.options()) {
      if (option.isMultiValue()) {
        names.add(option.longestName().replaceFirst("^-+", ""));
      }
    }
    return names;
  }

  /**
   * What of a command's line goes to Beam.
   *
   * @param unmatched what the command does not know itself
   */
  static String[] of(List<String> unmatched, CommandSpec command) throws Failure {
    if (unmatched.isEmpty()) {
      return new String[0]; // asking the runners for their flags takes most of a second
    }
    TreeSet<String> known = new TreeSet<>(RunnerFlags.names());
    for (String argument : unmatched) {
      if (!argument.startsWith("-")) {
        throw new Failure(Failure.USAGE, "one argument too many: " + argument);
      }
      String name = argument.replaceFirst("^-+", "").replaceFirst("=.*$", "");
      if (!argument.startsWith("--") || !known.contains(name)) {
        TreeSet<String> all = new TreeSet<>(ownSettings(command));
        if (name.startsWith("no-")) {
          ownSettings(command).forEach(own -> all.add("no-" + own));
        }
        if (name.chars().anyMatch(Character::isUpperCase)) {
          all.addAll(known);
        }
        throw new Failure(
            Failure.USAGE, "no setting is called " + name + NearestName.suggestion(name, all));
      }
    }
    return unmatched.toArray(String[]::new);
  }
}
