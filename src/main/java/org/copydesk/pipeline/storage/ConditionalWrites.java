package org.copydesk.pipeline.storage;

import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Writes that an object store carries out only if nothing has the name yet, which Beam's file
 * systems cannot be relied on for. The profile of a store brings the class for its scheme.
 */
interface ConditionalWrites {
  /** Names and not classes: they are there only where the profile was built. */
  Map<String, String> BY_SCHEME =
      Map.of(
          "s3", "org.copydesk.pipeline.storage.S3ConditionalWrites",
          "gs", "org.copydesk.pipeline.storage.GcsConditionalWrites");

  /**
   * Writes an object unless one of its name is there; the store decides, in one step.
   *
   * @param options how the store is reached, as Beam's file system for it reads them
   * @return whether this call wrote it; false also where it did and its answer was lost
   */
  boolean createIfAbsent(PipelineOptions options, String location, byte[] content)
      throws IOException;

  /** What writes to a scheme, in lower case; null when nothing on the class path does. */
  static ConditionalWrites to(String scheme) {
    String name = scheme == null ? null : BY_SCHEME.get(scheme);
    if (name == null) {
      return null;
    }
    try {
      return (ConditionalWrites) Class.forName(name).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
