package org.copydesk.row;

import java.util.Arrays;
import java.util.List;
import org.copydesk.quality.QualitySignals;
import org.copydesk.quality.Signal;
import org.copydesk.quality.SignalMeanings;
import org.copydesk.table.Column;
import org.copydesk.table.Fields;

/** The fields of the column {@code quality}: one per {@link Signal}, by its name. */
public final class SignalFields implements Fields<QualitySignals> {
  private static final Signal[] SIGNALS = Signal.values();
  private static final List<Column> COLUMNS =
      Arrays.stream(SIGNALS).map(SignalFields::column).toList();

  private static Column column(Signal signal) {
    return new Column(
        signal.key(),
        signal.type() == Signal.Type.COUNT ? Column.Scalar.LONG : Column.Scalar.DOUBLE,
        SignalMeanings.of(signal),
        true,
        Column.Words.NONE);
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public Object value(QualitySignals of, int column) {
    Signal signal = SIGNALS[column];
    double value = of.value(signal);
    // Not known, as where a row is read that nobody here wrote.
    if (Double.isNaN(value)) {
      return null;
    }
    return signal.type() == Signal.Type.COUNT ? (Object) (long) value : (Object) value;
  }

  @Override
  public QualitySignals make(Object[] values) {
    double[] signals = new double[values.length];
    Arrays.setAll(
        signals, i -> values[i] == null ? Double.NaN : ((Number) values[i]).doubleValue());
    return QualitySignals.of(signals);
  }
}
