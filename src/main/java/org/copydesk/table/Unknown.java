package org.copydesk.table;

/** What a column does not know, where a figure is needed. */
public final class Unknown {
  private Unknown() {}

  /** The number; 0 where it is not known, as in what an older version wrote. */
  public static long asZero(Long number) {
    return number == null ? 0 : number;
  }
}
