package org.copydesk.pipeline.storage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one request that the pointer needs of Google's store, spoken to a small server. */
class GcsConditionalWritesTest {
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private HttpServer server;
  private PipelineOptions options;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
    options =
        PipelineOptionsFactory.fromArgs(
                "--gcsEndpoint=http://127.0.0.1:" + server.getAddress().getPort() + "/storage/v1/",
                "--credentialFactoryClass="
                    + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory")
            .create();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdown();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String query = exchange.getRequestURI().getQuery();
      String path = exchange.getRequestURI().getPath();
      boolean isConditional =
          exchange.getRequestMethod().equals("POST")
              && path.startsWith("/upload/storage/v1/b/")
              && query.startsWith("uploadType=media&ifGenerationMatch=0&name=");
      int status = 200;
      if (busy.getAndDecrement() > 0) {
        status = 503;
      } else if (!isConditional || path.contains("/forbidden/")) {
        status = 403;
      } else if (objects.putIfAbsent(path + "?" + query, body) != null) {
        status = 412;
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private boolean create(String location, String text) throws IOException {
    ConditionalWrites writes = ConditionalWrites.to("gs");
    assertThat(writes, is(instanceOf(GcsConditionalWrites.class)));
    return writes.createIfAbsent(options, location, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anObjectIsCreatedOnceUnderTheNameItHas() throws IOException {
    assertThat(create("gs://bucket/a b/größe+1", "one"), is(true));
    assertThat(create("gs://bucket/a b/größe+1", "two"), is(false));
    String place =
        "/upload/storage/v1/b/bucket/o?uploadType=media&ifGenerationMatch=0&name=a b/größe+1";
    assertThat(new String(objects.get(place), StandardCharsets.UTF_8), is("one"));
  }

  @Test
  void ofManyThatCreateOneDoes() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String text = "writer " + i;
        all.add(() -> create("gs://bucket/pointer", text));
      }
      int winners = 0;
      for (Future<Boolean> writer : writers.invokeAll(all)) {
        winners += writer.get() ? 1 : 0;
      }
      assertThat(winners, is(1));
    } finally {
      writers.shutdown();
    }
  }

  @Test
  void aBusyStoreIsAskedAgainAndARefusalIsTold() throws IOException {
    busy.set(2);
    assertThat(create("gs://bucket/later", "one"), is(true));
    assertThrows(IOException.class, () -> create("gs://forbidden/pointer", "one"));
  }
}
