package org.copydesk.corpus;

/**
 * An identity that must hold in a generation.
 *
 * @param name what is compared
 * @param left one side
 * @param right the other
 */
public record Check(String name, String left, String right) {
  static Check of(String name, Object left, Object right) {
    return new Check(name, String.valueOf(left), String.valueOf(right));
  }

  public boolean holds() {
    return left.equals(right);
  }
}
