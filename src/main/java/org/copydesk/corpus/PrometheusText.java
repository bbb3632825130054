package org.copydesk.corpus;

import java.math.BigDecimal;

/** Writes Prometheus' text format: {@code copydesk_rows{table="articles"} 37}. */
final class PrometheusText {
  private final StringBuilder out = new StringBuilder();
  private String name;

  /** Begins a metric. */
  PrometheusText gauge(String metric, String help) {
    name = metric;
    out.append("# HELP ").append(metric).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(metric).append(" gauge\n");
    return this;
  }

  /**
   * Adds a value of the metric.
   *
   * @param labels names and values in turn
   */
  PrometheusText sample(double value, String... labels) {
    out.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      out.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      out.append(escaped(labels[i + 1])).append('"');
    }
    out.append(labels.length == 0 ? " " : "} ");
    // No exponents: people read these files too.
    out.append(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()).append('\n');
    return this;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
