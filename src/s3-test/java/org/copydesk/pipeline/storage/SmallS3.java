package org.copydesk.pipeline.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of S3's protocol as the client asks for here, over HTTP on this machine, objects in
 * memory: PUT, GET with ranges, HEAD, DELETE, listing, uploads in parts, their listing and ending,
 * copies and deletion of many. Signatures are not looked at.
 */
final class SmallS3 implements Closeable {
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  /** An upload that goes on, and the parts that came so far. */
  private record Upload(String path, TreeMap<Integer, byte[]> parts) {}

  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicLong parts = new AtomicLong();
  private final boolean knowsConditions;
  private volatile long last = Long.MAX_VALUE;
  private volatile Runnable atLast = () -> {};

  /**
   * @param knowsConditions false for a store that writes whatever the condition
   */
  SmallS3(boolean knowsConditions) throws IOException {
    this.knowsConditions = knowsConditions;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** An address and not a name: the client puts the bucket into the path then. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  /** What is answered: status, headers and body. */
  private record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer of(int status) {
      return new Answer(status, Map.of(), new byte[0]);
    }

    static Answer xml(String body) {
      return new Answer(
          200,
          Map.of("Content-Type", "application/xml"),
          ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body).getBytes(StandardCharsets.UTF_8));
    }

    static Answer error(int status, String code) {
      byte[] body = ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
      return new Answer(status, Map.of("Content-Type", "application/xml"), body);
    }
  }

  /** Does something once, when so many parts from now have come and the last has no answer. */
  void afterParts(long count, Runnable action) {
    atLast = action;
    last = parts.get() + count;
  }

  /** Parts of uploads that came so far. */
  long parts() {
    return parts.get();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange, body(exchange));
      } catch (RuntimeException e) {
        answer = Answer.error(500, "InternalError");
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      boolean hasBody = answer.body().length > 0 && !exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), hasBody ? answer.body().length : -1);
      if (hasBody) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  /** Bodies may come in signed chunks: length in hex, semicolon, signature, line end, bytes. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] raw = exchange.getRequestBody().readAllBytes();
    String digest = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    if (digest == null || !digest.startsWith("STREAMING-")) {
      return raw;
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int at = 0;
    while (at < raw.length) {
      int lineEnd = at;
      while (raw[lineEnd] != '\n') {
        lineEnd++;
      }
      String line = new String(raw, at, lineEnd - at, StandardCharsets.US_ASCII);
      int length = Integer.parseInt(line.split("[;\r]")[0], 16);
      if (length == 0) {
        break;
      }
      joined.write(raw, lineEnd + 1, length);
      at = lineEnd + 1 + length + 2;
    }
    return joined.toByteArray();
  }

  private Answer answer(HttpExchange exchange, byte[] body) {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String path = decoded(exchange.getRequestURI().getRawPath()).substring(1);
    return switch (exchange.getRequestMethod()) {
      case "GET" ->
          query.containsKey("uploads")
              ? listUploads(path, query)
              : query.containsKey("list-type") ? list(path, query) : get(exchange, path);
      case "HEAD" -> head(path);
      case "PUT" -> put(exchange, path, query, body);
      case "POST" -> post(path, query, body);
      case "DELETE" -> {
        if (query.containsKey("uploadId")) {
          uploads.remove(query.get("uploadId"));
        } else {
          objects.remove(path);
        }
        yield Answer.of(204);
      }
      default -> Answer.of(405);
    };
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(
          equals < 0 ? pair : pair.substring(0, equals),
          equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Answer list(String bucket, Map<String, String> query) {
    String top = bucket.replaceFirst("/$", "") + "/";
    StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    objects
        .tailMap(top)
        .forEach(
            (path, bytes) -> {
              if (path.startsWith(top + query.getOrDefault("prefix", ""))) {
                xml.append("<Contents><Key>")
                    .append(path.substring(top.length()))
                    .append("</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>")
                    .append(tag(bytes).replace("\"", "&quot;"))
                    .append("</ETag><Size>")
                    .append(bytes.length)
                    .append("</Size></Contents>");
              }
            });
    return Answer.xml(xml.append("</ListBucketResult>").toString());
  }

  private Answer listUploads(String bucket, Map<String, String> query) {
    String top = bucket.replaceFirst("/$", "") + "/";
    StringBuilder xml =
        new StringBuilder("<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>");
    uploads.forEach(
        (id, upload) -> {
          if (upload.path().startsWith(top + query.getOrDefault("prefix", ""))) {
            xml.append("<Upload><Key>")
                .append(upload.path().substring(top.length()))
                .append("</Key><UploadId>")
                .append(id)
                .append("</UploadId></Upload>");
          }
        });
    return Answer.xml(xml.append("</ListMultipartUploadsResult>").toString());
  }

  /** Paths of the uploads that nobody has ended. */
  List<String> uploads() {
    return uploads.values().stream().map(Upload::path).sorted().toList();
  }

  /** Paths of the objects. */
  List<String> objects() {
    return List.copyOf(objects.keySet());
  }

  private static Map<String, String> headers(byte[] bytes) {
    return Map.of("ETag", tag(bytes), "Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return "\"" + HexFormat.of().formatHex(digest) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer head(String path) {
    byte[] bytes = objects.get(path);
    if (bytes == null) {
      return Answer.of(404);
    }
    Map<String, String> headers = new HashMap<>(headers(bytes));
    headers.put("Content-Length", Integer.toString(bytes.length));
    return new Answer(200, headers, new byte[0]);
  }

  private Answer get(HttpExchange exchange, String path) {
    byte[] bytes = objects.get(path);
    if (bytes == null) {
      return Answer.error(404, "NoSuchKey");
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      return new Answer(200, headers(bytes), bytes);
    }
    String[] ends = range.replace("bytes=", "").split("-", -1);
    int from = Integer.parseInt(ends[0]);
    int to =
        ends[1].isEmpty()
            ? bytes.length
            : (int) Math.min(bytes.length, 1 + Long.parseLong(ends[1]));
    if (from >= to) {
      return Answer.error(416, "InvalidRange");
    }
    Map<String, String> headers = new HashMap<>(headers(bytes));
    headers.put("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
    return new Answer(206, headers, Arrays.copyOfRange(bytes, from, to));
  }

  private Answer put(HttpExchange exchange, String path, Map<String, String> query, byte[] body) {
    if (query.containsKey("uploadId")) {
      if (parts.incrementAndGet() == last) {
        atLast.run();
      }
      TreeMap<Integer, byte[]> sent = uploads.get(query.get("uploadId")).parts();
      synchronized (sent) {
        sent.put(Integer.parseInt(query.get("partNumber")), body);
      }
      return new Answer(200, headers(body), new byte[0]);
    }
    String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
    if (source != null) {
      byte[] copied = objects.get(decoded(source).replaceFirst("^/", ""));
      if (copied == null) {
        return Answer.error(404, "NoSuchKey");
      }
      objects.put(path, copied);
      return Answer.xml("<CopyObjectResult><ETag>x</ETag></CopyObjectResult>");
    }
    boolean isConditional = "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    if (isConditional && knowsConditions) {
      if (objects.putIfAbsent(path, body) != null) {
        return Answer.error(412, "PreconditionFailed");
      }
    } else {
      objects.put(path, body);
    }
    return new Answer(200, headers(body), new byte[0]);
  }

  private Answer post(String path, Map<String, String> query, byte[] body) {
    if (query.containsKey("uploads")) {
      String id = "upload-" + numbers.incrementAndGet();
      uploads.put(id, new Upload(path, new TreeMap<>()));
      return Answer.xml(
          "<InitiateMultipartUploadResult><UploadId>"
              + id
              + "</UploadId></InitiateMultipartUploadResult>");
    }
    if (query.containsKey("uploadId")) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      uploads.remove(query.get("uploadId")).parts().values().forEach(whole::writeBytes);
      objects.put(path, whole.toByteArray());
      return Answer.xml(
          "<CompleteMultipartUploadResult><ETag>x</ETag></CompleteMultipartUploadResult>");
    }
    Matcher keys = KEY.matcher(new String(body, StandardCharsets.UTF_8));
    while (keys.find()) {
      objects.remove(path.replaceFirst("/$", "") + "/" + keys.group(1));
    }
    return Answer.xml("<DeleteResult></DeleteResult>");
  }
}
