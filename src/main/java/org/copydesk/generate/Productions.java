package org.copydesk.generate;

import java.util.List;
import java.util.Map;

/**
 * What site templates are made of, in two halves that share no marker, heading, footer or field
 * order.
 *
 * <p>A field order is a word of letters: M masthead, S section, T title, B byline, D date, Y byline
 * and date on one line, X body, P credit, H headings and teasers, F footer. {@code {name}} stands
 * for the site's name.
 *
 * @param orders field orders
 * @param headings each one or two lines, parted by a bar
 * @param markers what follows a cut snippet
 * @param footers last lines, parted by a bar
 * @param credits credit lines
 * @param bylines forms of the byline, {@code {author}} in them
 * @param dates patterns of java.time
 */
record Productions(
    List<String> orders,
    List<String> headings,
    List<String> markers,
    List<String> footers,
    List<String> credits,
    List<String> bylines,
    List<String> dates) {

  private static final List<String> DEVELOP_ORDERS =
      List.of("TXPHF", "TBDXPHF", "MTBXPHF", "TDBXPHF", "MTDXPHF", "STBDXPHF", "TYXPHF");
  private static final List<String> JUDGE_ORDERS =
      List.of("MSTYXPHF", "DTBXPHF", "TXBPHF", "SDTBXPHF", "MDTXPHF", "TBXPHF", "MTBDXPHF");

  private static final Map<String, Productions> DEVELOP =
      Map.of(
          "en",
          new Productions(
              DEVELOP_ORDERS,
              List.of(
                  "News Related|OTHER NEWS",
                  "Related articles",
                  "More from {name}|LATEST",
                  "You might also like",
                  "RECOMMENDED FOR YOU",
                  "Top stories|Most read"),
              List.of(
                  "Read more »",
                  "Continue reading →",
                  "Read More",
                  "Full story ›",
                  "[Read more]",
                  "Keep reading"),
              List.of(
                  "Top List in the World",
                  "© {name}. All rights reserved.",
                  "{name} · About us · Contact · Privacy policy",
                  "Terms of use|Copyright {name}",
                  "Follow {name} for daily updates"),
              List.of(
                  "Provided by {name} Media Inc.",
                  "Provided by Meridian Press Service (meridianpress.example).",
                  "© 2025 {name}. Distributed by Allwire.",
                  "Source: {name}"),
              List.of("By {author}", "By {author}, Staff Writer", "{author}"),
              List.of("d MMMM yyyy", "MMMM d, yyyy", "yyyy-MM-dd", "d MMM yyyy, HH:mm 'UTC'")));

  private static final Map<String, Productions> JUDGE =
      Map.of(
          "en",
          new Productions(
              JUDGE_ORDERS,
              List.of(
                  "In other headlines",
                  "Don’t miss|EDITORS’ PICKS",
                  "Elsewhere on {name}",
                  "WHAT OTHERS ARE READING",
                  "Also in this section|Trending now",
                  "Further reading"),
              List.of(
                  "Click here to read the rest",
                  "More ▶",
                  "Go to article >>",
                  "(more)",
                  "See full article »",
                  "Tell me more +"),
              List.of(
                  "The best of the web in one place",
                  "{name} is published by Oakhall Holdings",
                  "Sign up to our newsletter|Site map · Advertise · Jobs",
                  "Powered by Presswheel",
                  "Back to the top of {name}"),
              List.of(
                  "Provided by {name} via Quillfeed",
                  "Copyright 2025 {name}, all rights reserved",
                  "(Reporting by {author}; Editing by Dana Holt)",
                  "This report first appeared in {name}."),
              List.of("Written by {author}", "{author} | Correspondent", "by {author}"),
              List.of(
                  "EEEE, d MMMM yyyy",
                  "dd MMM yyyy HH:mm 'GMT'",
                  "MMM d, yyyy",
                  "yyyy/MM/dd HH:mm")));

  /** Languages with templates, in order. */
  static List<String> languages() {
    return DEVELOP.keySet().stream().sorted().toList();
  }

  static Productions of(GenerateSettings.Half half, String language) {
    Productions found = (half == GenerateSettings.Half.DEVELOP ? DEVELOP : JUDGE).get(language);
    if (found == null) {
      throw new IllegalArgumentException("no site templates for the language " + language);
    }
    return found;
  }
}
