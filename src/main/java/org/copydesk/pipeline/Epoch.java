package org.copydesk.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.Algorithms;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.Sha256;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.dump.source.Retry;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.read.UnitSize;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.storage.Storage;

/**
 * What stands still from night to night: how large a unit is, how many buckets each grouping has,
 * and what was learned of the sites. It lies in each generation as the file {@code epoch}: a line
 * of JSON, and the site models behind it; its SHA-256 is in the manifest. A new one is begun by a
 * full build.
 *
 * @param shape all but the models
 * @param siteModels null where none are learned
 */
record Epoch(Shape shape, byte[] siteModels) {
  /** Name of the file, and of its SHA-256 among the manifest's side files. */
  static final String NAME = "epoch";

  /** Times the bytes of the input may grow or shrink before buckets and units fit no more. */
  private static final int MOST_GROWTH = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Algorithms that decide what is learned of a site. */
  private static final List<String> LEARNERS = List.of("html", "segmenter", "site_models");

  /**
   * What is fixed by figures.
   *
   * @param units how much is read together
   * @param buckets of each grouping
   * @param learnedBy versions and settings that decide what is learned of a site
   */
  record Shape(UnitSize units, Buckets buckets, Map<String, String> learnedBy) {
    Shape {
      learnedBy = new TreeMap<>(learnedBy);
    }

    /** What an input asks for. */
    static Shape of(List<Input> files, BuildSettings settings) {
      return new Shape(UnitSize.of(files), Buckets.forInput(files), Epoch.learners(settings));
    }
  }

  private static Map<String, String> learners(BuildSettings settings) {
    return learners(Algorithms.ofReading(), settings);
  }

  /** The same with versions of the algorithms. */
  static Map<String, String> learners(Map<String, String> versions, BuildSettings settings) {
    Map<String, String> all = new TreeMap<>(versions);
    all.keySet().retainAll(LEARNERS);
    all.put("html_settings", String.valueOf(settings.html()));
    all.put("dump_settings", String.valueOf(settings.dumps()));
    return all;
  }

  /** Its bytes. */
  byte[] toBytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(JSON.writeValueAsBytes(shape));
    out.write('\n');
    if (siteModels != null) {
      out.writeBytes(siteModels);
    }
    return out.toByteArray();
  }

  private static Epoch of(byte[] bytes) throws IOException {
    int line = 0;
    while (bytes[line] != '\n') {
      line++;
    }
    Shape shape = JSON.readValue(new String(bytes, 0, line, StandardCharsets.UTF_8), Shape.class);
    byte[] models = new ByteArrayInputStream(bytes, line + 1, bytes.length).readAllBytes();
    return new Epoch(shape, models.length == 0 ? null : models);
  }

  /**
   * The epoch of a finished generation; null where it has none, being older than epochs are.
   *
   * @throws Failure where its file is not what the manifest says
   */
  static Epoch read(Storage generation) throws IOException, Failure {
    String sha256 = Manifest.read(generation).json().path("side_files").path(NAME).asText(null);
    if (sha256 == null) {
      return null;
    }
    try {
      byte[] bytes = Retry.DEFAULT.run(() -> bytes(generation));
      if (Sha256.of(bytes).equals(sha256)) {
        return of(bytes);
      }
    } catch (NoSuchFileException e) {
      // told below
    }
    throw new Failure(Failure.OTHER, "the epoch of " + generation + " is damaged or lost");
  }

  private static byte[] bytes(Storage generation) throws IOException {
    try (InputStream in = generation.open(NAME)) {
      return in.readAllBytes();
    }
  }

  /** Whether it is the epoch of a generation. */
  boolean isOf(Manifest manifest) throws IOException {
    String sha256 = manifest.json().path("side_files").path(NAME).asText(null);
    return Sha256.of(toBytes()).equals(sha256);
  }

  /** Why an input with these settings needs another epoch; null where it does not. */
  String misfit(List<Input> files, BuildSettings settings) {
    if (!learners(settings).equals(shape.learnedBy())) {
      return "what is learned of sites hangs on other versions or settings";
    }
    long before = Math.max(1, shape.buckets().dumpBytes());
    long now = Math.max(1, Buckets.forInput(files).dumpBytes());
    if (now / MOST_GROWTH > before || before / MOST_GROWTH > now) {
      return "the input has " + now + " bytes instead of " + before;
    }
    return null;
  }
}
