package org.copydesk.corpus;

import static org.copydesk.corpus.Column.number;
import static org.copydesk.corpus.Column.real;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.QualitySignals;
import org.copydesk.quality.Signal;
import org.copydesk.quality.SignalMeanings;

/** The fields of the columns {@code quality} and {@code pii}, and their values. */
public final class SignalColumns {
  static final List<Column> QUALITY =
      Arrays.stream(Signal.values()).map(SignalColumns::column).toList();

  static final List<Column> PII =
      List.of(
          number("email", "e-mail addresses"),
          number("phone", "telephone numbers"),
          number("ip", "IP addresses"),
          number("card", "payment card numbers"),
          number("iban", "bank account numbers"));

  private SignalColumns() {}

  private static Column column(Signal signal) {
    String meaning = SignalMeanings.of(signal);
    return signal.type() == Signal.Type.COUNT
        ? number(signal.key(), meaning)
        : real(signal.key(), meaning);
  }

  /** A value of the column {@code quality}. */
  public static Object[] quality(QualitySignals signals) {
    List<Object> values = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      double value = signals.value(signal);
      if (signal.type() == Signal.Type.COUNT) {
        values.add((long) value);
      } else {
        values.add(value);
      }
    }
    return values.toArray();
  }

  /** A value of the column {@code pii}. */
  public static Object[] pii(PersonalData.Counts counts) {
    return new Object[] {
      (long) counts.email(),
      (long) counts.phone(),
      (long) counts.ip(),
      (long) counts.card(),
      (long) counts.iban()
    };
  }
}
