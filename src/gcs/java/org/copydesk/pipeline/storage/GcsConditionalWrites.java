package org.copydesk.pipeline.storage;

import com.google.auth.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Google Cloud Storage's conditional write: an upload with {@code ifGenerationMatch=0} is answered
 * 412 when the object is there. (cloud.google.com/storage/docs/request-preconditions)
 */
final class GcsConditionalWrites implements ConditionalWrites {
  private static final URI GOOGLE = URI.create("https://storage.googleapis.com/");
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int TRIES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public boolean createIfAbsent(PipelineOptions options, String location, byte[] content)
      throws IOException {
    GcsOptions gcs = options.as(GcsOptions.class);
    URI place = place(gcs.getGcsEndpoint(), location);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(place)
            .timeout(PATIENCE)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content));
    Credentials credentials = gcs.getGcpCredential();
    Map<String, List<String>> headers =
        credentials == null ? null : credentials.getRequestMetadata(place);
    if (headers != null) {
      headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    }
    int status = send(request.build());
    if (status / 100 != 2 && status != PRECONDITION_FAILED) {
      throw new IOException("cannot write " + location + ": HTTP status " + status);
    }
    return status != PRECONDITION_FAILED;
  }

  private static URI place(String endpoint, String location) throws IOException {
    String[] parts = location.replaceFirst("^[^:]+://", "").split("/", 2);
    if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new IOException("no bucket and name: " + location);
    }
    URI root = endpoint == null ? GOOGLE : URI.create(endpoint);
    return root.resolve(
        "/upload/storage/v1/b/"
            + parts[0]
            + "/o?uploadType=media&ifGenerationMatch=0&name="
            + URLEncoder.encode(parts[1], StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** What the store says it could not do now it is asked again. */
  private static int send(HttpRequest request) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    try {
      for (int tries = 1; ; tries++) {
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        boolean isBusy = status >= 500 || status == TOO_MANY_REQUESTS;
        if (!isBusy || tries == TRIES) {
          return status;
        }
        Thread.sleep(100L << tries);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
