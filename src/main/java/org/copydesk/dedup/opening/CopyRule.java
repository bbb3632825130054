package org.copydesk.dedup.opening;

/** What decided. */
public enum CopyRule {
  SHINGLES("they share too few runs of five words"),
  QUANTITY("a quantity, a date or a time differs"),
  NEGATION("one denies what the other says"),
  OPPOSITE("a word stands for its opposite"),
  NAME("another name stands in its place"),
  SUBJECT("another subject stands in its place"),
  SWAPPED("two names changed places"),
  TEMPLATE("each names somebody again and again whom the other lacks"),
  DAYS("they are more than thirty days apart under different headlines"),
  HEADLINES("the text is too short to be known under another headline"),
  CAPTURE("only a notice or a menu was caught: hardly a word of the headlines is in the text"),
  ALIKE("headline and opening say the same"),
  LATER("the later one has whole new sentences, or its headline says so"),
  PART("one is part of the other, which is about more");

  private final String meaning;

  CopyRule(String meaning) {
    this.meaning = meaning;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }
}
