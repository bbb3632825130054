package org.copydesk.pipeline.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a Flink cluster by its REST interface what runs there. */
final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String address;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param master HOST:PORT, with or without a scheme before it
   */
  FlinkRest(String master) {
    this.address = master.contains("://") ? master : "http://" + master;
  }

  /** The answer to a path such as {@code /overview}. */
  JsonNode get(String path) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException(address + path + " answers with " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Task slots of all workers. */
  int slots() throws IOException {
    return get("/overview").path("slots-total").asInt();
  }

  /** Id of the latest job of a name; null when there is none. */
  String job(String name) throws IOException {
    String id = null;
    long latest = -1;
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      long start = job.path("start-time").asLong();
      if (job.path("name").asText().equals(name) && start > latest) {
        id = job.path("jid").asText();
        latest = start;
      }
    }
    return id;
  }
}
