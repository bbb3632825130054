package org.copydesk.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.scratch.Scratch;

/**
 * One page from the web, in a temporary WARC file of one record, so that it is read as a crawled
 * one: with its address, its headers and the day.
 */
final class FetchedPage {
  /** More is no page: what a build rejects, too. */
  private static final int MOST_BYTES = 16 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private FetchedPage() {}

  /** Whether an argument is an address of the web. */
  static boolean isAddress(String argument) {
    return argument.regionMatches(true, 0, "http://", 0, 7)
        || argument.regionMatches(true, 0, "https://", 0, 8);
  }

  /** Fetches the page, following redirections; gives the path of the file. */
  static String of(String address) throws IOException, InterruptedException, Failure {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    HttpResponse<InputStream> response =
        client.send(request(address), HttpResponse.BodyHandlers.ofInputStream());
    byte[] body;
    try (InputStream in = response.body()) {
      body = in.readNBytes(MOST_BYTES + 1);
    }
    if (response.statusCode() != 200) {
      throw new Failure(Failure.OTHER, address + " answers " + response.statusCode());
    }
    if (body.length > MOST_BYTES) {
      throw new Failure(Failure.OTHER, address + " has more than " + ByteSize.of(MOST_BYTES));
    }
    Path folder = Files.createTempDirectory(Scratch.place(), "copydesk-page-");
    Path file = folder.resolve("page.warc");
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    Files.write(file, record(response, body));
    return file.toString();
  }

  private static HttpRequest request(String address) throws Failure {
    try {
      return HttpRequest.newBuilder(new URI(address))
          .timeout(PATIENCE)
          .header("User-Agent", "copydesk/" + Version.get())
          .header("Accept", "text/html,*/*;q=0.5")
          .build();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, "no address: " + address, e);
    }
  }

  private static byte[] record(HttpResponse<?> response, byte[] body) {
    String type =
        response.headers().firstValue("Content-Type").orElse("text/html").replaceAll("[\r\n]", " ");
    byte[] http =
        ("HTTP/1.1 200 OK\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            + response.uri().toASCIIString()
            + "\r\nWARC-Date: "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS)
            + "\r\nWARC-Record-ID: <urn:copydesk:page>"
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + (http.length + body.length)
            + "\r\n\r\n";
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    record.writeBytes(http);
    record.writeBytes(body);
    record.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return record.toByteArray();
  }
}
