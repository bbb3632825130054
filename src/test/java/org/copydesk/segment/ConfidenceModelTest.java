package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.model.Confidence;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.ConfidenceModel.Weights;
import org.junit.jupiter.api.Test;

class ConfidenceModelTest {
  private static final double[] EVERYTHING_FOR_IT = {1, 40};

  private static ConfidenceModel model(double ceiling) {
    return new ConfidenceModel(Map.of(Field.TITLE, new Weights(ceiling, new double[] {0, 1})));
  }

  @Test
  void whatSpeaksForItRaisesIt() {
    assertThat(model(1).of(Field.TITLE, new double[] {1, 0}), is(closeTo(.5, 1e-9)));
    assertThat(
        model(1).of(Field.TITLE, new double[] {1, 2}),
        is(greaterThan(model(1).of(Field.TITLE, new double[] {1, 1}))));
  }

  @Test
  void nothingIsSurerThanTheCeilingNorThanAsManyPagesAsTaughtItCouldShow() {
    assertThat(model(.94).of(Field.TITLE, EVERYTHING_FOR_IT), is(.94));
    assertThat(model(1).of(Field.TITLE, EVERYTHING_FOR_IT), is(.995));
    assertThat(model(.94).of(Field.TITLE, new double[] {1, -40}), is(.005));
  }

  @Test
  void itIsToldInThousandths() {
    double told = model(.97).of(Field.TITLE, new double[] {1, .37});
    assertThat(told * 1000, is(closeTo(Math.rint(told * 1000), 1e-9)));
  }

  @Test
  void aFieldThatNothingIsKnownOfHasNone() {
    assertThat(model(1).of(Field.BODY, EVERYTHING_FOR_IT), is(nullValue()));
    Confidence confidence =
        ConfidenceModel.confidence(model(1), EVERYTHING_FOR_IT, false, true, true);
    assertThat(confidence, is(Confidence.NONE));
  }

  @Test
  void theShippedOneHasACeilingForEachField() {
    ConfidenceModel shipped = ConfidenceModel.shipped("text", TextSigns.class);
    double[] most = new double[TextSigns.values().length];
    for (Field field : Field.values()) {
      assertThat(shipped.of(field, most), is(lessThanOrEqualTo(.5)));
    }
  }

  /** The file says how well it did on hosts and on a set that it has not learned from. */
  @Test
  void whatIsShippedWasMeasuredAndIsCalibrated() throws IOException {
    Pattern measured = Pattern.compile("# (html|text)( html-daniel)? +(\\w+) .* ECE ([.\\d]+) .*");
    int fields = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ConfidenceModel.class.getResourceAsStream("confidence.txt"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher figures = measured.matcher(line);
        if (figures.matches()) {
          assertThat(line, Double.parseDouble(figures.group(4)), is(lessThanOrEqualTo(.06)));
          fields++;
        }
      }
    }
    // Four fields of two sources, and body and title of the set.
    assertThat(fields, is(2 * (4 + 2)));
  }
}
