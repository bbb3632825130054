package org.copydesk.bench;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jsoup.Jsoup;

/**
 * What the parts of a build take where libraries are called and nothing of this program: gunzip
 * (JDK), JSON (Jackson) or HTML (jsoup), words and a min-hash of 120 (hash4j), Parquet
 * (parquet-java, zstd). One thread. A part of ours that becomes slower does not change them.
 */
public final class PlainCalls {
  /** What files hold. */
  public enum Kind {
    TEXT,
    JSON,
    HTML
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Hasher64 HASHER = Hashing.xxh3_64();
  private static final int SHINGLE_WORDS = 5;
  private static final int COMPONENTS = 120;
  private static final int COMPONENT_BITS = 32;
  private static final int ZSTD_LEVEL = 3;
  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message text { optional binary text (STRING); }");

  private final Map<String, Long> nanos = new LinkedHashMap<>();
  private final SimilarityHasher minHash =
      SimilarityHashing.superMinHash(COMPONENTS, COMPONENT_BITS).createHasher();
  private long bytes;
  private long check;

  private PlainCalls() {}

  /**
   * What the parts took.
   *
   * @param bytes of the files, unpacked
   * @param seconds by part, thread CPU
   */
  public record Parts(long bytes, Map<String, Double> seconds) {
    /** Seconds of all parts a MB. */
    public double aMegabyte() {
      return seconds.values().stream().mapToDouble(each -> each).sum() / (bytes / 1e6);
    }
  }

  /** Measures the parts on gzipped files, twice; the first time warms up. */
  public static Parts of(Path dumps, Kind kind) throws IOException {
    new PlainCalls().measure(dumps, kind);
    return new PlainCalls().measure(dumps, kind);
  }

  private Parts measure(Path dumps, Kind kind) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(dumps)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    ParquetWriter<Group> writer = timed("Parquet", PlainCalls::writer);
    for (Path file : files) {
      byte[] packed = Files.readAllBytes(file);
      byte[] raw = timed("gunzip", () -> unpacked(packed));
      bytes += raw.length;
      for (String text : texts(raw, kind)) {
        check += timed("words and min-hash", () -> sign(text));
        timed("Parquet", () -> write(text, writer));
      }
    }
    timed("Parquet", () -> close(writer));
    if (check == 0) {
      throw new IOException("no texts in " + dumps);
    }
    Map<String, Double> seconds = new LinkedHashMap<>();
    nanos.forEach((part, took) -> seconds.put(part, took / 1e9));
    return new Parts(bytes, seconds);
  }

  private interface Call<T> {
    T call() throws IOException;
  }

  private <T> T timed(String part, Call<T> call) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    T result = call.call();
    nanos.merge(part, THREADS.getCurrentThreadCpuTime() - start, Long::sum);
    return result;
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16).readAllBytes();
  }

  private List<String> texts(byte[] raw, Kind kind) throws IOException {
    return switch (kind) {
      case TEXT -> timed("decode", () -> List.of(new String(raw, StandardCharsets.UTF_8)));
      case JSON -> timed("JSON", () -> textsOf(raw));
      case HTML ->
          timed("HTML", () -> List.of(Jsoup.parse(new String(raw, StandardCharsets.UTF_8)).text()));
    };
  }

  private static boolean write(String text, ParquetWriter<Group> writer) throws IOException {
    Group row = new SimpleGroup(SCHEMA);
    row.add("text", text);
    writer.write(row);
    return true;
  }

  private static boolean close(ParquetWriter<Group> writer) throws IOException {
    writer.close();
    return true;
  }

  private static List<String> textsOf(byte[] lines) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(lines)) {
      for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
        if (at == JsonToken.VALUE_STRING) {
          String value = parser.getText();
          if ("text".equals(parser.currentName())) {
            texts.add(value);
          }
        }
      }
    }
    return texts;
  }

  /** Hashes of five neighbouring words each, and of them a min-hash. */
  private long sign(String text) {
    long[] words = new long[text.length() / 2 + 1];
    int n = 0;
    for (StringTokenizer each = new StringTokenizer(text); each.hasMoreTokens(); ) {
      words[n++] = HASHER.hashCharsToLong(each.nextToken());
    }
    if (n < SHINGLE_WORDS) {
      return n;
    }
    long[] shingles = new long[n - SHINGLE_WORDS + 1];
    for (int i = 0; i < shingles.length; i++) {
      long hash = 0;
      for (int k = 0; k < SHINGLE_WORDS; k++) {
        hash = (hash + words[i + k]) * ODD;
      }
      shingles[i] = hash ^ hash >>> 32;
    }
    return Arrays.hashCode(minHash.compute(ElementHashProvider.ofValues(shingles)));
  }

  private static ParquetWriter<Group> writer() throws IOException {
    return ExampleParquetWriter.builder(new Nowhere())
        .withType(SCHEMA)
        .withConf(new PlainParquetConfiguration())
        .withCodecFactory(new ZstdPages())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .build();
  }

  /** Pages by zstd itself: Parquet's own factory asks Hadoop for a codec. */
  private static final class ZstdPages implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return new BytesInputCompressor() {
        @Override
        public BytesInput compress(BytesInput page) throws IOException {
          return BytesInput.from(Zstd.compress(page.toByteArray(), ZSTD_LEVEL));
        }

        @Override
        public CompressionCodecName getCodecName() {
          return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void release() {}
  }

  private static final class Nowhere extends PositionOutputStream implements OutputFile {
    private final OutputStream out = OutputStream.nullOutputStream();
    private long position;

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return this;
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      position++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      position += length;
    }
  }
}
