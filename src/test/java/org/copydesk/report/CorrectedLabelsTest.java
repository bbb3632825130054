package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.command.Commands;
import org.copydesk.model.Label;
import org.copydesk.train.LabelledText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Labels corrected in the page of {@code explain --html}, downloaded, and learned from. */
class CorrectedLabelsTest {
  /** One of its lines is a no-break space, one has both characters of a line's end. */
  private static final String TEXT =
      """
      Harbour Times

      Sport
      Ferry sails again after storm
      By Ann Lee
      The ferry sailed again on Monday after a storm had kept it in the harbour for two days.
      \u00a0
      Passengers said they had slept on the quay, and that nobody had told them when it would go.\r
      More stories
      Bridge closed for a week
      """;

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    browser = Browser.open();
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void correctedLabelsAreDownloadedAndTrainAModel() throws Exception {
    Path dump = folder.resolve("ferry tale.txt");
    Files.writeString(dump, TEXT);
    Path html = folder.resolve("page.html");
    assertThat(Commands.run("explain", dump.toString(), "--html=" + html), is(0));
    browser.load(html);
    Path downloads = Files.createDirectory(folder.resolve("downloads"));
    browser.downloadTo(downloads);
    List<WebElement> choices = browser.all("select[data-line]");
    choose(choices, "Harbour Times", "title");
    choose(choices, "Bridge closed for a week", "provider");
    browser.all("#labels").get(0).click();
    browser.all("#text").get(0).click();
    Path labels = await(downloads.resolve("ferry_tale.txt.tsv"));
    Path text = await(downloads.resolve("ferry_tale.txt"));
    assertThat(Files.readAllBytes(text), is(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertThat(browser.console(), is(empty()));

    List<LabelledText> read = LabelledText.read(labels, downloads);
    assertThat(read.size(), is(1));
    List<Label> expected = new ArrayList<>(given(choices));
    // No block shows the line of a no-break space.
    expected.add(5, Label.BOILERPLATE);
    assertThat(read.get(0).labels().get(0), is(Label.TITLE));
    assertThat(read.get(0).labels().get(8), is(Label.PROVIDER));
    assertThat(read.get(0).labels().size(), is(9));
    assertThat(read.get(0).labels(), is(expected));

    Path model = folder.resolve("own.model");
    int code =
        Commands.run(
            "train",
            "pages",
            "--gold=" + labels,
            "--text=" + downloads,
            "--generated=0",
            "--cross-validate=false",
            "--model=" + model);
    assertThat(code, is(0));
    assertThat(Files.size(model) > 0, is(true));
  }

  private static void choose(List<WebElement> choices, String line, String label) {
    for (WebElement choice : choices) {
      Object text =
          browser.run("return arguments[0].closest('.block').lastElementChild.textContent", choice);
      if (line.equals(text)) {
        choice.findElements(By.tagName("option")).stream()
            .filter(option -> option.getText().equals(label))
            .forEach(WebElement::click);
        return;
      }
    }
    throw new AssertionError("no line " + line);
  }

  private static List<Label> given(List<WebElement> choices) {
    return choices.stream()
        .map(choice -> (String) browser.run("return arguments[0].value", choice))
        .map(label -> Label.valueOf(label.toUpperCase(java.util.Locale.ROOT)))
        .toList();
  }

  /** A download that has ended: before that the browser has a file of the name, but empty. */
  private static Path await(Path file) throws Exception {
    for (int tries = 0; tries < 300 && !isWritten(file); tries++) {
      Thread.sleep(Duration.ofMillis(100).toMillis());
    }
    return file;
  }

  private static boolean isWritten(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > 0;
  }
}
