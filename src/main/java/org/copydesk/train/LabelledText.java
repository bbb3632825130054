package org.copydesk.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.model.Label;
import org.copydesk.model.Page;

/**
 * A page of text whose lines were labelled: a row of a file of labels.
 *
 * <pre>
 * page-1.txt   example.org   en   boilerplate*12 title*1 byline*1 body*9 heading*1 teaser_title*5
 * </pre>
 *
 * @param host whose page it is: pages of a host are learned from together or not at all
 * @param language code; empty where the file does not say
 * @param labels one for each line that is not blank
 */
public record LabelledText(Page page, String host, String language, List<Label> labels) {
  /** Lines of furniture that may stand between a teaser's title and its snippet. */
  private static final int MOST_BETWEEN = 2;

  public LabelledText {
    labels = List.copyOf(labels);
  }

  /**
   * Reads a file of labels: a header, then tab-separated {@code source_file}, {@code host}, {@code
   * language} and {@code labels}, each label with how many lines in a row have it.
   *
   * @param folder with the texts
   * @throws IllegalArgumentException where a row is none, with its place
   */
  public static List<LabelledText> read(Path file, Path folder) throws IOException {
    List<LabelledText> pages = new ArrayList<>();
    int number = 0;
    for (String row : Files.readAllLines(file)) {
      number++;
      if (number == 1 || row.isBlank()) {
        continue;
      }
      String[] fields = row.split("\t", -1);
      if (fields.length < 4) {
        throw new IllegalArgumentException(file + ":" + number + ": four fields are needed");
      }
      try {
        byte[] text = Files.readAllBytes(folder.resolve(fields[0]));
        Page page = Page.text(fields[0], 0, text);
        pages.add(new LabelledText(page, fields[1], fields[2], labels(fields[3])));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
      }
    }
    return pages;
  }

  private static List<Label> labels(String runs) {
    List<Label> labels = new ArrayList<>();
    for (String run : runs.strip().split(" ")) {
      if (run.isEmpty()) {
        continue;
      }
      int star = run.indexOf('*');
      int times = star < 0 ? 1 : Integer.parseInt(run.substring(star + 1));
      String name = star < 0 ? run : run.substring(0, star);
      Label label = Label.valueOf(name.toUpperCase(Locale.ROOT));
      for (int i = 0; i < times; i++) {
        labels.add(label);
      }
    }
    return labels;
  }

  /** The printed lines that are not blank. */
  List<String> lines() {
    String text = new String(page.payload(), StandardCharsets.UTF_8);
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** What the labels make of the page: title, text and teasers, to be compared. */
  PageRecord record() {
    List<String> lines = lines();
    List<String> body = new ArrayList<>();
    String title = null;
    String byline = null;
    String provider = null;
    for (int i = 0; i < labels.size(); i++) {
      String line = lines.get(i);
      switch (labels.get(i)) {
        case TITLE -> title = title == null ? line : title;
        case BYLINE -> byline = byline == null ? line : byline;
        case PROVIDER -> provider = provider == null ? line : provider;
        case BODY -> body.add(line);
        default -> {}
      }
    }
    List<PageRecord.TeaserFields> teasers = teasers(lines);
    PageRecord.ArticleFields article =
        body.isEmpty()
            ? null
            : new PageRecord.ArticleFields(
                title, String.join("\n\n", body), byline, provider, null);
    return new PageRecord(page.sourceFile(), 0, article, teasers);
  }

  /**
   * Titles, each with the first snippet below it where nothing but a few lines of furniture (a
   * date, a section) stands between. A snippet without a title is no teaser.
   */
  private List<PageRecord.TeaserFields> teasers(List<String> lines) {
    List<PageRecord.TeaserFields> teasers = new ArrayList<>();
    int title = -1;
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (label == Label.TEASER_TITLE) {
        title = i;
        teasers.add(new PageRecord.TeaserFields(null, lines.get(i), null));
      } else if (label == Label.TEASER_SNIPPET && title >= 0) {
        int last = teasers.size() - 1;
        teasers.set(last, new PageRecord.TeaserFields(null, lines.get(title), lines.get(i)));
        title = -1;
      } else if (label != Label.BOILERPLATE || i - title > MOST_BETWEEN) {
        title = -1;
      }
    }
    return teasers;
  }
}
