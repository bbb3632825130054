package org.copydesk.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.report.PageLifePage;
import org.copydesk.report.life.PageLife;
import org.copydesk.report.life.PageLifeText;
import org.copydesk.report.life.PageLives;
import org.copydesk.storage.Storage;
import org.copydesk.text.Printable;
import org.copydesk.text.SnakeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The life of one page in the corpus. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Tells why a page is in the corpus or not.",
      "Where it was read and what became of it, by which evidence, its copies, story and versions,",
      "the teasers that announce it, and in which generations it is; 1 when nothing names it."
    })
final class WhyCommand extends StoreCommand {
  private static final Pattern GENERATION = Pattern.compile("(.+)/generations/[^/]+");
  private static final int LONGEST_NAME = 2000;

  @Parameters(
      index = "0",
      paramLabel = "OUTPUT",
      description = "An output, for its published generation, or a generation's folder.")
  private String folder;

  @Parameters(
      index = "1",
      paramLabel = "URL|ID|FILE#RECORD",
      description = {
        "Address of the page, id of an article, or place in the input: a source_file and the",
        "record in it, from 0."
      })
  private String asked;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean isJson;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes a page to look at.")
  private Path html;

  @Override
  public Integer call() throws Exception {
    Locations locations = locations();
    Storage generation = GenerationFolder.expectedIn(locations, folder);
    Matcher parts = GENERATION.matcher(generation.location());
    Generations all = parts.matches() ? new Generations(locations.storage(parts.group(1))) : null;
    PageLife life = PageLives.of(generation, all, asked);
    if (life == null) {
      throw new Failure(
          Failure.OTHER,
          "nothing in "
              + generation
              + " has the address, the id or the place "
              + Printable.of(asked, LONGEST_NAME)
              + ": it was not among the input, or is written there otherwise");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (html != null) {
      Files.writeString(html, PageLifePage.render(life));
    }
    if (isJson) {
      out.println(SnakeJson.of(life));
    } else if (html == null) {
      out.print(PageLifeText.of(life));
    }
    out.flush();
    return 0;
  }
}
