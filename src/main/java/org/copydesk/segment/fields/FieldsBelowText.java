package org.copydesk.segment.fields;

import java.util.List;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;

/** The fields that stand below an archive's text: copyright, load date, ids, the document's end. */
final class FieldsBelowText {
  /** Words of a field below the text that ends in a full stop. */
  private static final int LONGEST_SENTENCE_IN_FIELD = 12;

  /** Lines of a rule that encloses fields ("---"), or parts them. */
  private static final String RULES = "-=_*~";

  private final List<Unit> read;
  private final UnitScanner scanner;
  private final boolean isTagged;

  /**
   * @param isTagged whether fields have tags of two letters
   */
  FieldsBelowText(List<Unit> read, UnitScanner scanner, boolean isTagged) {
    this.read = read;
    this.scanner = scanner;
    this.isTagged = isTagged;
  }

  /**
   * First of their lines, looked for from the end; the page's lines where there are none.
   *
   * @param body first line that may be of the text
   */
  int from(int body) {
    int tail = read.size();
    int open = read.size();
    while (open > body) {
      Unit unit = read.get(open - 1);
      if (isBelowText(unit)) {
        tail = open - 1;
      } else if (unit.isAfterBlank || unit.isProse()) {
        // A line no field speaks for, and none above it in its block does.
        break;
      }
      open--;
    }
    return tail;
  }

  private boolean isBelowText(Unit unit) {
    FieldNames.Field tag = isTagged ? FieldNames.readTag(text(unit)) : null;
    // "Notes: The council met twice …" is a paragraph.
    boolean isSentence = unit.isProse() && unit.size() > LONGEST_SENTENCE_IN_FIELD;
    boolean isField =
        isTagged
            ? tag != null && FieldNames.isTagBelowText(tag)
            : !isSentence && FieldNames.isBelowText(text(unit));
    boolean isRight = unit.hasCopyright || ProviderReader.credit(unit) == ProviderReader.COPYRIGHT;
    return isField
        || isRight
        || FieldNames.endsDocument(text(unit))
        || isRule(unit, scanner)
        || FieldNames.isDocumentId(text(unit));
  }

  /** Whether a line is dashes or the like alone. */
  static boolean isRule(Unit unit, UnitScanner scanner) {
    String line = unit.letters + unit.digits > 0 ? "" : scanner.text(unit.start, unit.end);
    return line.length() >= 3 && line.chars().allMatch(c -> RULES.indexOf(c) >= 0);
  }

  private String text(Unit unit) {
    return scanner.text(unit.start, unit.end);
  }
}
