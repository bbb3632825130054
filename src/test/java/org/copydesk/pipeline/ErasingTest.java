package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.endtoend.Corpus;
import org.copydesk.faults.Faults;
import org.copydesk.faults.FaultyStorage;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasingTest {
  private static final String PAGE =
      "{\"url\":\"https://more.test/1\",\"title\":\"The weir at Oakhaven is mended\","
          + "\"text\":\"The weir at Oakhaven was mended on Monday, said the miller. It had leaked"
          + " since the flood of March, and two cellars were wet.\\n\\nThe council paid for the"
          + " stones, and the miller for the work of nine days.\"}\n";

  @TempDir Path folder;

  /** A read that fails once is made again: neither the words nor what holds them are missed. */
  @Test
  void whatHoldsTheWordsIsFoundWhereAReadFailsOnce() throws Exception {
    Path input = Files.writeString(folder.resolve("pages.jsonl"), PAGE);
    Corpus.build(folder.resolve("out"), input.toString(), "--incremental");
    Storage real = Storage.local(folder.resolve("out"));
    long all = found(FaultyStorage.of(real, "erasing", 0, Faults.Fate.EIO), "erasing");
    assertThat(all, greaterThan(10L));
    for (long at = 1; at <= all; at += 1 + all / 60) {
      String plan = "erasing " + at;
      found(FaultyStorage.of(real, plan, at, "open", Faults.Fate.EIO), plan);
    }
  }

  private static long found(Storage output, String plan) throws Exception {
    Erasing erasing = Erasing.of(new Generations(output), List.of("https://more.test/1"));
    Failure failure = assertThrows(Failure.class, () -> erasing.checkAll(output));
    assertThat(failure.getMessage(), containsString("articles/"));
    assertThat(failure.getMessage(), containsString("cache/"));
    return FaultyStorage.operations(plan);
  }
}
