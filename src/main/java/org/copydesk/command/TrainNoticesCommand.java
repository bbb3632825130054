package org.copydesk.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.copydesk.corpus.Failure;
import org.copydesk.train.FollowingLetters;
import org.copydesk.train.TrainNotices;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains what tells what a site says to its visitors from news. */
@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Trains the weights of the signal notice_likeness, and measures them on each lot of junk by",
      "what learned from the others."
    })
final class TrainNoticesCommand implements Callable<Integer> {
  @Option(
      names = "--strings",
      paramLabel = "DIR",
      required = true,
      description = "Folder of Chromium's packs of strings (locales/*.pak).")
  private Path strings;

  @Option(
      names = "--letters",
      paramLabel = "JAR",
      required = true,
      description = "Jar of Lingua: how often news has groups of letters.")
  private Path letters;

  @Option(
      names = "--written",
      paramLabel = "DIR",
      required = true,
      description = "Folder of en.txt and so on: a notice a line, of each language to learn.")
  private Path written;

  @Option(
      names = "--news",
      paramLabel = "FILE",
      description = "English news, JSON Lines of title and text, gzipped; repeatable.")
  private List<Path> news = List.of();

  @Option(
      names = "--triples",
      paramLabel = "FILE",
      description = "File to write of the letters that follow two others in words of a language.")
  private Path triples;

  @Option(
      names = "--junk",
      paramLabel = "FILE",
      description = "Lines of LANGUAGE KIND: text, of which notices are learned from; repeatable.")
  private List<Path> junk = List.of();

  @Option(names = "--model", paramLabel = "FILE", required = true, description = "File to write.")
  private Path model;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try {
      TrainNotices notices = new TrainNotices(strings, letters, written, news, junk);
      notices.crossValidate(spec.commandLine().getOut());
      notices.write(model);
      if (triples != null) {
        FollowingLetters.write(letters, triples);
      }
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    return 0;
  }
}
