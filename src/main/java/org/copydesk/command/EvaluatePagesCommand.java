package org.copydesk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.corpus.Failure;
import org.copydesk.dump.source.InputListing;
import org.copydesk.evaluate.DumpPages;
import org.copydesk.evaluate.GenerationTables;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.evaluate.PagesEvaluation;
import org.copydesk.evaluate.PagesResult;
import org.copydesk.html.HtmlEvidence;
import org.copydesk.html.HtmlSettings;
import org.copydesk.segment.SiteModels;
import org.copydesk.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Segmented pages against labelled ones: over a generation's tables, or straight over dumps. */
@Command(
    name = "pages",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Measures segmented pages against labelled ones.",
      "Over dumps every page is compared. Over a generation articles are compared where they were",
      "kept, of pages whose article was removed the teasers only, and teasers as a build folds them."
    })
final class EvaluatePagesCommand extends StoreCommand {
  @Option(
      names = "--gold",
      paramLabel = "LABELLED.jsonl",
      required = true,
      description = "Labelled pages; repeatable. Held in memory.")
  private List<Path> gold;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "A generation or an output with a published one; or dumps as build takes them.")
  private List<String> paths;

  @Option(
      names = "--learn-sites",
      paramLabel = "true|false",
      arity = "1",
      defaultValue = "true",
      description = "Over dumps: learn the sites first, as a build does.")
  private boolean learnsSites;

  @Option(
      names = "--without",
      paramLabel = "GROUP",
      description = {
        "Over dumps: read HTML without a group of evidence; repeatable: structured-data,",
        "semantic-tags, names, link-density, phrases, learned-blocks, site-knowledge."
      })
  private List<String> without = List.of();

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    Map<String, PageRecord> labelled = new HashMap<>();
    try {
      for (Path file : gold) {
        PageRecord.read(file, page -> labelled.put(page.place(), page));
      }
    } catch (IllegalArgumentException | IOException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    Storage generation = paths.size() == 1 ? GenerationFolder.in(locations(), paths.get(0)) : null;
    GenerationTables.Pages tables =
        generation == null ? null : new GenerationTables(generation).pages();
    PagesEvaluation evaluation =
        tables == null
            ? new PagesEvaluation()
            : PagesEvaluation.throughFold(labelled.values(), tables.records().values());
    PrintWriter out = spec.commandLine().getOut();
    int removed =
        tables == null ? overDumps(labelled, evaluation) : overTables(labelled, tables, evaluation);
    for (PageRecord page : new java.util.TreeMap<>(labelled).values()) {
      evaluation.add(page, null);
    }
    PagesResult result = evaluation.result();
    out.print(result.text());
    if (removed > 0) {
      out.println("of " + removed + " pages whose article was removed the teasers only");
    }
    out.println(result.json());
    out.flush();
    if (json != null) {
      Files.writeString(json, result.json() + "\n");
    }
    return 0;
  }

  private Set<HtmlEvidence> evidence() throws Failure {
    Set<HtmlEvidence> groups = EnumSet.allOf(HtmlEvidence.class);
    for (String name : without) {
      if (!groups.removeIf(group -> group.flag().equals(name))) {
        throw new Failure(Failure.USAGE, "--without: no group of evidence is called " + name);
      }
    }
    return groups;
  }

  /** Labelled pages that were found are taken out of the map. */
  private int overDumps(Map<String, PageRecord> labelled, PagesEvaluation evaluation)
      throws IOException, Failure {
    DumpPages dumps;
    try {
      dumps = DumpPages.of(paths, HtmlSettings.defaults().withEvidence(evidence()));
    } catch (InputListing.BadInput e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    SiteModels sites = learnsSites ? dumps.learn() : SiteModels.NONE;
    dumps.read(
        sites,
        found -> {
          PageRecord page = labelled.remove(found.place());
          if (page != null) {
            evaluation.add(page, found);
          }
        });
    return 0;
  }

  private static int overTables(
      Map<String, PageRecord> labelled, GenerationTables.Pages pages, PagesEvaluation evaluation) {
    int removed = 0;
    List<String> places = new ArrayList<>(labelled.keySet());
    places.sort(null);
    for (String place : places) {
      PageRecord found = pages.records().get(place);
      if (found != null) {
        PageRecord page = labelled.remove(place);
        if (pages.removed().contains(place)) {
          evaluation.addTeasers(page, found);
          removed++;
        } else {
          evaluation.add(page, found);
        }
      }
    }
    return removed;
  }
}
