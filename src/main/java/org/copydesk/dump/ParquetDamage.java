package org.copydesk.dump;

import org.copydesk.model.Reason;

/** What ends the reading of a row group, or of a whole Parquet file: a reason and its words. */
final class ParquetDamage extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  private ParquetDamage(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  static ParquetDamage damaged(String message) {
    return new ParquetDamage(Reason.PARQUET_DAMAGED, message);
  }

  static ParquetDamage of(Reason reason, String message) {
    return new ParquetDamage(reason, message);
  }

  /** What the library threw at bytes that it did not expect. */
  static ParquetDamage of(Throwable thrown, String where) {
    if (thrown instanceof Unchecked inner) {
      return of(inner.damage.reason, where + inner.damage.getMessage());
    }
    String message = thrown.getMessage();
    return damaged(where + (message == null ? thrown.getClass().getSimpleName() : message));
  }

  Reason reason() {
    return reason;
  }

  /** The way of a damage through calls of the library, which declare no exception. */
  Unchecked unchecked() {
    return new Unchecked(this);
  }

  /** See {@link #unchecked}. */
  static final class Unchecked extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ParquetDamage damage;

    private Unchecked(ParquetDamage damage) {
      super(damage);
      this.damage = damage;
    }
  }
}
