package org.copydesk.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cluster of pipelines/flink/cluster.sh: processes of their own that can be killed. */
final class FlinkCluster implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCRIPT = Path.of("pipelines", "flink", "cluster.sh");
  private static final Path LIBRARIES = Path.of("target", "flink", "lib");

  private final Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  private FlinkCluster(Path folder) {
    this.folder = folder;
  }

  static FlinkCluster up(Path folder, int taskManagers, String configuration)
      throws IOException, InterruptedException {
    FlinkCluster cluster = new FlinkCluster(folder);
    cluster.script(configuration, "up", folder.toString(), LIBRARIES.toString(), "" + taskManagers);
    return cluster;
  }

  private void script(String configuration, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("CLUSTER_CONFIG", configuration);
    if (builder.start().waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed");
    }
  }

  String master() throws IOException {
    return Files.readString(folder.resolve("master")).strip();
  }

  Path libraries() {
    return LIBRARIES;
  }

  Path configuration() {
    return folder.resolve("conf");
  }

  /** kill -9; a worker's disk is gone with it. */
  void kill(String name) throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("pid").resolve(name)).strip());
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
    Path gone = folder.resolve(name + "-gone");
    Files.move(folder.resolve(name), gone);
    org.copydesk.storage.Storage.local(gone).delete("");
  }

  void add(String name) throws IOException, InterruptedException {
    script("", "add", folder.toString(), name);
  }

  void startJobManager() throws IOException, InterruptedException {
    script("", "jobmanager", folder.toString());
  }

  void awaitSlots(int slots) throws IOException, InterruptedException {
    Waiting.until(
        "slots",
        () -> {
          try {
            return get("/overview").path("slots-total").asInt() == slots;
          } catch (IOException e) {
            return false;
          }
        });
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://" + master() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }

  /** The job of a build; null before it is submitted. */
  String job(String name) throws IOException, InterruptedException {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)) {
        return job.path("jid").asText();
      }
    }
    return null;
  }

  /** Status of the first vertex whose name holds {@code step}. */
  String status(String job, String step) throws IOException, InterruptedException {
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      if (vertex.path("name").asText().contains(step)) {
        return vertex.path("status").asText();
      }
    }
    return "";
  }

  /** Whether a job runs nowhere and will not run again. */
  boolean isOver(String job) throws IOException, InterruptedException {
    return List.of("FINISHED", "FAILED", "CANCELED")
        .contains(get("/jobs/" + job).path("state").asText());
  }

  /** Tasks of a job that were tried more than once. */
  long repeatedTasks(String job) throws IOException, InterruptedException {
    long repeated = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      JsonNode detail = get("/jobs/" + job + "/vertices/" + vertex.path("id").asText());
      for (JsonNode task : detail.path("subtasks")) {
        if (task.path("attempt").asInt() > 0) {
          repeated++;
        }
      }
    }
    return repeated;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    script("", "down", folder.toString());
  }
}
