package org.copydesk.segment.lines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.copydesk.segment.fields.LineWords;
import org.junit.jupiter.api.Test;

/** Lines that were seen before are read as if they had not been. */
class LineMemoryTest {
  private static List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        pages.add(Page.text(file.toString(), 0, Files.readAllBytes(file)));
      }
    }
    return pages;
  }

  @Test
  void pagesReadBeforeChangeNothing() throws IOException {
    List<Page> pages = pages();
    SiteSample sample = new SiteSample();
    pages.forEach(sample::add);
    SiteModels sites = SiteModels.learn(sample);
    Segmenter busy = new Segmenter(SegmentSettings.defaults());
    for (int round = 0; round < 3; round++) {
      for (Page page : pages) {
        Segmenter fresh = new Segmenter(SegmentSettings.defaults());
        assertThat(busy.segment(page, SiteModel.NONE), is(fresh.segment(page, SiteModel.NONE)));
        assertThat(busy.segment(page, sites), is(fresh.segment(page, sites)));
      }
    }
  }

  @Test
  void aLongLineComesInTheSecondTime() {
    byte[] payload = "The harbour wall is open ".repeat(6).strip().getBytes(StandardCharsets.UTF_8);
    LineMemory memory = new LineMemory();
    UnitScanner scanner = new UnitScanner(payload, Markers.LISTED, memory);
    Unit unit = scanner.scan(0, payload.length);
    scanner.keep(unit);
    assertThat(memory.recall(payload, 0, payload.length, Markers.LISTED), nullValue());
    scanner.keep(unit);
    assertThat(memory.recall(payload, 0, payload.length, Markers.LISTED), not(nullValue()));
  }

  @Test
  void aLineIsFoundAtAnotherPlace() {
    byte[] payload = "First line\n\n Share this page ".getBytes(StandardCharsets.UTF_8);
    LineMemory memory = new LineMemory();
    UnitScanner scanner = new UnitScanner(payload, Markers.LISTED, memory);
    Unit unit = scanner.scan(13, 28);
    new LineWords(scanner).read(unit);
    scanner.keep(unit);
    byte[] elsewhere = "Share this page".getBytes(StandardCharsets.UTF_8);
    Unit found = memory.recall(elsewhere, 0, 15, Markers.LISTED);
    assertThat(found, not(sameInstance(unit)));
    assertThat(found.isChrome, is(unit.isChrome));
    assertThat(List.of(found.start, found.end, found.textEnd), is(List.of(0, 15, 15)));
    assertThat(memory.recall(elsewhere, 0, 14, Markers.LISTED), nullValue());
    assertThat(memory.recall(elsewhere, 0, 15, new Markers(java.util.Set.of("x"))), nullValue());
  }
}
