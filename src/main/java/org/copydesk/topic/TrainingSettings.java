package org.copydesk.topic;

/**
 * How a topic model is trained; {@link #standard()} holds what was measured best.
 *
 * @param bits rows of the matrix: 2 to the power of bits
 * @param bigrams whether pairs of neighbouring words count as well
 * @param words words of title and body that count, each
 * @param leadWords texts longer than this are also learned by their title and first words alone, so
 *     that one model serves articles and teasers; 0: they are not
 * @param courses models trained one after the other, whose weights are averaged
 * @param epochs times a course sees every text
 * @param rate AdaGrad's learning rate (.05 underfits)
 * @param dropout share of a text's words left out by chance each time it is seen
 * @param leastTexts words met in fewer texts are left out
 * @param balance 0 leaves rare classes rare, 1 gives all classes the same weight
 * @param seed of the order in which texts are seen
 * @param unsureBelow see {@link ModelHeader}
 * @param listedFrom see {@link ModelHeader}
 * @param mostListed see {@link ModelHeader}
 * @param leastWords see {@link ModelHeader}
 * @param language ISO 639-1 code of the texts; null when they are mixed
 */
public record TrainingSettings(
    int bits,
    boolean bigrams,
    int words,
    int leadWords,
    int courses,
    int epochs,
    double rate,
    double dropout,
    int leastTexts,
    double balance,
    long seed,
    double unsureBelow,
    double listedFrom,
    int mostListed,
    int leastWords,
    String language) {
  /** 2¹⁸ rows, unigrams, leads of 40 words learned as well, three courses of 8 epochs at .2. */
  public static TrainingSettings standard() {
    return new TrainingSettings(18, false, 250, 40, 3, 8, .2, .2, 2, .5, 1, .4, .2, 3, 5, null);
  }

  /** What a recipe says goes before. */
  TrainingSettings of(TrainingRecipe recipe) {
    return new TrainingSettings(
        bits,
        bigrams,
        words,
        leadWords,
        courses,
        epochs,
        rate,
        recipe.dropout() == null ? dropout : recipe.dropout(),
        leastTexts,
        balance,
        seed,
        unsureBelow,
        listedFrom,
        mostListed,
        leastWords,
        recipe.language() == null ? language : recipe.language());
  }

  public TrainingSettings withBits(int number) {
    return new TrainingSettings(
        number,
        bigrams,
        words,
        leadWords,
        courses,
        epochs,
        rate,
        dropout,
        leastTexts,
        balance,
        seed,
        unsureBelow,
        listedFrom,
        mostListed,
        leastWords,
        language);
  }
}
