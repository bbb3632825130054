package org.copydesk.generate;

import java.util.List;

/** Writes the blocks of a page as HTML that says what its text says, block for block. */
final class HtmlLayout {
  private final StringBuilder out = new StringBuilder(12_288);
  private String open = "";

  private HtmlLayout() {}

  /**
   * @param address of the page
   * @param section as the site calls it; null where the page states none
   */
  static String page(
      BlockLayout.Laid laid,
      SiteTemplate site,
      String address,
      String section,
      List<TeaserPool.Teaser> teasers) {
    HtmlLayout html = new HtmlLayout();
    boolean isRightToLeft = site.language().equals("ar") || site.language().equals("he");
    html.out.append("<!doctype html>\n<html lang=\"").append(site.language()).append('"');
    html.out.append(isRightToLeft ? " dir=\"rtl\">" : ">");
    html.out.append("<head><meta charset=\"utf-8\"><title>").append(escape(titleOf(laid, site)));
    html.out.append("</title><link rel=\"canonical\" href=\"").append(address);
    if (section != null) {
      html.out.append("\"><meta property=\"article:section\" content=\"").append(escape(section));
    }
    html.out.append("\"></head>\n<body>\n");
    int teaser = 0;
    for (BlockLayout.Block block : laid.blocks()) {
      html.section(block.role());
      if (block.role() == BlockLayout.Role.TEASER) {
        html.teaser(block, site, teasers.get(teaser++));
      } else {
        html.block(block);
      }
    }
    html.section(null);
    return html.out.append("</body></html>\n").toString();
  }

  private static String titleOf(BlockLayout.Laid laid, SiteTemplate site) {
    for (BlockLayout.Block block : laid.blocks()) {
      if (block.role() == BlockLayout.Role.TITLE) {
        return block.lines().get(0) + " - " + site.name();
      }
    }
    return site.name();
  }

  /** Opens the element a block stands in; teasers inside an article are an aside of it. */
  private void section(BlockLayout.Role role) {
    String wanted =
        role == null
            ? ""
            : switch (role) {
              case NOTICE, MASTHEAD -> "header";
              case NAVIGATION -> "nav";
              case HEADING, TEASER, NEWSLETTER -> "aside";
              case FOOTER -> "footer";
              default -> "main";
            };
    if (wanted.equals(open)) {
      return;
    }
    if (!open.isEmpty()) {
      out.append("</").append(open).append(">\n");
    }
    if (!wanted.isEmpty()) {
      out.append('<').append(wanted).append(">\n");
    }
    open = wanted;
  }

  private void block(BlockLayout.Block block) {
    String tag =
        switch (block.role()) {
          case TITLE -> "h1";
          case HEADING -> "h2";
          case MASTHEAD, NOTICE, FOOTER -> "div";
          default -> "p";
        };
    String type =
        switch (block.role()) {
          case BYLINE -> " class=\"byline\"";
          case DATE -> " class=\"date\"";
          case SHARE -> " class=\"share\"";
          case CAPTION -> " class=\"caption\"";
          case TAGS -> " class=\"tags\"";
          case CREDIT -> " class=\"credit\"";
          case PROMOTION -> " class=\"promo\"";
          default -> "";
        };
    for (String line : block.lines()) {
      out.append('<').append(tag).append(type).append('>').append(escape(line));
      out.append("</").append(tag).append(">\n");
    }
  }

  private void teaser(BlockLayout.Block block, SiteTemplate site, TeaserPool.Teaser teaser) {
    out.append("<div class=\"teaser\">");
    boolean isTitle = true;
    for (String line : block.lines()) {
      if (line.isEmpty()) {
        continue;
      }
      String marker = site.line("markers");
      if (isTitle) {
        int from = line.length() - teaser.title().length();
        out.append("<h3>").append(escape(line.substring(0, from))).append(link(teaser));
        out.append(escape(teaser.title())).append("</a></h3>");
      } else if (teaser.isCut() && site.list().hasMarker() && line.endsWith(marker)) {
        out.append("<p>").append(escape(line.substring(0, line.length() - marker.length())));
        out.append(link(teaser)).append(escape(marker)).append("</a></p>");
      } else {
        out.append("<p>").append(escape(line)).append("</p>");
      }
      isTitle = false;
    }
    out.append("</div>\n");
  }

  private static String link(TeaserPool.Teaser teaser) {
    return "<a href=\"/" + teaser.key() + ".html\">";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
