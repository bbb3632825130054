package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSplitterTest {
  private static String joined(String separator, int pages) {
    return String.join(separator, IntStream.range(0, pages).mapToObj(Samples::text).toList());
  }

  private static void assertPages(String file, int pages) {
    ReadDump read = ReadDump.of("a.txt", utf8(file));
    assertThat(read.ledger.pages(), is((long) pages));
    assertThat(read.ledger.balances(), is(true));
    assertThat(read.pages.get(pages - 1).sourceRecord(), is(pages - 1L));
  }

  @Test
  void formFeedsBeforeTitlesSeparatePages() {
    ReadDump read = ReadDump.of("a.txt", utf8(joined("\f", 3)));
    assertThat(read.texts(), contains(Samples.text(0), Samples.text(1), Samples.text(2)));
    assertThat(read.ledger.containerBytes(), is(2L));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void aFormFeedInTheMiddleOfASentenceSeparatesNothing() {
    String cut = Samples.text(1).replace("that closed", "\nthat\n\fclosed");
    assertPages(Samples.text(0) + cut, 1);
  }

  @Test
  void numberedDocumentsAreSeparatedWhenTheyAgreeOnTheirNumber() {
    StringBuilder file = new StringBuilder("Print Request: Selected\n\n");
    for (int n = 0; n < 3; n++) {
      file.append("                    ").append(n + 1).append(" of 3 DOCUMENTS\n\n");
      file.append(Samples.text(n));
    }
    assertPages(file.toString(), 3);
    assertPages(file.toString().replace("2 of 3", "2 of 9"), 1);
  }

  @Test
  void endOfDocumentClosesPages() {
    assertPages(joined("\nEnd of Document\n\n", 3) + "\nEnd of Document\n", 3);
  }

  /** What stands behind the last mark, and how the lines end, is no matter of the documents. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n", "\n \n\n", "\n\f\n"})
  void whiteSpaceBehindTheLastDocumentIsNoDocument(String behind) {
    String file = joined("\nEnd of Document\n\n", 3) + "\nEnd of Document" + behind;
    assertPages(file, 3);
    assertPages(file.replace("\n", "\r\n"), 3);
    assertPages(joined("\f", 3) + behind, 3);
    assertPages(joined("\f", 3).replace("\n", "\r\n") + behind + "\f\r\n", 3);
  }

  private static final String BRIEF =
      "Whale dies\nThe Lorne Mercury\nMarch 5, 2024\n\nBody\n\nThe whale has died.\n\n";

  @Test
  void aBriefOfAnExportIsADocument() {
    String end = "\nEnd of Document\n\n";
    assertPages(Samples.text(0) + end + BRIEF + end + Samples.text(1) + end, 3);
    assertPages(BRIEF + end + BRIEF + end + BRIEF + end, 3);
    assertPages(Samples.text(0) + end + BRIEF + "End of Document\n" + Samples.text(1) + end, 3);
    // Not a brief without any of an export's fields: a text about the mark.
    assertPages("What ends it?\n\nEnd of Document\n\nSays who?\n\nEnd of Document\n\nWe do.", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ende des Dokuments",
        "Fin du document",
        "Fin del documento",
        "Fim do documento",
        "Einde van document",
        "END OF DOCUMENT",
        "   End of Document"
      })
  void theMarkIsReadInTheLanguagesOfTheServices(String mark) {
    assertPages(joined("\n" + mark + "\n\n", 3) + "\n" + mark + "\n\n", 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%d of 3 DOCUMENTS",
        "%d von 3 DOKUMENTEN",
        "Dokument %d von 3",
        "Document %d de 3"
      })
  void documentsAreCountedInTheLanguagesOfTheServices(String count) {
    StringBuilder file = new StringBuilder();
    for (int n = 0; n < 3; n++) {
      file.append("                    ").append(String.format(Locale.ROOT, count, n + 1));
      file.append("\n\n").append(Samples.text(n));
    }
    assertPages(file.toString(), 3);
    assertPages(file.toString().replace("\n", "\r\n"), 3);
  }

  @Test
  void fieldsOfAReadersExportBeginPages() {
    StringBuilder file = new StringBuilder();
    for (int n = 0; n < 3; n++) {
      file.append("Title: Bridge\n\nURL Source: https://lorne.example/").append(n);
      file.append("\n\nPublished Time: 2026-03-01T10:00:00Z\n\nMarkdown Content:\n");
      file.append(Samples.text(n)).append('\n');
    }
    assertPages(file.toString(), 3);
    String german = "Titel: Brücke\nQuelle: Lorner Draht\nDatum: 1. März 2026\n\n";
    assertPages(german + Samples.text(0) + "\n" + german + Samples.text(1), 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Document LORNE00020240306ek35000%02d", "AN   Document LORNE0002024030600%02d"})
  void theNumbersOfAnArchiveEndItsDocuments(String id) {
    StringBuilder file = new StringBuilder();
    for (int n = 0; n < 3; n++) {
      file.append("HD   Bridge ").append(n).append("\nWC   212 words\n\nLP\n");
      file.append(Samples.text(n)).append('\n');
      file.append(String.format(Locale.ROOT, id, n)).append("\n\n");
    }
    assertPages(file.toString(), 3);
    assertPages(file.toString().replace("\n", "\r\n"), 3);
    assertPages(Samples.text(0) + "\nDocument 20240306 of the council\n\nDocument B\n", 1);
  }

  @Test
  void ruledLinesCountOnlyBeforeHeadersOrTitlesOfWholePages() {
    assertPages(joined("\n____________________\n\nTitle: Bridge\nDate: 2026-03-01\n\n", 3), 3);
    assertPages(joined("\n========================================\n\n", 3), 3);
    // A page's own decoration.
    assertPages(Samples.text(1).replace("OTHER NEWS", "-----\n\nOTHER NEWS\n\n-----"), 1);
  }

  @Test
  void runsOfHeaderFieldsBeginPagesAndBelongToThem() {
    String header = "Title: Bridge\nSource: Lorne Wire\nDate: 2026-03-01\n\n";
    ReadDump read =
        ReadDump.of("a.txt", utf8(header + Samples.text(0) + "\n" + header + Samples.text(1)));
    assertThat(
        read.texts(), is(List.of(header + Samples.text(0) + "\n", header + Samples.text(1))));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void aFileOfManyPagesMayBeLargerThanAnyPage() {
    DumpReader reader =
        new DumpReader(DumpSettings.defaults().withBounds(100_000, 100_000, 1L << 30));
    String large = "A page that is too long\n\n" + "Many words in it.\n".repeat(20_000);
    String file = joined("\f", 500) + "\f" + large + "\f" + joined("\f", 500);
    ReadDump read = ReadDump.of(reader, "a.txt", utf8(file));
    assertThat(read.ledger.pages(), is(1000L));
    assertThat(read.reasons(), contains("500:payload_too_large"));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void aGlanceAtTheBeginningTellsThePagesApartAsAWholeLookDoes() {
    DumpReader glancing = new DumpReader(DumpSettings.defaults()).glancing(2_000);
    String pages = joined("\nEnd of Document\n\n", 40);
    for (String file : List.of(pages, "Title\n\n" + "One page of many words.\n".repeat(500))) {
      ReadDump whole = ReadDump.of("a.txt", utf8(file));
      ReadDump seen = ReadDump.of(glancing, "a.txt", utf8(file));
      assertThat(seen.texts(), is(whole.texts()));
      assertThat(seen.ledger, is(whole.ledger));
    }
  }
}
