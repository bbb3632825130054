package org.copydesk.dedup.opening;

/**
 * A number while its words are read: "two", "hundred", "fifty" is 250, "mille", "neuf", "cent" is
 * 1900, "hai", "mươi", "lăm" is 25. What does not go on with the number is not taken.
 */
final class NumberSum {
  /** What a word does to the words before it. */
  enum Role {
    /** Is added, where it is smaller than what stands before. */
    VALUE,
    /** Multiplies what stands before: ten, hundred, thousand and so on. */
    TIMES,
    /** Ten more: Indonesian "belas". */
    TEEN
  }

  /**
   * A word of a number.
   *
   * @param value what it is worth, or by how much it multiplies
   * @param isValue whether a multiplier also is a number by itself: "hundert", "yüz"
   */
  record Part(double value, Role role, boolean isValue) {
    Part(double value, Role role) {
      this(value, role, role == Role.VALUE);
    }
  }

  private static final double THOUSAND = 1000;

  private final String language;
  private double total;
  private double group = -1;
  private double last;
  private double scale = Double.MAX_VALUE;
  private boolean isStarted;
  private boolean isDigits;

  NumberSum(String language) {
    this.language = language;
  }

  double value() {
    return total + Math.max(0, group);
  }

  boolean isStarted() {
    return isStarted;
  }

  /** Whether it began with figures: only a multiplier goes on with them. */
  boolean isDigits() {
    return isDigits;
  }

  /** The multiplier that was read last, 1 where a smaller word came after it. */
  double unit() {
    return group < 0 && scale < Double.MAX_VALUE ? scale : 1;
  }

  /** Begins with a figure. */
  void digits(double value) {
    group = value;
    last = 0;
    isStarted = true;
    isDigits = true;
  }

  /** Adds a part of a unit: "and a half". */
  void add(double more) {
    double by = unit();
    if (group < 0) {
      total += more * by;
    } else {
      group += more;
      last = 0;
    }
    isStarted = true;
  }

  /** Begins with a part of a unit: "half", "three quarters". */
  void fraction(double value) {
    group = value;
    last = 0;
    isStarted = true;
  }

  /** Makes the number so many times as much. */
  void multiply(double by) {
    group = (isStarted ? value() : 1) * by;
    total = 0;
    last = 0;
    isStarted = true;
  }

  /**
   * Takes the next word; false where it is no part of this number.
   *
   * @param isLinked whether "and" stands before it
   */
  boolean takes(Part part, boolean isLinked) {
    boolean isTaken =
        switch (part.role()) {
          case VALUE ->
              (!isDigits || part.value() >= THOUSAND) && takesValue(part.value(), isLinked);
          case TIMES ->
              (!isLinked && multiplies(part.value()))
                  || (part.isValue() && !isDigits && takesValue(part.value(), isLinked));
          case TEEN -> takesTeen();
        };
    isStarted |= isTaken;
    return isTaken;
  }

  private boolean takesTeen() {
    if (group < 0 || last < 1 || last > 9) {
      return false;
    }
    group += 10;
    last = 1;
    return true;
  }

  private boolean multiplies(double by) {
    if (!isStarted) {
      return false;
    }
    if (by < THOUSAND) {
      boolean isTen = by == 10;
      if (group <= 0 || (isTen ? last < 1 || last > 9 : group >= 100)) {
        return false;
      }
      group += (isTen ? last : group) * (by - 1);
      last = isTen ? last * by : by;
      return true;
    }
    if (by < scale && group >= 0) {
      total += (group == 0 ? 1 : group) * by;
    } else if (by > scale) {
      total = value() * by; // "mil millones", "2 lakh crore"
    } else {
      return false;
    }
    group = -1;
    last = by;
    scale = by;
    return true;
  }

  private boolean takesValue(double value, boolean isLinked) {
    if (value >= THOUSAND) {
      boolean isPower = value == THOUSAND || value == 1e6 || value == 1e9;
      if (isPower && isStarted) {
        return !isLinked && multiplies(value);
      }
      double unit = unitOf(value);
      if (group >= 0 || unit >= scale) {
        return false;
      }
      total += value;
      last = value;
      scale = unit;
      return true;
    }
    if (value >= scale) {
      return false;
    }
    if (group < 0) {
      group = value;
      last = value;
      return true;
    }
    boolean isUnit = last >= 1 && last <= 9;
    if (isUnit && !isLinked) {
      double more =
          value == 100
              ? last * 99
              : value == 20 && last == 4 && language.equals("fr")
                  ? 76
                  : value == 10 && language.equals("vi")
                      ? last * 9
                      : value == 10 && isSemitic() ? 10 : 0;
      if (more > 0) {
        group += more;
        last = value == 100 ? 100 : more == 76 ? 80 : more == 10 ? 1 : last * 10;
        return true;
      }
    }
    boolean isTens = last >= 20 && last < 100 && last % 10 == 0;
    boolean fits =
        (last >= 100 && last % 100 == 0 && value < 100)
            || (isTens && value < (language.equals("fr") && last >= 60 ? 20 : 10))
            || (last == 10 && value < 10 && !language.equals("en"))
            || (isUnit
                && isLinked
                && value >= 20
                && value < 100
                && value % 10 == 0
                && unitsFirst());
    if (!fits) {
      return false;
    }
    group += value;
    last = isUnit ? 1 : value;
    return true;
  }

  /** The multiplier that a value is so many of. */
  private double unitOf(double value) {
    if (language.equals("ko")) {
      return value % 1e8 == 0 ? 1e8 : value % 1e4 == 0 ? 1e4 : THOUSAND;
    }
    return value % 1e9 == 0 ? 1e9 : value % 1e6 == 0 ? 1e6 : THOUSAND;
  }

  private boolean isSemitic() {
    return language.equals("ar") || language.equals("he");
  }

  private boolean unitsFirst() {
    return switch (language) {
      case "ar", "de", "nl", "da", "nb", "sl" -> true;
      default -> false;
    };
  }
}
