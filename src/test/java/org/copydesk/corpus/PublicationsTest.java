package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {
  private static final String A = name(0, 0xA);
  private static final String B = name(1, 0xB);
  private static final String C = name(2, 0xC);

  @TempDir Path folder;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private Storage output;
  private Publications publications;

  @BeforeEach
  void open() {
    output = Storage.local(folder);
    publications = new Publications(output, told::add);
  }

  private static String name(int second, int salt) {
    return String.format(Locale.ROOT, "20260101-%06d-%06x", second, salt);
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
          ends.add(threads.submit(publishing(start, name(round, i), expected)));
        }
        int won = 0;
        for (Future<Integer> end : ends) {
          int exitCode = end.get();
          assertThat(exitCode == 0 || exitCode == Failure.BUSY, is(true));
          won += exitCode == 0 ? 1 : 0;
        }
        assertThat("round " + round, won, is(1));
        expected = publications.published();
        assertThat(expected, startsWith(name(round, 0).substring(0, 15)));
      }
    } finally {
      threads.shutdown();
    }
  }

  private Callable<Integer> publishing(CyclicBarrier start, String name, String expected) {
    return () -> {
      start.await();
      try {
        new Publications(output, told::add).publish(name, expected);
        return 0;
      } catch (Failure e) {
        return e.exitCode();
      }
    };
  }

  @Test
  void aPublicationCutOffBeforeThePointerIsFinishedByTheNext() throws Exception {
    publications.publish(A, null);
    output.createText(".published/000000000002", B + "\n");
    Failure late = assertThrows(Failure.class, () -> publications.publish(C, A));
    assertThat(late.exitCode(), is(Failure.BUSY));
    assertThat(publications.published(), is(A));

    assertThat(publications.settle(name -> true), is(B));
    assertThat(publications.published(), is(B));
    publications.publish(C, B);
    assertThat(publications.published(), is(C));
  }

  @Test
  void aClaimOfAGenerationThatFailedIsVoid() throws Exception {
    publications.publish(A, null);
    output.createText(".published/000000000002", B + "\n");
    assertThat(publications.settle(name -> !name.equals(B)), is(A));
    publications.publish(C, A);
    assertThat(publications.published(), is(C));
  }

  @Test
  void aPointerEditedByHandIsTakenAsItStands() throws Exception {
    publications.publish(A, null);
    publications.publish(B, A);
    output.replaceText("CURRENT", A + "\n");
    assertThat(publications.settle(name -> true), is(A));
    publications.publish(C, A);
    assertThat(publications.published(), is(C));
  }

  @Test
  void anOutputFromBeforeThereWereClaimsIsTakenAsItStands() throws Exception {
    output.replaceText("CURRENT", A + "\n");
    assertThat(publications.settle(name -> true), is(A));
    publications.publish(B, A);
    assertThat(publications.published(), is(B));
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
      publications.publish(name(i, 0), before);
      before = name(i, 0);
    }
    assertThat(output.list(".published").size(), is(100));
    assertThat(publications.settle(name -> true), is(name(119, 0)));
  }
}
