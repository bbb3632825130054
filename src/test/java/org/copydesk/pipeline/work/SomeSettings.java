package org.copydesk.pipeline.work;

import org.copydesk.command.ParsedBuild;

/** Settings of a build that does no more than it must: no models are read. */
public final class SomeSettings {
  private SomeSettings() {}

  public static BuildSettings plain() throws Exception {
    return ParsedBuild.settings(
        "in", "-o", "out", "--topics=false", "--language=false", "--quality=false");
  }
}
