package org.copydesk.pipeline.storage;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Uploads in parts that nobody finished, which some object stores keep until they are told
 * otherwise. The profile of a store brings the class for its scheme; Google's store ends its own.
 */
interface UnfinishedUploads {
  /** Names and not classes: they are there only where the profile was built. */
  Map<String, String> BY_SCHEME = Map.of("s3", "org.copydesk.pipeline.storage.S3UnfinishedUploads");

  /**
   * Ends those below a folder.
   *
   * @param options how the store is reached, as Beam's file system for it reads them
   * @param folder with its scheme
   * @param isDead whether the writer of a file is dead, by its name below the folder
   * @return how many there were
   */
  int end(PipelineOptions options, String folder, Predicate<String> isDead) throws IOException;

  /**
   * What knows the uploads to a scheme, in lower case; null when nothing on the class path does.
   */
  static UnfinishedUploads to(String scheme) {
    String name = scheme == null ? null : BY_SCHEME.get(scheme);
    if (name == null) {
      return null;
    }
    try {
      return (UnfinishedUploads) Class.forName(name).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
