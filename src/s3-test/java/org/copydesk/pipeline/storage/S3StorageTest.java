package org.copydesk.pipeline.storage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.copydesk.command.Commands;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.Tables;
import org.copydesk.dump.source.InputListing;
import org.copydesk.endtoend.Corpus;
import org.copydesk.storage.Storage;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage, builds and races of builds on S3, spoken over HTTP to a small server of the tests. */
class S3StorageTest extends StorageContract {
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  @TempDir static Path folder;
  private static SmallS3 server;
  private static String[] arguments;

  @BeforeAll
  static void startServer() throws IOException {
    server = new SmallS3(true);
    arguments = arguments(server);
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.fromArgs(arguments).create());
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  static String[] arguments(SmallS3 server) {
    return new String[] {
      "--awsRegion=eu-central-1",
      "--endpoint=" + server.endpoint(),
      "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
          + "\"accessKeyId\":\"key\",\"secretAccessKey\":\"secret\"}"
    };
  }

  @Override
  Storage fresh() {
    return new Locations(Map.of(), arguments)
        .storage("s3://bucket/storage-" + FOLDERS.incrementAndGet() + "/not there yet");
  }

  @Test
  void itCreatesOnceWhereTheStoreKnowsConditionsAndSaysSoWhereNot() throws Exception {
    Storage storage = fresh();
    assertThat(storage.guarantees(), is(new Storage.Guarantees(true, true, false)));
    assertThat("nothing of the question is left", storage.files(), is(empty()));
    try (SmallS3 simple = new SmallS3(false)) {
      String[] other = arguments(simple);
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.fromArgs(other).create());
      Storage there = new Locations(Map.of(), other).storage("s3://bucket/corpus");
      assertThat(there.guarantees().createsOnce(), is(false));
    } finally {
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.fromArgs(arguments).create());
    }
  }

  @Test
  void aBuildIsPublishedThereAndGivesTheDigestsOfOneHere() throws Exception {
    Path local = folder.resolve("local");
    assertThat(Commands.run("build", "testdata/dumps", "-o", local.toString()), is(0));
    Manifest expected = Manifest.read(Storage.local(Corpus.published(local).generation()));
    String output = "s3://bucket/corpus-" + FOLDERS.incrementAndGet();
    assertThat(build(output, "testdata/dumps"), is(0));
    Generations generations = new Generations(storage(output));
    String first = generations.published();
    Manifest manifest = Manifest.read(generations.publishedGeneration());
    for (var table : Tables.ALL) {
      assertThat(table.name(), manifest.digest(table.name()), is(expected.digest(table.name())));
    }
    assertThat("the same again changes nothing", build(output, "testdata/dumps"), is(0));
    assertThat(generations.published(), is(first));
    assertThat(build(output, "testdata/dumps/harbour-ledger", "--accept-drift"), is(0));
    assertThat(generations.published(), Matchers.not(first));
    String older = output + "/generations/" + first;
    assertThat(run("publish", older), is(0));
    assertThat(generations.published(), is(first));
    assertThat(run("verify", output), is(0));
    assertThat(run("path", output), is(0));
    assertThat(run("report", output), is(0));
  }

  @Test
  void uploadsOfDeadWritersAreEndedAndOthersGoOn() throws Exception {
    Storage storage = fresh();
    OutputStream dead = storage.create("generations/dead/.work/part");
    OutputStream alive = storage.create("generations/alive/.work/part");
    OutputStream elsewhere = fresh().create("generations/dead/.work/part");
    byte[] much = new byte[12 << 20];
    for (OutputStream each : List.of(dead, alive, elsewhere)) {
      each.write(much);
    }
    List<String> before = server.uploads();
    assertThat(storage.endUploads(file -> file.startsWith("generations/dead/")), is(1));
    List<String> after = new ArrayList<>(before);
    after.removeAll(server.uploads());
    assertThat(after.size(), is(1));
    assertThat(after.get(0), endsWith("generations/dead/.work/part"));
    alive.close();
    elsewhere.close();
    assertThat(storage.bytes("generations/alive/.work/part"), is((long) much.length));
    assertThat(storage.endUploads(file -> true), is(0));
  }

  @Test
  void whatBuildsWroteThereIsNoInput() throws Exception {
    Locations locations = new Locations(Map.of(), arguments);
    Storage dumps = fresh();
    for (String name :
        List.of(
            "a.txt", "out/generations/x/report.html", "b/CURRENT", "b/generations/x/y", "b/c")) {
      dumps.replaceText(name, name);
    }
    InputListing.Listing listing =
        locations.list(List.of(dumps.location()), List.of(dumps.location("out")));
    assertThat(
        listing.files().stream().map(InputListing.Input::sourceFile).toList(),
        is(List.of("a.txt")));
    assertThat(listing.passedOver(), is(Map.of(dumps.location("out"), 1, dumps.location("b"), 3)));
    for (String input : List.of("out/generations", "out", "b/generations/*/*", "b/c")) {
      Failure refused =
          assertThrows(
              Failure.class,
              () -> locations.list(List.of(dumps.location(input)), List.of(dumps.location("out"))));
      assertThat(input, refused.exitCode(), is(Failure.USAGE));
    }
  }

  /** A command that is told of the store by its arguments alone. */
  private static int run(String... command) {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    try {
      return Commands.run(with(command));
    } finally {
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.fromArgs(arguments).create());
    }
  }

  private static String[] with(String... command) {
    String[] all = java.util.Arrays.copyOf(command, command.length + arguments.length);
    System.arraycopy(arguments, 0, all, command.length, arguments.length);
    return all;
  }

  /**
   * The second waits for a beat of the first: it is refused when there is one, and has its turn
   * when the first ended before.
   */
  @Test
  void ofTwoBuildsAtOnceEachPublishesInItsTurnOrIsRefused() throws Exception {
    String output = "s3://bucket/corpus-" + FOLDERS.incrementAndGet();
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> one = threads.submit(() -> race(start, output, "harbour-ledger"));
      Future<Integer> other = threads.submit(() -> race(start, output, "gulf-meridian"));
      List<Integer> codes = List.of(one.get(), other.get());
      assertThat(codes, Matchers.hasItem(0));
      assertThat(codes, Matchers.everyItem(Matchers.oneOf(0, Failure.BUSY)));
      long published =
          storage(output).list(".published").stream().filter(n -> n.endsWith(".done")).count();
      assertThat(published, is(codes.stream().filter(code -> code == 0).count()));
    } finally {
      threads.shutdown();
    }
    assertThat(storage(output).readText("CURRENT"), startsWith("20"));
    assertThat(run("verify", output), is(0));
  }

  private static int race(CyclicBarrier start, String output, String site) throws Exception {
    start.await();
    return build(output, "testdata/dumps/" + site);
  }

  private static Storage storage(String output) {
    return new Locations(Map.of(), arguments).storage(output);
  }

  private static int build(String output, String... input) throws Exception {
    return ParsedBuild.run(storage(output), with(input));
  }
}
