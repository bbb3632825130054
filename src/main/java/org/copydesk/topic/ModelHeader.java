package org.copydesk.topic;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What a model file says about itself; the JSON in front of its matrix.
 *
 * @param codes classes in the order of the matrix columns
 * @param labels their names, same order
 * @param bits the matrix has 2 to the power of bits rows
 * @param ngrams sizes of word groups, {@code [1]} or {@code [1,2]}
 * @param words words of title and of body that count, each
 * @param hash name of the hash of a word
 * @param seed its seed
 * @param tokens version of {@link org.copydesk.text.Tokens}
 * @param normaliser version of {@link org.copydesk.text.Normaliser}
 * @param features version of the rule from tokens to rows
 * @param language ISO 639-1 code of the language it was trained on; null when it was not said
 * @param scales weight of one step of the int8 matrix, a class
 * @param biases added to a class's sum
 * @param temperatures sums are divided by that of the text's length before the softmax
 * @param unsureBelow the topic is null when its probability is lower
 * @param listedFrom classes at least this probable are listed
 * @param mostListed at most so many are listed
 * @param leastWords the topic is null when fewer trained rows are met
 * @param command what trained it
 * @param sources where the texts came from
 * @param figures what was measured on the part held back
 */
@JsonPropertyOrder({"codes", "labels", "bits", "ngrams", "words", "hash", "seed"})
public record ModelHeader(
    List<String> codes,
    List<String> labels,
    int bits,
    List<Integer> ngrams,
    int words,
    String hash,
    long seed,
    int tokens,
    int normaliser,
    int features,
    String language,
    double[] scales,
    double[] biases,
    List<Temperature> temperatures,
    double unsureBelow,
    double listedFrom,
    int mostListed,
    int leastWords,
    String command,
    List<Source> sources,
    Map<String, Double> figures) {

  /**
   * Texts of one origin.
   *
   * @param licence as its publisher states it; null when it was not said
   * @param texts how many of them trained the model
   */
  public record Source(String name, String licence, int texts) {}
}
