package org.copydesk.pipeline.storage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.copydesk.dump.source.InputListing;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdfsStorageTest extends StorageContract {
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  @TempDir static Path folder;
  private static MiniDFSCluster cluster;

  @BeforeAll
  static void startCluster() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
  }

  @AfterAll
  static void stopCluster() {
    cluster.shutdown();
  }

  @Override
  Storage fresh() throws Exception {
    return Locations.withFlags()
        .storage(cluster.getURI() + "/storage/" + FOLDERS.incrementAndGet() + "/not there yet");
  }

  @Test
  void inputsAreListedAndReadFromAnyPlace() throws Exception {
    Storage storage = fresh();
    for (String name : List.of("2024/a/1.txt", "2024/b/2.txt", "2024/b/.hidden", "2025/3.html")) {
      try (OutputStream out = storage.create(name)) {
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    Locations locations = Locations.withFlags();
    List<InputListing.Input> found =
        InputListing.list(List.of(storage.location("2024/*/*.txt")), locations.tree(), List.of())
            .files();
    assertThat(
        found.stream().map(InputListing.Input::sourceFile).toList(),
        is(List.of("a/1.txt", "b/2.txt")));
    assertThat(
        InputListing.list(
                List.of(storage.location("2024"), storage.location("2025/3.html")),
                locations.tree(),
                List.of())
            .files()
            .stream()
            .map(InputListing.Input::sourceFile)
            .toList(),
        is(List.of("2024/a/1.txt", "2024/b/2.txt", "2025/3.html")));
    try (InputStream in = locations.open(found.get(1).path(), 5)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8), is("b/2.txt"));
    }
  }

  @Test
  void siteFilesOfHadoopNameTheCluster() throws Exception {
    Storage storage = fresh();
    storage.replaceText("file", "text");
    Path sites = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        sites.resolve("core-site.xml"),
        "<configuration><property><name>fs.defaultFS</name><value>"
            + cluster.getURI()
            + "</value></property></configuration>");
    Locations locations = new Locations(HadoopSites.settings(sites.toString()));
    String withoutHost = storage.location().replaceFirst("//[^/]+", "//");
    assertThat(locations.storage(withoutHost).readText("file"), is("text"));
  }
}
