package org.copydesk.pipeline;

import java.io.IOException;
import java.util.ServiceLoader;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Writes that an object store carries out only if nothing has the name yet, which Beam's file
 * systems cannot ask for. A service of the class path: the profile of a store brings it.
 */
public interface ConditionalWrites {
  /** Whether it writes to locations of this scheme, in lower case. */
  boolean serves(String scheme);

  /**
   * Writes an object unless one of its name is there; the store decides, in one step.
   *
   * @param options how the store is reached, as Beam's file system for it reads them
   * @return whether this call wrote it
   */
  boolean createIfAbsent(PipelineOptions options, String location, byte[] content)
      throws IOException;

  /** What writes to a scheme; null when nothing on the class path does. */
  static ConditionalWrites to(String scheme) {
    for (ConditionalWrites writes : ServiceLoader.load(ConditionalWrites.class)) {
      if (writes.serves(scheme)) {
        return writes;
      }
    }
    return null;
  }
}
