package org.copydesk.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.evaluate.BenchmarkTexts;
import org.copydesk.evaluate.ContaminationInGeneration;
import org.copydesk.pipeline.suspects.FindSuspects;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;
import org.copydesk.topic.TopicModel;

/** Files that the user names beside the inputs, put into the work folder, where workers read. */
record UserFiles(BuildSettings settings) {
  /**
   * Puts all of them where every worker sees them.
   *
   * @param benchmarks dumps of texts for which articles are taken out
   */
  SideFiles sides(Storage work, Erasing erasing, List<String> benchmarks) throws IOException {
    return new SideFiles(
            suppressed(work, erasing.suppressed()),
            topicModel(work),
            null,
            benchmarks.isEmpty() ? null : benchmark(work, benchmarks))
        .withErased(erasing.write(work));
  }

  /** A model of the user's lies where the user is: workers get it from the work folder. */
  private SideFile topicModel(Storage work) throws IOException {
    return settings.topics() && settings.topicModel() != null
        ? SideFile.write(work, WorkNames.TOPIC_MODEL, whole(Path.of(settings.topicModel())))
        : null;
  }

  /** A hash of what articles are classified by; null where they are not. */
  String topics(SideFiles sides) {
    if (!settings.topics()) {
      return null;
    }
    return sides.topicModel() == null ? TopicModel.shippedDigest() : sides.topicModel().sha256();
  }

  /**
   * Puts the suppression lists, one behind the other, where every worker sees them.
   *
   * @param erased lines of what is erased
   */
  private SideFile suppressed(Storage work, List<String> erased) throws IOException {
    if (settings.suppress().isEmpty() && erased.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String list : settings.suppress()) {
      all.writeBytes(whole(Path.of(list)));
      all.write('\n');
    }
    for (String line : erased) {
      all.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return SideFile.write(work, WorkNames.SUPPRESSED, all.toByteArray());
  }

  /**
   * Puts texts of benchmarks, as what they are found by, where every worker sees them.
   *
   * @param files dumps of them, a record each
   */
  private static SideFile benchmark(Storage work, List<String> files) throws IOException {
    BenchmarkTexts texts =
        ContaminationInGeneration.texts(files.stream().map(Path::of).toList(), List.of());
    return FindSuspects.write(work, texts);
  }

  /** A file that ends before its time is not the same list with fewer lines. */
  private static byte[] whole(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != Files.size(file)) {
      throw new IOException(file + " has " + Files.size(file) + " bytes, read " + bytes.length);
    }
    return bytes;
  }
}
