package org.copydesk.text;

/** Numbers that look like chance and are the same always: the finisher of SplitMix64. */
public final class Mixed {
  private Mixed() {}

  /** A number from 0 to 1, without 1. */
  public static double of(long place) {
    long mixed = (place + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return (mixed >>> 11) * 0x1p-53;
  }
}
