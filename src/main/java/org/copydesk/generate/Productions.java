package org.copydesk.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What site templates are made of, in two halves that share no marker, heading, footer, list form
 * or field order: {@code LANGUAGE.sites} holds the words of a language, this class the rest.
 *
 * <p>A field order is a word of letters: K notice, M masthead, N navigation, S section, T title, B
 * byline, D date, Y byline and date on one line, R share bar, C caption, X body, Q body with a
 * promotion in it, J body with the teasers in it, G tags, P credit, L newsletter, H headings and
 * teasers, F footer. In words {@code {name}} stands for the site's name, a slash for a line end.
 *
 * @param orders field orders
 * @param lists forms of teaser lists
 * @param words by name: names, first and second half of a site's; headings; markers; footers;
 *     credits; bylines; dates, patterns of java.time; navigation; shares; notices; promotions;
 *     tags; captions; newsletters; sections
 */
record Productions(
    List<String> orders, List<SiteTemplate.ListForm> lists, Map<String, List<String>> words) {

  private static final List<String> DEVELOP_ORDERS =
      List.of(
          "TXPHF",
          "KMNTBDRXGPHF",
          "TBDXPHF",
          "MTBXPHF",
          "MNSTYCXPHLF",
          "TDBXPHF",
          "MTDXPHF",
          "NTBDQPRHF",
          "STBDXPHF",
          "TYXPHF",
          "MTBDJPGF",
          "KNMSTDBXPHF");
  private static final List<String> JUDGE_ORDERS =
      List.of(
          "MSTYXPHF",
          "NKMTRBDCXPGHF",
          "DTBXPHF",
          "TXBPHF",
          "MNTDBQPLHF",
          "SDTBXPHF",
          "MDTXPHF",
          "KTBDXRPHNF",
          "TBXPHF",
          "MTBDXPHF",
          "MNTYRJPF",
          "NMSTBDXGPRHF");

  private static final List<SiteTemplate.ListForm> DEVELOP_LISTS =
      List.of(
          SiteTemplate.ListForm.APART,
          SiteTemplate.ListForm.CLOSE,
          SiteTemplate.ListForm.MARKER_BELOW,
          SiteTemplate.ListForm.APART,
          SiteTemplate.ListForm.TITLES,
          SiteTemplate.ListForm.NUMBERED,
          SiteTemplate.ListForm.SIGN_ONLY_CLOSE);
  private static final List<SiteTemplate.ListForm> JUDGE_LISTS =
      List.of(
          SiteTemplate.ListForm.CLOSE_MARKER_BELOW,
          SiteTemplate.ListForm.SIGN_ONLY,
          SiteTemplate.ListForm.BULLETED_SNIPPETS,
          SiteTemplate.ListForm.LINES_APART,
          SiteTemplate.ListForm.TITLES_APART,
          SiteTemplate.ListForm.BULLETED,
          SiteTemplate.ListForm.DATED);

  private static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fr", "he", "hi", "ja", "pt", "ru", "tr", "zh");

  /** Languages with templates, in order. */
  static List<String> languages() {
    return LANGUAGES;
  }

  /** What sites of a half and language are made of. */
  static Productions of(GenerateSettings.Half half, String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "no site templates for the language " + language + ", but for " + LANGUAGES);
    }
    boolean isDevelop = half == GenerateSettings.Half.DEVELOP;
    return new Productions(
        isDevelop ? DEVELOP_ORDERS : JUDGE_ORDERS,
        isDevelop ? DEVELOP_LISTS : JUDGE_LISTS,
        read(language, isDevelop ? "develop" : "judge"));
  }

  /** Words of one kind; fails where the language has none. */
  List<String> words(String kind) {
    List<String> found = words.get(kind);
    if (found == null) {
      throw new IllegalArgumentException("no " + kind + " among the words of a language");
    }
    return found;
  }

  private static Map<String, List<String>> read(String language, String half) {
    Map<String, List<String>> words = new HashMap<>();
    String name = language + ".sites";
    try (InputStream in = Productions.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      boolean isMine = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          isMine = line.equals("[both]") || line.equals("[" + half + "]");
        } else if (isMine && !line.isBlank() && !line.startsWith("#")) {
          int colon = line.indexOf(':');
          List<String> list =
              words.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>());
          for (String word : line.substring(colon + 1).split("(?<! )\\|(?! )")) {
            list.add(word.strip());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return words;
  }
}
