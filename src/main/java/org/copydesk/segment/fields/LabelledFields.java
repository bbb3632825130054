package org.copydesk.segment.fields;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.copydesk.model.Label;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.text.Normaliser;

/**
 * A page whose parts are named where they stand, as archives, databases and readers export them:
 * the fields over the text and below it say what they hold, so nothing about them is guessed.
 *
 * <pre>
 * The Harbour Courier (London)       boilerplate
 * March 5, 2024 Tuesday              date
 * Council sells the granary          title
 * BYLINE: Ana Roe                    boilerplate (the name), byline
 * LENGTH: 312 words                  boilerplate
 * The council sold …                 body
 * LOAD-DATE: March 6, 2024           boilerplate
 * </pre>
 *
 * <p>Below an archive's fields everything up to the fields at the end is the text. What follows a
 * reader's ("Markdown Content:") may be a whole page and is left to {@link LineLabeller}.
 */
public final class LabelledFields {
  /** Lines among which a head has its fields. */
  private static final int LONGEST_HEAD = 40;

  /** Lines that may stand over the first field, and between two: paper, date, edition, title. */
  private static final int MOST_BETWEEN = 6;

  /** Words of a line between fields that is no text without a full stop. */
  private static final int LONGEST_UNNAMED = 30;

  /** Tags that make a head of Factiva's. */
  private static final int LEAST_TAGS = 3;

  /** Fields that make a head where no word of an archive or a reader says so. */
  private static final int LEAST_FIELDS = 3;

  private static final int LONGEST_TITLE_BYTES = 600;

  private static final State FURNITURE = State.INSIDE;
  private static final State BELOW_TEXT = State.AFTER;

  private final List<Unit> read;
  private final UnitScanner scanner;
  private final FieldNames.Field[] fields;
  private final List<Unit> units = new ArrayList<>();

  /** By unit what its field says it is; null where that is left open. */
  private final List<State> states = new ArrayList<>();

  private boolean isTagged;
  private boolean isArchive;
  private boolean isFenced;
  private String title;

  private LabelledFields(List<Unit> read, UnitScanner scanner) {
    this.read = read;
    this.scanner = scanner;
    this.fields = new FieldNames.Field[read.size()];
  }

  /** The fields of a page; null where it is no export of that kind. */
  public static LabelledFields read(List<Unit> units, UnitScanner scanner) {
    LabelledFields fields = new LabelledFields(units, scanner);
    return fields.findHead() ? fields : null;
  }

  /** The page's lines, with each field parted into its name and what it holds. */
  public List<Unit> units() {
    return units;
  }

  /** What the title's field holds; null when there is none. */
  public String title() {
    return title;
  }

  /** Whether the page says where its text begins and ends. */
  public boolean givesBody() {
    return isArchive;
  }

  /**
   * The labels of all lines.
   *
   * @param labeller labels the lines that no field speaks for; it is shown them together with what
   *     the fields hold of an article, and these lines' labels
   */
  public State[] label(BiFunction<List<Unit>, State[], State[]> labeller) {
    List<Integer> shown = new ArrayList<>();
    boolean isOpen = false;
    for (int i = 0; i < units.size(); i++) {
      State state = states.get(i);
      isOpen |= state == null;
      if (state == null || state.label != Label.BOILERPLATE) {
        shown.add(i);
      }
    }
    State[] labels = states.toArray(State[]::new);
    if (isOpen) {
      State[] known = shown.stream().map(states::get).toArray(State[]::new);
      State[] found = labeller.apply(shown.stream().map(units::get).toList(), known);
      for (int k = 0; k < found.length; k++) {
        labels[shown.get(k)] = found[k];
      }
    }
    return labels;
  }

  /**
   * Whether a line that no field speaks for may be the headline: where a field holds one, only the
   * page's own that says no more than the field ("Headline - Paper").
   */
  public boolean mayBeTitle(Unit unit) {
    if (title == null) {
      return true;
    }
    String folded = scanner.folded(unit.start, unit.end);
    return !folded.isEmpty() && Normaliser.normalise(title).startsWith(folded);
  }

  private boolean findHead() {
    int first = -1;
    int last = -1;
    int gap = 0;
    boolean hasTitle = false;
    boolean isSure = false;
    boolean isOfArchive = false;
    Set<String> names = new HashSet<>();
    isTagged = hasTags();
    for (int i = 0; i < read.size() && i < LONGEST_HEAD && gap <= MOST_BETWEEN; i++) {
      FieldNames.Field field = field(i);
      if (field == null && first >= 0 && isText(read.get(i))) {
        break;
      }
      if (field == null || isContinued(i)) {
        gap += field == null && isContinued(i) ? 0 : 1;
        continue;
      }
      fields[i] = field;
      first = first < 0 ? i : first;
      last = i;
      gap = 0;
      names.add(field.name());
      hasTitle |= field.kind() == FieldNames.Kind.TITLE;
      isOfArchive |= field.kind() == FieldNames.Kind.ARCHIVE;
      isArchive |= field.kind() == FieldNames.Kind.ARCHIVE || field.kind() == FieldNames.Kind.BODY;
      isSure |= field.kind() == FieldNames.Kind.READER;
      if (holdsText(field)) {
        break;
      }
    }
    isSure |= isArchive || isTagged;
    isArchive |= isTagged;
    boolean isFirst = first == 0 || (first == 1 && isFenced());
    boolean isHead =
        (isSure && names.size() >= (hasTitle || isOfArchive ? 2 : LEAST_FIELDS))
            || (hasTitle && (names.size() >= LEAST_FIELDS || (isFirst && names.size() == 2)));
    if (!isHead) {
      return false;
    }
    isFenced = isFenced();
    label(first, last);
    return true;
  }

  private boolean hasTags() {
    int tags = 0;
    boolean hasTitle = false;
    for (int i = 0; i < read.size() && i < LONGEST_HEAD; i++) {
      Unit unit = read.get(i);
      FieldNames.Field field =
          scanner.beginsInCapitals(unit) ? FieldNames.readTag(text(unit)) : null;
      tags += field == null ? 0 : 1;
      hasTitle |= field != null && field.kind() == FieldNames.Kind.TITLE;
    }
    return hasTitle && tags >= LEAST_TAGS;
  }

  /** Whether fields stand between two lines of dashes, as before a text in Markdown. */
  private boolean isFenced() {
    return scanner.text(read.get(0).start, read.get(0).end).equals("---");
  }

  private FieldNames.Field field(int i) {
    Unit unit = read.get(i);
    if (isTagged) {
      return FieldNames.readTag(text(unit));
    }
    boolean isLong = unit.end - unit.start > LONGEST_TITLE_BYTES && !unit.endsTerminal;
    return isLong || !FieldNames.mayBeField(unit, scanner) ? null : FieldNames.read(text(unit));
  }

  /** Whether a line below a field is of the text already. */
  private static boolean isText(Unit unit) {
    return unit.isAfterBlank && (unit.isProse() || unit.size() >= LONGEST_UNNAMED);
  }

  /** Whether a line right below a field goes on with what that holds, as a list does. */
  private boolean isContinued(int i) {
    Unit unit = read.get(i);
    return i > 0 && !unit.isAfterBlank && unit.contentStart > unit.start;
  }

  private String text(Unit unit) {
    return scanner.text(unit.start, unit.end);
  }

  private void label(int first, int last) {
    boolean hasTitle = false;
    for (FieldNames.Field field : fields) {
      hasTitle |= field != null && field.kind() == FieldNames.Kind.TITLE;
    }
    int unnamed = hasTitle ? -1 : titleBefore(first, last);
    int i = 0;
    for (; i < first; i++) {
      addUnnamed(read.get(i), i == unnamed);
    }
    int body = last + 1;
    while (i <= last) {
      FieldNames.Field field = fields[i];
      if (field == null) {
        addUnnamed(read.get(i), i == unnamed);
        i++;
        continue;
      }
      int end = endOfField(i);
      add(i, end, field);
      i = end;
      body = Math.max(body, end);
    }
    if (isFenced && body < read.size() && FieldsBelowText.isRule(read.get(body), scanner)) {
      add(read.get(body++), FURNITURE, "field-rule");
    }
    int tail = isArchive ? new FieldsBelowText(read, scanner, isTagged).from(body) : read.size();
    for (i = body; i < tail; i++) {
      addText(i, tail);
    }
    for (; i < read.size(); i++) {
      add(read.get(i), BELOW_TEXT, "field-below-text");
    }
  }

  /** Line after what a field holds: lines go on where no blank and no other field comes between. */
  private int endOfField(int i) {
    FieldNames.Field field = fields[i];
    boolean isEmpty = field.value().isEmpty() && !field.isBare();
    int end = i + 1;
    if (holdsText(field)) {
      return end;
    }
    boolean isShort =
        field.kind() == FieldNames.Kind.DATE || field.kind() == FieldNames.Kind.BYLINE;
    while (end < read.size()
        && fields[end] == null
        && !FieldsBelowText.isRule(read.get(end), scanner)) {
      boolean isHeld = end == i + 1 && isEmpty;
      Unit below = read.get(end);
      boolean goesOn = !below.isAfterBlank && !isShort && !below.isProse();
      if (!isHeld && !goesOn && !isContinued(end)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean holdsText(FieldNames.Field field) {
    return field.kind() == FieldNames.Kind.BODY || field.kind() == FieldNames.Kind.READER;
  }

  /** Adds the name of a field and what it holds as lines of their own. */
  private void add(int from, int to, FieldNames.Field field) {
    Unit unit = read.get(from);
    State state = state(field.kind());
    String rule = "field-" + field.kind().name().toLowerCase(Locale.ROOT);
    int end = read.get(to - 1).end;
    int value = unit.start + bytes(unit, field.valueStart());
    if (field.value().isEmpty()) {
      add(unit, FURNITURE, "field-name");
      value = to - 1 > from ? read.get(from + 1).start : end;
    } else if (value > unit.start) {
      Unit name = scanner.scan(unit.start, scanner.trimMargin(unit.start, value));
      name.isAfterBlank = unit.isAfterBlank;
      add(name, FURNITURE, "field-name");
    }
    if (value >= end) {
      return;
    }
    boolean isQuoted =
        isFenced
            && end - value > 2
            && scanner.text(value, value + 1).equals("\"")
            && scanner.text(end - 1, end).equals("\"");
    if (isQuoted) {
      add(scanner.scan(value, value + 1), FURNITURE, "field-name");
      value++;
      end--;
    }
    Unit held = scanner.scan(value, end);
    held.isJoined = to - 1 > from;
    add(held, state, rule);
    if (state == State.TITLE) {
      title = scanner.text(value, end).replaceAll("\\s+", " ");
    }
    if (isQuoted) {
      add(scanner.scan(end, end + 1), FURNITURE, "field-name");
    }
  }

  private int bytes(Unit unit, int chars) {
    return text(unit).substring(0, chars).getBytes(StandardCharsets.UTF_8).length;
  }

  private static State state(FieldNames.Kind kind) {
    return switch (kind) {
      case TITLE -> State.TITLE;
      case BYLINE -> State.BYLINE;
      case DATE -> State.DATE;
      case DATELINE -> State.DATELINE;
      case DECK, BODY -> State.BODY;
      case PROVIDER -> State.PROVIDER;
      default -> FURNITURE;
    };
  }

  private void addUnnamed(Unit unit, boolean isTitle) {
    if (isTitle) {
      title = text(unit);
      add(unit, State.TITLE, "title-over-fields");
    } else if (isDate(unit)) {
      add(unit, State.DATE, "date-line");
    } else {
      add(unit, FURNITURE, "field-unnamed");
    }
  }

  /** A line of the text; the last ones may name who supplied it. */
  private void addText(int i, int tail) {
    Unit unit = read.get(i);
    if (!isArchive) {
      units.add(unit);
      states.add(null);
      return;
    }
    boolean isCredit = false;
    if (i >= tail - 2 && i > 0 && unit.folded != null) {
      int credit = ProviderReader.credit(unit);
      isCredit = credit == ProviderReader.HOUSE || credit == ProviderReader.WORK;
    }
    FieldNames.Field mark = isTagged ? FieldNames.readTag(text(unit)) : null;
    if (mark != null) {
      add(i, i + 1, mark);
    } else {
      add(unit, isCredit ? State.PROVIDER : State.BODY, isCredit ? "provided-by" : "field-body");
    }
  }

  private void add(Unit unit, State state, String rule) {
    unit.rule = rule;
    units.add(unit);
    states.add(state);
  }

  /**
   * The title where no field names it. It stands over the fields: under the date, or over the
   * paper's name where nothing stands under the date ("Title, paper, date" and "paper, date,
   * title").
   */
  private int titleBefore(int first, int last) {
    int beforeDate = -1;
    int afterDate = -1;
    boolean hasDate = false;
    for (int i = 0; i < first; i++) {
      Unit unit = read.get(i);
      if (isDate(unit)) {
        hasDate = true;
      } else if (mayBeUnnamedTitle(unit)) {
        beforeDate = hasDate || beforeDate >= 0 ? beforeDate : i;
        afterDate = hasDate ? i : afterDate;
      }
    }
    if (afterDate >= 0) {
      return afterDate;
    }
    // "LENGTH: 312 words", then the title, then "BYLINE: …".
    for (int i = first; i < last && beforeDate < 0; i++) {
      beforeDate = fields[i] == null && mayBeUnnamedTitle(read.get(i)) ? i : beforeDate;
    }
    return beforeDate;
  }

  private boolean mayBeUnnamedTitle(Unit unit) {
    return unit.letters > 0
        && !unit.hasCopyright
        && !FieldNames.isEdition(unit)
        && unit.end - unit.start <= LONGEST_TITLE_BYTES
        && ProviderReader.credit(unit) != ProviderReader.COPYRIGHT;
  }

  private boolean isDate(Unit unit) {
    return unit.folded != null
        && unit.chars <= 120
        && unit.digits >= 3
        && DateReader.isDateLine(unit.folded);
  }
}
