package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/input.md are read as it says. */
class InputGuideTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^```\\w+ file=(\\S+) pages=(\\d+)\\n(.*?)^```$");

  @Test
  void eachExampleGivesItsPagesAndLosesNothing() throws Exception {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/input.md")));
    List<String> formats = new ArrayList<>();
    while (example.find()) {
      ReadDump read = ReadDump.of(example.group(1), ReadDump.utf8(example.group(3)));
      assertThat(example.group(1), read.reasons(), is(empty()));
      assertThat(example.group(1), read.pages, hasSize(Integer.parseInt(example.group(2))));
      formats.add(read.ledger.format().stored());
    }
    assertThat(formats.toString(), formats.stream().distinct().count(), greaterThan(4L));
  }

  @Test
  void eachKeyThatIsReadStandsInTheGuide() throws Exception {
    String guide = Files.readString(Path.of("docs/input.md"));
    for (JsonField field : JsonField.values()) {
      for (String key : field.known()) {
        assertThat(key, guide.contains("`" + key + "`"), is(true));
      }
    }
  }
}
