package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void resultsComeInTheOrderOfTheirNumbers(int workers) throws IOException {
    List<Long> taken = new ArrayList<>();
    InOrder.run(
        workers,
        100,
        number -> {
          if (number % 3 == 0) {
            Thread.yield();
          }
          return number;
        },
        taken::add);
    assertThat(taken, is(LongStream.range(0, 100).boxed().toList()));
  }

  @Test
  void noMoreThanTwoResultsAWorkerWait() throws IOException {
    AtomicInteger made = new AtomicInteger();
    int[] taken = {0};
    InOrder.run(
        3,
        200,
        number -> made.incrementAndGet(),
        any -> assertThat(made.get() - taken[0]++, is(lessThanOrEqualTo(6))));
    assertThat(taken[0], is(200));
  }

  @Test
  void theFirstFailureEndsItAndIsTheOneThatIsTold() {
    AtomicInteger begun = new AtomicInteger();
    IOException failure =
        assertThrows(
            IOException.class,
            () ->
                InOrder.run(
                    2,
                    1000,
                    number -> {
                      begun.incrementAndGet();
                      if (number >= 5) {
                        throw new IOException("part " + number);
                      }
                      return number;
                    },
                    number -> {}));
    assertThat(failure.getMessage(), is("part 5"));
    assertThat(begun.get(), is(lessThanOrEqualTo(10)));
  }

  @Test
  void whatNobodyExpectedComesThroughAsItIs() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            InOrder.run(
                1,
                1,
                number -> {
                  throw new OutOfMemoryError();
                },
                any -> {}));
  }
}
