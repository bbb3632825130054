package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.storage.LocalStorage;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00.900Z");

  @TempDir Path folder;

  @Test
  void namesSortInTheOrderOfTheBuildsWhateverTheClockSays() throws IOException {
    Storage output = new LocalStorage(folder);
    Generations generations = new Generations(output);
    output.createText("generations/notes/seen", "no generation\n");
    List<String> names = new ArrayList<>();
    // Salts that fall: names of one second would sort backwards.
    for (Instant now : List.of(NOW, NOW, NOW.plusMillis(50), NOW.minusSeconds(3600))) {
      String name = generations.newName(now, 0xF0 - names.size());
      output.createText("generations/" + name + "/" + Manifest.NAME, "{}\n");
      names.add(name);
    }
    assertThat(names.get(0), is("20261124-030000-0000f0"));
    assertThat(names, is(names.stream().sorted().toList()));
    assertThat(generations.before(names.get(3)), is(names.get(2)));
    assertThat(generations.newName(NOW.plusSeconds(60), 0), startsWith("20261124-030100-"));
  }

  @Test
  void aClockThatWasFarAheadIsNotFollowed() throws IOException {
    Storage output = new LocalStorage(folder);
    output.createText("generations/20360101-000000-000001/" + Manifest.NAME, "{}\n");
    assertThat(new Generations(output).newName(NOW, 2), is("20261124-030000-000002"));
  }

  @Test
  void whatWasHalfWrittenByAKilledProcessIsClearedAway() throws Exception {
    Storage output = new LocalStorage(folder);
    String dead = "20261124-030000-000001";
    for (String name : List.of("", ".published/", "generations/" + dead + "/")) {
      output.createText(name + ".new-1", "half");
    }
    Files.createSymbolicLink(folder.resolve(".current-" + dead), Path.of("generations", "gone"));
    new Generations(output).settle();
    assertThat(output.files(), is(List.of("generations/" + dead + "/" + FailedMark.NAME)));
    assertThat(output.list(""), is(List.of(".published", "generations")));
  }
}
