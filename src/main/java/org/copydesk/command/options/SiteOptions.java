package org.copydesk.command.options;

import org.copydesk.corpus.Failure;
import org.copydesk.dump.SiteSource;
import picocli.CommandLine.Option;

/** The setting about what sites are called. */
public final class SiteOptions {
  @Option(
      names = "--site-from",
      paramLabel = "SOURCE",
      description = {
        "What names the site of a page: folder (the first below the input), folder:2 (the",
        "second), folder:-1 (the last), regex:PATTERN on the path, whose first group is the",
        "name, or field:KEY of its JSON. By default its address, else the lines its pages share."
      })
  private String siteFrom;

  public SiteSource source() throws Failure {
    try {
      return siteFrom == null ? SiteSource.FOUND : SiteSource.parse(siteFrom);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, "--site-from: " + e.getMessage(), e);
    }
  }
}
