package org.copydesk.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which texts train a model, as YAML:
 *
 * <pre>
 * vocabulary: ../shared/data/iptc/cptall-en-US.json
 * language: en
 * sources:
 *   - {file: huffpost.jsonl.gz, licence: CC BY 4.0, per-class: 1500}
 * </pre>
 *
 * @param vocabulary the taxonomy; null when the codes of the texts are the classes
 * @param language of the texts, ISO 639-1; null when mixed
 * @param teacher soft labels by hash, as {@link TeacherLabels} reads them; null: none
 * @param teacherShare how much of a target is the teacher's where the text has labels as well
 * @param definitionsWeight weight of each of the vocabulary's definitions as a text; 0: unused
 */
public record TrainingRecipe(
    Path vocabulary,
    String language,
    Path teacher,
    @JsonProperty("teacher-share") double teacherShare,
    @JsonProperty("definitions-weight") double definitionsWeight,
    List<Source> sources) {

  /**
   * One labelled file.
   *
   * @param name of the source; null: the file's name
   * @param perClass at most so many texts of a class, chosen by hash; 0: all
   * @param weight of each text; 0 means 1
   * @param labels whether the texts' own labels count; null means yes
   * @param heldBack whether parts are kept for testing and calibrating; null means yes
   * @param teach how many of its texts a teacher labels
   */
  public record Source(
      Path file,
      String name,
      String licence,
      @JsonProperty("per-class") int perClass,
      double weight,
      Boolean labels,
      @JsonProperty("held-back") Boolean heldBack,
      int teach) {
    public Source {
      if (file == null) {
        throw new IllegalArgumentException("a source has a file");
      }
      String last = file.getFileName().toString();
      name = name == null ? last.substring(0, (last + ".").indexOf('.')) : name;
      weight = weight == 0 ? 1 : weight;
      labels = labels == null || labels;
      heldBack = heldBack == null || heldBack;
    }
  }

  public TrainingRecipe {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }

  /** Files as they are: nothing capped, definitions (if there is a vocabulary) as texts. */
  public static TrainingRecipe of(List<Path> inputs, Path vocabulary) {
    return new TrainingRecipe(
        vocabulary,
        null,
        null,
        0,
        vocabulary == null ? 0 : 1,
        inputs.stream().map(file -> new Source(file, null, null, 0, 1, true, true, 0)).toList());
  }

  /** Reads the YAML. */
  public static TrainingRecipe read(Path file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), TrainingRecipe.class);
  }
}
