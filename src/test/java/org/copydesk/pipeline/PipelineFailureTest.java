package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.copydesk.pipeline.grouping.BucketMemory;
import org.junit.jupiter.api.Test;

class PipelineFailureTest {
  @Test
  void whatIsLostIsKnownHoweverARunnerWrapsIt() {
    BucketMemory.LostException lost = new BucketMemory.LostException("an entry is lost");
    String words = "task 3 failed: " + lost + "\n\tat somewhere";
    for (RuntimeException wrapped :
        new RuntimeException[] {
          new IllegalStateException(lost),
          new IllegalStateException(new IOException("outer", new RuntimeException(lost))),
          // A cluster gives the text of the stack.
          new IllegalStateException(words),
          new IllegalStateException(words, new IOException("another"))
        }) {
      BucketMemory.LostException thrown =
          assertThrows(BucketMemory.LostException.class, () -> PipelineFailure.of(wrapped));
      assertThat(thrown.getMessage(), is("an entry is lost"));
    }
  }
}
