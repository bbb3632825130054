package org.copydesk.command;

import java.util.Locale;

/** Whether what is printed has colours. */
enum Colour {
  /** On a terminal, unless NO_COLOR is set. */
  AUTO,
  ALWAYS,
  NEVER;

  boolean isWanted() {
    return this == ALWAYS || this == AUTO && Terminal.wantsColour();
  }

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
