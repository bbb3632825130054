package org.copydesk.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers that share HDFS and nothing else: each has folders of its own, one is killed and its disk
 * goes with it, and the submitter has left before.
 */
@Tag("cluster")
class HdfsClusterTest {
  private static final String DUMPS = "testdata/dumps";

  @TempDir Path folder;

  @Test
  void onlyTheOutputIsShared() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    Path local = folder.resolve("local");
    assertEquals(0, Commands.run("build", DUMPS, "-o", local.toString()));
    Manifest expected = Manifest.read(new Generations(Storage.local(local)).publishedGeneration());
    try (MiniDFSCluster hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        FlinkCluster flink =
            FlinkCluster.up(folder.resolve("flink"), 2, "taskmanager.memory.process.size: 1500m")) {
      hdfs.waitActive();
      try (FileSystem files = FileSystem.newInstance(hdfs.getURI(), configuration)) {
        files.copyFromLocalFile(
            new org.apache.hadoop.fs.Path(Path.of(DUMPS).toUri()),
            new org.apache.hadoop.fs.Path("/dumps"));
      }
      String output = hdfs.getURI() + "/corpus";
      JarBuild build =
          JarBuild.java(
              folder,
              Map.of(),
              java.util.List.of(
                  "-jar",
                  JarBuild.JAR.toString(),
                  "build",
                  hdfs.getURI() + "/dumps",
                  "-o",
                  output,
                  "--runner=flink",
                  "--flinkMaster=" + flink.master(),
                  "--attachedMode=false"));
      assertEquals(0, build.end(), build::words);
      Storage corpus = new HadoopStorage(output, Map.of());
      String name = corpus.list("generations").get(0);
      String job = flink.job("copydesk-" + name);
      Waiting.until("reading", () -> !flink.status(job, "Read dumps").equals("CREATED"));
      flink.kill("taskmanager-1");
      flink.add("taskmanager-3");
      Waiting.until("the job's end", () -> flink.isOver(job));
      assertEquals("FINISHED", flink.get("/jobs/" + job).path("state").asText());
      assertEquals(0, Commands.run("publish", output + "/generations/" + name));
      Manifest manifest = Manifest.read(new Generations(corpus).publishedGeneration());
      for (var table : Tables.ALL) {
        assertEquals(expected.digest(table.name()), manifest.digest(table.name()), table.name());
      }
      assertEquals(0, Commands.run("verify", output));
    }
  }
}
