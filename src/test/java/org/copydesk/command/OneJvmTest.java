package org.copydesk.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Which commands start a second JVM. */
class OneJvmTest {
  @Test
  void aBuildAndALookUpNeedTheFlagsOfASecondOne() {
    assertThat(OneJvm.suffices("build", "pages"), is(false));
    assertThat(OneJvm.suffices("why", "corpus", "https://a.example/"), is(false));
  }

  @Test
  void helpAndWhatRunsNoPipelineDoNot() {
    Assumptions.assumeTrue(
        Charset.defaultCharset().equals(StandardCharsets.UTF_8)
            && "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding")),
        "the locale is not UTF-8");
    assertThat(OneJvm.suffices(), is(true));
    assertThat(OneJvm.suffices("why", "--help"), is(true));
    assertThat(OneJvm.suffices("verify", "corpus"), is(true));
  }
}
