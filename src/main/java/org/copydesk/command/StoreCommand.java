package org.copydesk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.storage.Locations;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * A command that is no build and works on files that may lie anywhere: the flags of Beam's file
 * systems that it is given, such as {@code --endpoint}, are those of the store.
 */
abstract class StoreCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Unmatched private List<String> unmatched = new ArrayList<>();

  /** Opens locations with the flags given; a flag that nothing knows is a failure. */
  final Locations locations() throws Failure {
    return Locations.withFlags(BeamArguments.of(unmatched, spec));
  }
}
