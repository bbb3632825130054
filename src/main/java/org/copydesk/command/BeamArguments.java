package org.copydesk.command;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.RunnerFlags;

/** Flags that are not ours: those Beam and its runners know are passed on, others are refused. */
final class BeamArguments {
  private BeamArguments() {}

  static String[] of(List<String> unmatched, Collection<String> ours) throws Failure {
    if (unmatched.isEmpty()) {
      return new String[0]; // asking the runners for their flags takes most of a second
    }
    TreeSet<String> known = new TreeSet<>(RunnerFlags.names());
    for (String argument : unmatched) {
      String name = argument.replaceFirst("^-+", "").replaceFirst("=.*$", "");
      if (!argument.startsWith("--") || !known.contains(name)) {
        TreeSet<String> all = new TreeSet<>(ours);
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
