package org.copydesk.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.table.Table;

/**
 * The YAML at the head of a dataset card, as the loaders of Hugging Face read it: a configuration a
 * table, the articles first.
 */
final class CardFrontMatter {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private CardFrontMatter() {}

  /**
   * @param languages two- or three-letter codes, most frequent first
   * @param tables of the generation
   * @param licence as the Hub names it
   */
  static String of(
      String buildId,
      List<String> languages,
      long articles,
      List<Table<?>> tables,
      String licence) {
    Map<String, Object> front = new LinkedHashMap<>();
    front.put("pretty_name", "News corpus " + buildId);
    front.put("license", licence);
    if (!languages.isEmpty()) {
      front.put("language", languages);
    }
    front.put("size_categories", List.of(sizeCategory(articles)));
    front.put("task_categories", List.of("text-generation", "text-classification"));
    front.put("tags", List.of("news", "deduplicated", "copydesk"));
    List<Object> configs = new ArrayList<>();
    for (Table<?> table : tables) {
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("config_name", table.name());
      if (configs.isEmpty()) {
        config.put("default", true);
      }
      Map<String, Object> files = new LinkedHashMap<>();
      files.put("split", "train");
      files.put("path", table.name() + "/*.parquet");
      config.put("data_files", List.of(files));
      configs.add(config);
    }
    front.put("configs", configs);
    try {
      return "---\n" + YAML.writeValueAsString(front) + "---\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sizeCategory(long rows) {
    String[] names = {
      "n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B"
    };
    long bound = 1_000;
    for (String name : names) {
      if (rows < bound) {
        return name;
      }
      bound *= 10;
    }
    return "n>1B";
  }
}
