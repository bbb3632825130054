package org.copydesk.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * The bytes of a topic model: {@code CDTM}, format version (int), length of the header (int), the
 * header as JSON in UTF-8, a byte of {@link Rarity} a bucket, the matrix (a row a bucket, a byte a
 * class), CRC-32 of all before it (int). Big endian. May be gzipped as a whole.
 */
final class ModelFile {
  static final int FORMAT = 2;
  static final String HASH = "XXH3-64";

  private static final byte[] MAGIC = "CDTM".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BYTES = 256 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ModelFile() {}

  static byte[] bytes(ModelHeader header, byte[] rarity, byte[] matrix) {
    try {
      byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(header);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(matrix.length + json.length + 16);
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(MAGIC);
      out.writeInt(FORMAT);
      out.writeInt(json.length);
      out.write(json);
      out.write(rarity);
      out.write(matrix);
      CRC32 crc = new CRC32();
      crc.update(bytes.toByteArray());
      out.writeInt((int) crc.getValue());
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("a header that cannot be written as JSON", e);
    }
  }

  /**
   * Reads a model, gzipped or not.
   *
   * @throws IllegalArgumentException when it is not a whole, sound model of a known version
   */
  static TopicModel read(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    boolean isGzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    InputStream plain = isGzip ? new GZIPInputStream(buffered) : buffered;
    byte[] bytes = plain.readNBytes(MOST_BYTES);
    require(
        bytes.length >= 16 && Arrays.equals(MAGIC, 0, 4, bytes, 0, 4), "this is no topic model");
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int format = buffer.getInt(4);
    require(format == FORMAT, "topic model of format " + format + ", this program reads " + FORMAT);
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    require(
        (int) crc.getValue() == buffer.getInt(bytes.length - 4),
        "the topic model is damaged: its checksum does not hold");
    int length = buffer.getInt(8);
    require(length > 0 && length <= bytes.length - 16, "the topic model's header has a bad length");
    ModelHeader header;
    try {
      header = JSON.readValue(bytes, 12, length, ModelHeader.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the topic model's header is no JSON of ours: " + e.getOriginalMessage(), e);
    }
    check(header);
    int rows = 1 << header.bits();
    long size = (long) rows * (1 + header.codes().size());
    require(
        size == bytes.length - 16L - length,
        "the topic model's weights have " + (bytes.length - 16L - length) + " bytes, not " + size);
    int matrix = 12 + length + rows;
    return new TopicModel(
        header,
        Arrays.copyOfRange(bytes, 12 + length, matrix),
        Arrays.copyOfRange(bytes, matrix, bytes.length - 4));
  }

  private static void check(ModelHeader header) {
    int classes = header.codes() == null ? 0 : header.codes().size();
    require(classes >= 2 && classes <= 4096, "a topic model has 2 to 4096 classes");
    require(
        header.labels() != null
            && header.labels().size() == classes
            && header.scales() != null
            && header.scales().length == classes
            && header.biases() != null
            && header.biases().length == classes,
        "the topic model's header has lists of different lengths");
    require(header.bits() >= 8 && header.bits() <= 24, "a topic model has 8 to 24 bits");
    require(
        header.temperatures() != null
            && !header.temperatures().isEmpty()
            && header.temperatures().stream().allMatch(band -> band.value() > 0),
        "a topic model has temperatures above 0");
    require(
        HASH.equals(header.hash())
            && header.seed() == 0
            && header.tokens() == Tokens.VERSION
            && header.normaliser() == Normaliser.VERSION
            && header.features() == WordFeatures.VERSION,
        "the topic model was made for another normaliser, tokeniser or hash: train it again");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
