package org.copydesk.report;

import java.io.IOException;
import java.util.Map;
import org.copydesk.report.life.PageLife;
import org.copydesk.report.life.PageLifeText;

/** A {@link PageLife} as one page of HTML in the report's design, which needs no other file. */
public final class PageLifePage {
  private PageLifePage() {}

  /** The page. */
  public static String render(PageLife life) throws IOException {
    return PageParts.page(
        "why.jte",
        Map.of(
            "life",
            life,
            "told",
            PageLifeText.parts(life),
            "parts",
            PageParts.withoutScripts(
                PageParts.resource("report.css") + "\n" + PageParts.resource("why.css"))));
  }
}
