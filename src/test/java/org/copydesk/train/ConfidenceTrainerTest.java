package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.ConfidenceModel;
import org.copydesk.segment.ConfidenceModel.Weights;
import org.copydesk.train.ConfidenceTrainer.Example;
import org.junit.jupiter.api.Test;

class ConfidenceTrainerTest {
  private enum Sign {
    ALWAYS,
    AGREES,
    NOISE
  }

  private static final ConfidenceTrainer<Sign> TRAINER =
      new ConfidenceTrainer<>(Sign.class, (sign, field) -> field == Field.TITLE, field -> 1);

  /** Titles are right in 95 of 100 where sources agree and in 60 of 100 where they do not. */
  private static List<Example> examples(int count, double seen) {
    SplittableRandom random = new SplittableRandom(5);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean agrees = random.nextDouble() < .7;
      boolean isSeen = random.nextDouble() < seen;
      double right = isSeen ? 1 : agrees ? .95 : .6;
      double[] signs = {1, agrees ? 1 : 0, random.nextDouble()};
      examples.add(
          new Example("host" + i, isSeen, signs, Map.of(Field.TITLE, random.nextDouble() < right)));
    }
    return examples;
  }

  @Test
  void confidenceIsTheShareOfThoseThatAreRight() {
    ConfidenceModel model = new ConfidenceModel(TRAINER.train(examples(4000, 0)));
    assertThat(model.of(Field.TITLE, new double[] {1, 1, .5}), is(closeTo(.95, .02)));
    assertThat(model.of(Field.TITLE, new double[] {1, 0, .5}), is(closeTo(.6, .04)));
  }

  @Test
  void aFieldIsDrawnToTheMiddleByWhatItsOwnWeightsCost() {
    Map<Field, Weights> weights =
        new ConfidenceTrainer<>(
                Sign.class, (sign, field) -> true, field -> field == Field.TITLE ? 50 : .5)
            .train(
                examples(200, 0).stream()
                    .map(
                        e -> {
                          boolean right = e.right().get(Field.TITLE);
                          return new Example(
                              e.host(),
                              false,
                              e.signs(),
                              Map.of(Field.TITLE, right, Field.BODY, right));
                        })
                    .toList());
    int agrees = Sign.AGREES.ordinal();
    assertThat(
        weights.get(Field.TITLE).ofSigns()[agrees],
        is(lessThan(weights.get(Field.BODY).ofSigns()[agrees] / 2)));
  }

  @Test
  void pagesThatTheRulesWereMadeOnDoNotMakeItSurer() {
    ConfidenceModel model = new ConfidenceModel(TRAINER.train(examples(4000, .5)));
    assertThat(model.of(Field.TITLE, new double[] {1, 0, .5}), is(lessThan(.66)));
  }

  @Test
  void figuresTellHowFarItIsOffAndWhatLeavingOutTheWorstBrings() {
    Calibration.Figures figures =
        TRAINER.crossValidate(examples(2000, 0)).figures().get(Field.TITLE);
    assertThat(figures.fields(), is(2000));
    assertThat(figures.ece(), is(lessThan(.03)));
    assertThat(figures.wrong(), is(closeTo(.155, .03)));
    assertThat(figures.wrong() - figures.wrongWithoutWorst(), is(greaterThan(.02)));
  }

  /** One title in ten is wrong whatever the signs say: they are told apart below that ceiling. */
  @Test
  void mistakesThatNoSignShowsLowerTheCeilingAndNotTheWeights() {
    SplittableRandom random = new SplittableRandom(7);
    List<Example> plain = new ArrayList<>();
    List<Example> mixed = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      double agrees = random.nextDouble() * 4 - 1.5;
      boolean isRight = random.nextDouble() < 1 / (1 + Math.exp(-3 * agrees));
      double[] signs = {1, agrees, 0};
      plain.add(new Example("host" + i, false, signs, Map.of(Field.TITLE, isRight)));
      boolean isLucky = random.nextDouble() < .9;
      mixed.add(new Example("host" + i, false, signs, Map.of(Field.TITLE, isRight && isLucky)));
    }
    ConfidenceModel.Weights without = TRAINER.train(plain).get(Field.TITLE);
    ConfidenceModel.Weights with = TRAINER.train(mixed).get(Field.TITLE);
    assertThat(without.ceiling(), is(closeTo(1, .011)));
    assertThat(with.ceiling(), is(closeTo(.9, .021)));
    assertThat(with.ofSigns()[1], is(closeTo(without.ofSigns()[1], .4)));
    assertThat(
        new ConfidenceModel(Map.of(Field.TITLE, with)).of(Field.TITLE, new double[] {1, 2.4, 0}),
        is(closeTo(.9, .03)));
  }

  @Test
  void aFieldThatNoExampleKnowsHasNoConfidence() {
    ConfidenceModel model = new ConfidenceModel(TRAINER.train(examples(100, 0)));
    assertThat(model.of(Field.BODY, new double[] {1, 1, 1}) == null, is(true));
  }

  @Test
  void theSameExamplesGiveTheSameWeights() {
    assertThat(
        TRAINER.train(examples(300, .3)).get(Field.TITLE).ofSigns(),
        is(TRAINER.train(examples(300, .3)).get(Field.TITLE).ofSigns()));
  }
}
