package org.copydesk.corpus;

import static org.copydesk.corpus.Column.number;
import static org.copydesk.corpus.Column.real;

import java.util.List;

/** The fields of the columns {@code quality} and {@code pii}. */
final class SignalColumns {
  static final List<Column> QUALITY =
      List.of(
          number("words", "tokens of the text"), real("mean_word_length", "characters a token"));

  static final List<Column> PII =
      List.of(
          number("emails", "e-mail addresses"),
          number("phones", "telephone numbers"),
          number("ips", "IP addresses"),
          number("cards", "payment card numbers"),
          number("ibans", "bank account numbers"));

  private SignalColumns() {}
}
