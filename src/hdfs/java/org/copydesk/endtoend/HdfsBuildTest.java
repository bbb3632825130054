package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.HadoopStorage;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program with its input and its output on HDFS. */
class HdfsBuildTest {
  private static final String DUMPS = "testdata/dumps";

  @TempDir static Path folder;
  private static MiniDFSCluster cluster;
  private static Corpus local;

  @BeforeAll
  static void startCluster() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
    try (FileSystem files = FileSystem.newInstance(cluster.getURI(), configuration)) {
      files.copyFromLocalFile(
          new org.apache.hadoop.fs.Path(Path.of(DUMPS).toUri()),
          new org.apache.hadoop.fs.Path("/dumps"));
    }
    local = Corpus.build(folder.resolve("local"), DUMPS);
  }

  @AfterAll
  static void stopCluster() {
    cluster.shutdown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void aBuildOnHdfsGivesTheDigestsOfOneHere(String runner) throws Exception {
    String output = cluster.getURI() + "/corpus-" + runner;
    String dumps = cluster.getURI() + "/dumps";
    assertThat(Commands.run("build", dumps, "-o", output, "--runner=" + runner), is(0));
    Generations generations = new Generations(new HadoopStorage(output, Map.of()));
    String first = generations.published();
    Storage generation = generations.publishedGeneration();
    Manifest manifest = Manifest.read(generation);
    Manifest expected = Manifest.read(Storage.local(local.generation()));
    for (var table : Tables.ALL) {
      assertThat(table.name(), manifest.digest(table.name()), is(expected.digest(table.name())));
    }
    assertThat(Commands.run("verify", output), is(0));
    assertThat("nothing of the work is left", generation.list(".work"), hasSize(0));

    assertThat(Commands.run("build", dumps, "-o", output, "--runner=" + runner), is(0));
    assertThat("the same again is no new one", generations.published(), is(first));
    String site = dumps + "/harbour-ledger";
    assertThat(
        Commands.run("build", site, "-o", output, "--runner=" + runner, "--accept-drift"), is(0));
    assertThat(generations.published(), is(not(first)));
    assertThat(Commands.run("publish", generation.location()), is(0));
    assertThat(generations.published(), is(first));
  }
}
