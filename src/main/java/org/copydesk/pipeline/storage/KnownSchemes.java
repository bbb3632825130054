package org.copydesk.pipeline.storage;

import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.HadoopStorage;

/** Tells of a location whose scheme this program cannot read, and how to get what can. */
final class KnownSchemes {
  /** Profiles of the build that bring a file system, by its scheme. */
  private static final Map<String, String> PROFILES = Map.of("s3", "s3", "gs", "gcs");

  private KnownSchemes() {}

  /**
   * @param location a path or an address
   * @param scheme of it; null for a path
   */
  static void check(String location, String scheme) throws Failure {
    if (scheme == null || HadoopStorage.SCHEMES.contains(scheme)) {
      return;
    }
    if (scheme.equals("http") || scheme.equals("https")) {
      throw new Failure(
          Failure.USAGE,
          location + ": " + scheme + " is not read; download it first (curl, wget), or pipe it in");
    }
    try {
      FileSystems.matchNewResource(scheme + "://a/b", false);
    } catch (IllegalArgumentException e) {
      String profile = PROFILES.get(scheme);
      throw new Failure(
          Failure.USAGE,
          location
              + ": "
              + (profile == null
                  ? "no file system is known for " + scheme + "; there are paths, hdfs, s3, gs"
                  : "this jar has no "
                      + scheme
                      + "; make clean jar PROFILES="
                      + profile
                      + " builds one that has"),
          e);
    }
  }
}
