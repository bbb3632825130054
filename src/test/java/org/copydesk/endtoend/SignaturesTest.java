package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures hidden in texts: taken out, told, and nothing is decided by them. */
class SignaturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXTS = 20;

  @TempDir Path folder;

  private static String story(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      text.append("word").append((char) ('a' + (number * 7 + i * i) % 26)).append(number).append(i);
      text.append(i % 20 == 19 ? ".\n\n" : " ");
    }
    return text.toString().strip();
  }

  private static String signature(int number) {
    StringBuilder out = new StringBuilder("\uFEFF");
    for (int i = 0; i < 40; i++) {
      out.appendCodePoint((number + i) % 3 == 0 ? 0xFE00 + i % 16 : 0xE0100 + (number * i) % 240);
    }
    return out.toString();
  }

  private void lines(String name, boolean isSigned) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      String text = story(i) + (isSigned ? signature(i) : "");
      lines.add(
          JSON.writeValueAsString(
              Map.of(
                  "url", "https://" + name + ".test/" + i, "title", "Story " + i, "text", text)));
    }
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.write(in.resolve(name + ".jsonl"), lines);
  }

  @Test
  void aSignedTextIsTheTextItself() throws IOException {
    lines("plain", false);
    lines("signed", true);
    Corpus corpus =
        Corpus.build(
            folder.resolve("out"),
            folder.resolve("in").toString(),
            "--segment=false",
            "--topics=false",
            "--language=false",
            "--quality=false",
            "--duplicates=mark");
    assertThat(
        corpus.query(
            "select substr(url, 9, 5), signature_removed, count(*),"
                + " count(*) filter (text like '%' || chr(65279) || '%')"
                + " from {articles} group by 1, 2 order by 1"),
        is(
            List.of(
                List.of("plain", false, (long) TEXTS, 0L),
                List.of("signe", true, (long) TEXTS, 0L))));
    assertThat(corpus.value("select count(distinct id)::bigint from {articles}"), is((long) TEXTS));
    assertThat(
        corpus.query(
            "select copy_kind, count(*) from {articles} where copy_kind is not null group by 1"),
        is(List.of(List.of("exact", (long) TEXTS))));
  }
}
