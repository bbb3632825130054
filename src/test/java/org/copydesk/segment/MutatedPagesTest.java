package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.junit.jupiter.api.Test;

/** Damaged pages: whatever happens to a page, the spans cover its bytes and nothing crashes. */
class MutatedPagesTest {
  /** Rounds; {@code -Dcopydesk.fuzz=100000} asks for more. */
  private static final int ROUNDS = Integer.getInteger("copydesk.fuzz", 2_000);

  @Test
  void theSpansCoverEveryByteOfDamagedPages() throws IOException {
    List<String> pages = new ArrayList<>();
    for (Path folder : PagesTest.pages()) {
      pages.add(Files.readString(folder.resolve("page.txt")));
    }
    Random random = new Random(20240303);
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] payload = mutate(pages.get(random.nextInt(pages.size())), random);
      Page page = Page.text("mutated", round, payload);
      Segmented found = segmenter.segment(page, SiteModel.NONE);
      SpanChecks.cover(payload, found);
      for (Teaser teaser : found.teasers()) {
        assertThat(teaser.start() < teaser.end() && teaser.end() <= payload.length, is(true));
      }
      assertThat(segmenter.segment(page, SiteModel.NONE).spans(), is(found.spans()));
    }
  }

  private static byte[] mutate(String page, Random random) {
    String text = page;
    for (int n = random.nextInt(4); n >= 0; n--) {
      text = mutateOnce(text, random);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    switch (random.nextInt(8)) {
      case 0 -> bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      case 1 -> {
        for (int i = 0; i < 5 && bytes.length > 0; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      default -> {}
    }
    return bytes;
  }

  private static String mutateOnce(String text, Random random) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    return switch (random.nextInt(10)) {
      case 0 -> text.replace("\n\n", "\n");
      case 1 -> text.replace("\n", "\r\n");
      case 2 -> text.replace(' ', '\u00A0');
      case 3 -> text.replace("\n", "");
      case 4 -> text.strip();
      case 5 -> text.replace('\n', '\r');
      case 6 -> text.substring(at) + text.substring(0, at);
      case 7 -> text + "\u2028" + text;
      case 8 -> text.substring(0, at) + "... Read more » " + text.substring(at);
      default -> text.replace(". ", "...\n");
    };
  }

  @Test
  void aLineOfTwoMegabytesIsCovered() {
    byte[] payload =
        "... Read more, said the (Reporting by x — y. "
            .repeat(40_000)
            .getBytes(StandardCharsets.UTF_8);
    Segmented found =
        new Segmenter(SegmentSettings.defaults())
            .segment(Page.text("long", 0, payload), SiteModel.NONE);
    SpanChecks.cover(payload, found);
  }
}
