package org.copydesk.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copydesk.text.YamlText;

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
 * @param dropout share of a text's words left out by chance, as {@link TrainingSettings} says;
 *     null: the usual
 * @param temperatures by length, where they were measured on texts of another kind than those that
 *     train; empty: they are fitted
 * @param embeddings models that teach, where the teacher's labels are made; empty: two for English
 */
public record TrainingRecipe(
    Path vocabulary,
    String language,
    Path teacher,
    @JsonProperty("teacher-share") double teacherShare,
    @JsonProperty("definitions-weight") double definitionsWeight,
    Double dropout,
    List<Temperature> temperatures,
    List<Embeddings> embeddings,
    List<Source> sources) {

  /**
   * A model of sentence embeddings as ONNX, with the tokeniser it was trained with. One that was
   * trained on many languages teaches from English definitions what texts of the others are about.
   *
   * @param model {@code model.onnx}
   * @param tokenizer its {@code tokenizer.json}
   * @param prefix what it wants to be told before a text, such as {@code "query: "}; null: nothing
   * @param pooling {@code mean} (null as well) or {@code cls}, as its publisher says
   */
  public record Embeddings(Path model, Path tokenizer, String prefix, String pooling) {
    public Embeddings {
      if (model == null || tokenizer == null) {
        throw new IllegalArgumentException("embeddings have a model and a tokenizer");
      }
      pooling = pooling == null ? "mean" : pooling;
      if (!pooling.equals("mean") && !pooling.equals("cls")) {
        throw new IllegalArgumentException("pooling is mean or cls, not " + pooling);
      }
      prefix = prefix == null ? "" : prefix;
    }
  }

  /**
   * One labelled file.
   *
   * @param name of the source; null: the file's name
   * @param perClass at most so many texts of a class, chosen by hash; 0: all
   * @param weight of each text; 0 means 1
   * @param labels whether the texts' own labels count; null means yes
   * @param heldBack whether parts are kept for testing and calibrating; null means yes
   * @param teach how many of its texts a teacher labels
   * @param paragraphs more than 0: not the texts train but so many of each one's paragraphs, from
   *     the second on, those of {@value #LEAST_WORDS} words and more
   */
  public record Source(
      Path file,
      String name,
      String licence,
      @JsonProperty("per-class") int perClass,
      double weight,
      Boolean labels,
      @JsonProperty("held-back") Boolean heldBack,
      int teach,
      int paragraphs) {
    /** A shorter paragraph is a heading or a credit. */
    private static final int LEAST_WORDS = 20;

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

    /** A file as it is, all of it, held back in parts. */
    static Source of(Path file, String name, String licence) {
      return new Source(file, name, licence, 0, 1, true, true, 0, 0);
    }

    /**
     * The texts that train, in the order of the file.
     *
     * @throws IllegalArgumentException when it has none: a model without them would not be the one
     *     that the recipe says
     */
    List<TopicExample> texts(LabelledTexts reader) throws IOException {
      List<TopicExample> texts = reader.read(file);
      if (texts.isEmpty()) {
        throw new IllegalArgumentException(
            file + " has no labelled texts: a model would be trained without it");
      }
      return paragraphs == 0
          ? texts
          : texts.stream().flatMap(text -> text.paragraphs(LEAST_WORDS, paragraphs)).toList();
    }
  }

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  public TrainingRecipe {
    sources = sources == null ? List.of() : List.copyOf(sources);
    temperatures = temperatures == null ? List.of() : List.copyOf(temperatures);
    embeddings = embeddings == null ? List.of() : List.copyOf(embeddings);
  }

  /** The same for other texts. */
  TrainingRecipe withSources(List<Source> others) {
    return new TrainingRecipe(
        vocabulary,
        language,
        teacher,
        teacherShare,
        definitionsWeight,
        dropout,
        temperatures,
        embeddings,
        others);
  }

  /** Files as they are: nothing capped, definitions (if there is a vocabulary) as texts. */
  public static TrainingRecipe of(List<Path> inputs, Path vocabulary) {
    return new TrainingRecipe(
        vocabulary,
        null,
        null,
        0,
        vocabulary == null ? 0 : 1,
        null,
        List.of(),
        List.of(),
        inputs.stream().map(file -> Source.of(file, null, null)).toList());
  }

  /**
   * Reads the YAML.
   *
   * @throws IllegalArgumentException with file and line, when it is not as it should be
   */
  public static TrainingRecipe read(Path file) throws IOException {
    try {
      return YAML.readValue(YamlText.of(Files.readString(file)).text(), TrainingRecipe.class);
    } catch (YamlText.Fault e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(place(file, e) + "no " + e.getPropertyName() + " here", e);
    } catch (JsonMappingException e) {
      boolean isOurs = e.getCause() instanceof IllegalArgumentException;
      String message = isOurs ? e.getCause().getMessage() : "a value of the wrong kind";
      throw new IllegalArgumentException(place(file, e) + message, e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(place(file, e) + "a value that cannot be read", e);
    }
  }

  private static String place(Path file, JsonProcessingException e) {
    boolean isKnown = e.getLocation() != null && e.getLocation().getLineNr() > 0;
    return file + ": " + (isKnown ? "line " + e.getLocation().getLineNr() + ": " : "");
  }
}
