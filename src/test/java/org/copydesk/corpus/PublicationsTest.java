package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {
  @TempDir Path folder;
  private Storage output;
  private Publications publications;

  @BeforeEach
  void open() {
    output = Storage.local(folder);
    publications = new Publications(output);
  }

  @Test
  void ofManyThatExpectTheSameExactlyOnePublishes() throws Exception {
    int publishers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(publishers);
    try {
      String expected = null;
      for (int round = 0; round < 50; round++) {
        CyclicBarrier start = new CyclicBarrier(publishers);
        List<Future<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < publishers; i++) {
          ends.add(threads.submit(publishing(start, round + "-" + i, expected)));
        }
        int won = 0;
        for (Future<Integer> end : ends) {
          int exitCode = end.get();
          assertThat(exitCode == 0 || exitCode == Failure.BUSY, is(true));
          won += exitCode == 0 ? 1 : 0;
        }
        assertThat("round " + round, won, is(1));
        expected = publications.published();
        assertThat(expected.startsWith(round + "-"), is(true));
      }
    } finally {
      threads.shutdown();
    }
  }

  private Callable<Integer> publishing(CyclicBarrier start, String name, String expected) {
    return () -> {
      start.await();
      try {
        new Publications(output).publish(name, expected);
        return 0;
      } catch (Failure e) {
        return e.exitCode();
      }
    };
  }

  @Test
  void aPublicationCutOffBeforeThePointerIsFinishedByTheNext() throws Exception {
    publications.publish("a", null);
    output.createText(".published/000000000002", "b\n");
    Failure late = assertThrows(Failure.class, () -> publications.publish("c", "a"));
    assertThat(late.exitCode(), is(Failure.BUSY));
    assertThat(publications.published(), is("a"));

    assertThat(publications.settle(name -> true), is("b"));
    assertThat(publications.published(), is("b"));
    publications.publish("c", "b");
    assertThat(publications.published(), is("c"));
  }

  @Test
  void aClaimOfAGenerationThatFailedIsVoid() throws Exception {
    publications.publish("a", null);
    output.createText(".published/000000000002", "b\n");
    assertThat(publications.settle(name -> !name.equals("b")), is("a"));
    publications.publish("c", "a");
    assertThat(publications.published(), is("c"));
  }

  @Test
  void aPointerEditedByHandIsTakenAsItStands() throws Exception {
    publications.publish("a", null);
    publications.publish("b", "a");
    output.replaceText("CURRENT", "a\n");
    assertThat(publications.settle(name -> true), is("a"));
    publications.publish("c", "a");
    assertThat(publications.published(), is("c"));
  }

  @Test
  void anOutputFromBeforeThereWereClaimsIsTakenAsItStands() throws Exception {
    output.replaceText("CURRENT", "a\n");
    assertThat(publications.settle(name -> true), is("a"));
    publications.publish("b", "a");
    assertThat(publications.published(), is("b"));
  }

  @Test
  void anEmptyOutputHasNothingPublished() throws Exception {
    assertThat(publications.settle(name -> true), is(nullValue()));
    assertThat(output.list(""), is(List.of()));
  }

  @Test
  void oldClaimsAreForgotten() throws IOException, Failure {
    String before = null;
    for (int i = 0; i < 120; i++) {
      publications.publish("g" + i, before);
      before = "g" + i;
    }
    assertThat(output.list(".published").size(), is(100));
    assertThat(publications.settle(name -> true), is("g119"));
  }
}
