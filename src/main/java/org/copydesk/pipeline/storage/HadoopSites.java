package org.copydesk.pipeline.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Hadoop's settings on the machine a build starts from: {@code core-site.xml} and {@code
 * hdfs-site.xml} in {@code HADOOP_CONF_DIR}. They travel with the build, so workers need no such
 * folder.
 */
public final class HadoopSites {
  private static final List<String> FILES = List.of("core-site.xml", "hdfs-site.xml");

  private HadoopSites() {}

  public static Map<String, String> settings() {
    return settings(System.getenv("HADOOP_CONF_DIR"));
  }

  /**
   * @param folder of the site files; null for none
   */
  public static Map<String, String> settings(String folder) {
    TreeMap<String, String> settings = new TreeMap<>();
    if (folder == null) {
      return settings;
    }
    List<Path> sites = new ArrayList<>();
    for (String file : FILES) {
      Path path = Path.of(folder, file);
      if (Files.isReadable(path)) {
        sites.add(path);
      }
    }
    try {
      Configuration read = new Configuration(false);
      sites.forEach(path -> read.addResource(new org.apache.hadoop.fs.Path(path.toUri())));
      read.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    } catch (LinkageError e) {
      // Built without Hadoop's runtime: nothing here opens hdfs: either.
      return new TreeMap<>();
    }
    return settings;
  }
}
