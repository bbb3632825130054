package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.Opening.Type;

/**
 * Days of months and times of day out of words and numbers; what may be there or not is left out.
 */
final class DatesAndTimes {
  /** Numbers of a base unit are compared to a thousandth. */
  private static final double THOUSANDTHS = 1000;

  /** Longer words of units are no abbreviations, which may be other words: Portuguese "sem". */
  private static final int LONGEST_SYMBOL = 3;

  /** Letters of a currency's code. */
  private static final int CODE_LETTERS = 3;

  /** What stands behind the minutes of a time in Chinese, Japanese and Korean. */
  private static final Set<String> MINUTES = Set.of("分", WordForms.fold("분"));

  /** What stands for "below zero". */
  private static final String BELOW = "belowzero";

  private static final int HALF_DAY = 12 * 60;

  private DatesAndTimes() {}

  /** Tokens of pieces. */
  static List<Token> of(List<OpeningPiece> pieces, String language) {
    WordMeanings words = WordMeanings.SHIPPED;
    List<OpeningPiece> numbered =
        PeriodsAndShares.of(
            SpokenParts.of(
                NumberPhrases.of(
                    NumberCompounds.split(
                        HourWords.split(
                            KoreanParticles.strip(PointedDates.of(pieces, language), language),
                            language),
                        language),
                    language),
                language),
            language);
    List<Token> out = new ArrayList<>();
    for (int i = 0; i < numbered.size(); i++) {
      OpeningPiece piece = numbered.get(i);
      if (PlainWords.has(language, piece)) {
        out.add(piece.token());
        continue;
      }
      OpeningPiece next = i + 1 < numbered.size() ? numbered.get(i + 1) : null;
      boolean isBeforeName = next != null && next.type == Type.WORD && next.isCapital;
      if (piece.type == Type.WORD
          && (words.isDropped(language, piece.form)
              || (isBeforeName && words.polite.has(piece.form))
              || (next != null && next.type == Type.NUMBER && words.plus.has(piece.form)))) {
        if (next != null) {
          next.isStart |= piece.isStart;
        }
        continue;
      }
      // "March 5", "5 March", "5 de marzo", "on the 5th of March"
      Integer month = piece.type == Type.WORD ? MonthNames.month(language, piece.form) : null;
      boolean dayFollows =
          month != null && isDay(next) && MonthNames.mayStandFirst(language, piece.form);
      int monthAt = isDay(piece) ? monthAfter(numbered, i, language) : -1;
      if (dayFollows && !(i > 0 && isDay(numbered.get(i - 1)))) {
        OpeningPiece date = OpeningPiece.date(month, (int) next.value, 0, piece.isStart);
        i = withYear(numbered, i + 1, date);
        out.add(date.token());
        continue;
      }
      if (monthAt > 0) {
        OpeningPiece date =
            OpeningPiece.date(
                words.months.get(numbered.get(monthAt).form), (int) piece.value, 0, piece.isStart);
        i = withYear(numbered, monthAt, date);
        out.add(date.token());
        continue;
      }
      if (piece.type == Type.NUMBER && isHanDate(numbered, i)) {
        out.add(
            OpeningPiece.date((int) piece.value, (int) numbered.get(i + 2).value, 0, piece.isStart)
                .token());
        i += 3;
        continue;
      }
      Integer named = piece.type == Type.WORD ? words.clock.get(piece.form) : null;
      if (named != null) {
        boolean isTwelve = !out.isEmpty() && out.get(out.size() - 1).form().equals("number 12");
        if (isTwelve) {
          out.remove(out.size() - 1);
        }
        out.add(OpeningPiece.time(named, piece.isStart).token());
        continue;
      }
      int clock = clock(numbered, i, out, language);
      if (clock >= 0) {
        i = clock;
        continue;
      }
      if (piece.type == Type.NUMBER && isLabelled(numbered, i)) {
        out.add(new Token("no " + piece.form, Type.WORD, false, true, false, 0));
        continue;
      }
      if (piece.isDecade || isBesideDecade(numbered, i)) {
        piece.asDecade();
      }
      WordMeanings.Measure measure =
          next == null || next.type != Type.WORD || isCurrencyCode(next, language)
              ? null
              : words.measure(language, next.form);
      boolean isYears = measure != null && measure.base().equals("months") && isYear(piece);
      if (piece.type == Type.NUMBER && measure != null && !isYears) {
        boolean isBelow =
            i + 2 < numbered.size() && numbered.get(i + 2).form.equals(BELOW) && piece.value > 0;
        out.add(
            measured(
                isBelow ? OpeningPiece.number(-piece.value, piece.isStart, false) : piece,
                measure));
        i += isBelow ? 2 : 1;
        continue;
      }
      WordMeanings.Counted counted = piece.type == Type.WORD ? words.counted.get(piece.form) : null;
      if (counted != null) {
        out.add(counted(counted, piece));
        continue;
      }
      WordMeanings.Measure bare =
          piece.type == Type.WORD && piece.form.length() > LONGEST_SYMBOL
              ? words.notations.measure(language, piece.form)
              : null;
      if (bare != null) {
        out.add(OpeningPiece.word(bare.name(), piece.isCapital, piece.isStart).token());
        continue;
      }
      String currency =
          piece.type == Type.WORD ? words.notations.currency(language, piece.form) : null;
      out.add(
          currency == null
              ? piece.token()
              : OpeningPiece.word(currency, false, piece.isStart).token());
    }
    return out;
  }

  /** A number of a unit in its base: 1.5 kilometres are 1500 metres; a bare 1.5 may be the same. */
  private static Token measured(OpeningPiece number, WordMeanings.Measure measure) {
    double value = Math.round(number.value * measure.factor() * THOUSANDTHS) / THOUSANDTHS;
    Token plain = number.token();
    String form = OpeningPiece.number(value, false, false).token().form() + " " + measure.base();
    return new Token(
        form, Type.NUMBER, false, plain.isWeak(), plain.isStart(), 0, plain.form(), false);
  }

  /** "A fortnight": so many of a unit in one word. */
  private static Token counted(WordMeanings.Counted counted, OpeningPiece piece) {
    OpeningPiece number = OpeningPiece.number(counted.value(), piece.isStart, false);
    return new Token(
        number.token().form() + " " + counted.base(),
        Type.NUMBER,
        false,
        false,
        piece.isStart,
        0,
        null,
        false);
  }

  private static boolean isDay(OpeningPiece piece) {
    return piece != null
        && piece.type == Type.NUMBER
        && !piece.isMoney
        && piece.value >= 1
        && piece.value <= 31
        && piece.value == Math.rint(piece.value);
  }

  private static int monthAfter(List<OpeningPiece> pieces, int at, String language) {
    for (int i = at + 1; i < Math.min(pieces.size(), at + 3); i++) {
      OpeningPiece piece = pieces.get(i);
      if (piece.type != Type.WORD) {
        return -1;
      }
      if (MonthNames.month(language, piece.form) != null) {
        return i;
      }
      boolean isLink =
          piece.form.equals("de")
              || piece.form.equals("of")
              || piece.form.equals("d")
              || piece.form.equals("di")
              || piece.form.equals("ב");
      if (!isLink) {
        return -1;
      }
    }
    return -1;
  }

  private static int withYear(List<OpeningPiece> pieces, int at, OpeningPiece date) {
    int next = at + 1;
    if (next < pieces.size()
        && (pieces.get(next).form.equals("de") || pieces.get(next).form.equals("do"))) {
      next++;
    }
    if (next < pieces.size() && isSolarYear(pieces.get(next))) {
      date.ofSolarYear((int) pieces.get(next).value);
      return next;
    }
    if (next < pieces.size() && isYear(pieces.get(next))) {
      date.year = (int) pieces.get(next).value;
      return next;
    }
    return at;
  }

  /** A year of the Solar Hijri calendar of about now. */
  private static boolean isSolarYear(OpeningPiece piece) {
    return piece.type == Type.NUMBER
        && !piece.isMoney
        && piece.value >= 1300
        && piece.value < 1500
        && piece.value == Math.rint(piece.value);
  }

  private static boolean isYear(OpeningPiece piece) {
    return piece.type == Type.NUMBER
        && !piece.isMoney
        && piece.value >= 1500
        && piece.value < 2200
        && piece.value == Math.rint(piece.value);
  }

  private static boolean isHanDate(List<OpeningPiece> pieces, int i) {
    return i + 3 < pieces.size()
        && pieces.get(i + 1).form.equals("月")
        && isDay(pieces.get(i + 2))
        && (pieces.get(i + 3).form.equals("日") || pieces.get(i + 3).form.equals("号"));
  }

  /** A time that begins at a piece; the place of its last piece, -1 where there is none. */
  private static int clock(List<OpeningPiece> pieces, int at, List<Token> out, String language) {
    WordMeanings words = WordMeanings.SHIPPED;
    OpeningPiece piece = pieces.get(at);
    boolean isHour =
        piece.type == Type.NUMBER
            && !piece.isMoney
            && piece.value >= 0
            && piece.value <= 24
            && (piece.isSpeltFraction || piece.value * 100 - Math.floor(piece.value) * 100 < 60);
    if (!isHour && piece.type != Type.TIME) {
      return -1;
    }
    double fraction = piece.value - Math.floor(piece.value);
    int minutes =
        piece.type == Type.TIME
            ? piece.minutes
            : (int) piece.value * 60
                + (int) Math.round(fraction * (piece.isSpeltFraction ? 60 : 100));
    int last = at;
    boolean isTime = piece.type == Type.TIME;
    String ahead = out.isEmpty() ? "" : out.get(out.size() - 1).form();
    boolean isAhead = words.isAfternoon(language, ahead) || words.isMorning(language, ahead);
    if (words.hours.has(ahead)) {
      isTime = true;
      out.remove(out.size() - 1);
      ahead = out.isEmpty() ? "" : out.get(out.size() - 1).form();
      isAhead = words.isAfternoon(language, ahead) || words.isMorning(language, ahead);
    }
    if (at + 1 < pieces.size() && words.hours.has(pieces.get(at + 1).form)) {
      last = at + 1;
      isTime = true;
      boolean hasMinutes =
          last + 1 < pieces.size()
              && pieces.get(last + 1).type == Type.NUMBER
              && pieces.get(last + 1).value < 60
              && last + 2 < pieces.size()
              && MINUTES.contains(pieces.get(last + 2).form);
      if (hasMinutes) {
        minutes += (int) pieces.get(last + 1).value;
        last += 2;
      } else if (isMinutes(pieces, last)) {
        minutes += (int) pieces.get(last + 1).value;
        last++;
        last += isWord(pieces, last + 1, "phut") ? 1 : 0;
      }
      Double after =
          last + 1 < pieces.size() && pieces.get(last + 1).type == Type.WORD
              ? words.afterHour.get(pieces.get(last + 1).form)
              : null;
      if (after != null) {
        minutes += (int) Math.round(60 * after);
        last++;
      }
    } else if (isWord(pieces, at + 1)) {
      Double after = words.afterHour.get(pieces.get(at + 1).form);
      // "السادسة والنصف مساء": the half of the day alone says that it is a time.
      boolean isBeforeHalf =
          isWord(pieces, at + 2)
              && (words.isAfternoon(language, pieces.get(at + 2).form)
                  || words.isMorning(language, pieces.get(at + 2).form));
      if (after != null && (isTime || isBeforeHalf)) {
        minutes += (int) Math.round(60 * after);
        last++;
      }
    }
    boolean isHalfPast =
        last + 2 < pieces.size()
            && NumberPhrases.isLink(pieces.get(last + 1).form)
            && isPartOfHour(pieces.get(last + 2));
    if (isHalfPast) {
      minutes += (int) Math.round(60 * partOfHour(pieces.get(last + 2)));
      last += 2;
      isTime = true;
    }
    OpeningPiece half = last + 1 < pieces.size() ? pieces.get(last + 1) : null;
    boolean isPm = half != null && half.type == Type.WORD && words.isAfternoon(language, half.form);
    boolean isAm = half != null && half.type == Type.WORD && words.isMorning(language, half.form);
    if (isPm || isAm) {
      last++;
      isTime = true;
    } else if (isAhead) {
      isPm = words.isAfternoon(language, ahead);
      isTime = true;
      out.remove(out.size() - 1);
    } else if (isTime && out.size() > 1) {
      // "下午3点": the half of the day stands before, in one character or two.
      int n = out.size();
      String before = out.get(n - 2).form() + out.get(n - 1).form();
      isPm = words.isAfternoon(language, before);
      isAm = words.isMorning(language, before);
      if (isPm || isAm) {
        out.remove(n - 1);
        out.remove(n - 2);
      }
    }
    if (!isTime && !piece.isHalfTo) {
      return -1;
    }
    minutes += isPm && minutes < 12 * 60 ? 12 * 60 : 0;
    OpeningPiece time = OpeningPiece.time(minutes, piece.isStart);
    if (piece.isHalfTo && !isPm && !isAm) {
      time.otherwise = OpeningPiece.time(minutes + HALF_DAY, false).form;
    }
    out.add(time.token());
    return last;
  }

  /** "18 h 30", "17 giờ 30": minutes behind an hour's word. */
  private static boolean isMinutes(List<OpeningPiece> pieces, int hour) {
    boolean mayBe =
        isWord(pieces, hour, "h") || isWord(pieces, hour, "heures") || isWord(pieces, hour, "gio");
    OpeningPiece next = hour + 1 < pieces.size() ? pieces.get(hour + 1) : null;
    return mayBe
        && next != null
        && next.type == Type.NUMBER
        && next.value >= 5
        && next.value < 60
        && next.value == Math.rint(next.value);
  }

  private static boolean isWord(List<OpeningPiece> pieces, int at) {
    return at < pieces.size() && pieces.get(at).type == Type.WORD;
  }

  private static boolean isWord(List<OpeningPiece> pieces, int at, String form) {
    return at >= 0 && at < pieces.size() && pieces.get(at).form.equals(form);
  }

  /** Norwegian "sek" are seconds and "SEK" crowns. */
  private static boolean isCurrencyCode(OpeningPiece piece, String language) {
    return piece.isCode
        && WordMeanings.SHIPPED.notations.currency(language, piece.form) != null
        && piece.form.length() == CODE_LETTERS;
  }

  /** "Années 1990", "década de 1990", "1990年代". */
  private static boolean isBesideDecade(List<OpeningPiece> pieces, int at) {
    int ahead = isWord(pieces, at - 1, "de") ? at - 2 : at - 1;
    return isWord(pieces, at + 1, WordMeanings.SHIPPED.decadeAfter)
        || isWord(pieces, ahead, WordMeanings.SHIPPED.decadeBefore)
        || (isWord(pieces, at + 1, "年") && isWord(pieces, at + 2, "代"));
  }

  private static boolean isWord(List<OpeningPiece> pieces, int at, WordMeanings.Words words) {
    return at >= 0
        && at < pieces.size()
        && pieces.get(at).type == Type.WORD
        && words.has(pieces.get(at).form);
  }

  /** "huit heures et demie": what a word behind the hour is of one; 0 where it is none. */
  private static double partOfHour(OpeningPiece piece) {
    if (piece.type == Type.NUMBER) {
      return piece.isSpeltFraction && piece.value < 1 ? piece.value : 0;
    }
    return WordMeanings.SHIPPED.halves.getOrDefault(piece.form, 0.0);
  }

  private static boolean isPartOfHour(OpeningPiece piece) {
    return partOfHour(piece) > 0;
  }

  /** Whether a number only numbers something: "paragraph 7", "call 5550". */
  private static boolean isLabelled(List<OpeningPiece> pieces, int at) {
    WordMeanings words = WordMeanings.SHIPPED;
    if (isWord(pieces, at - 1, words.labels)) {
      return true;
    }
    if (at > 0 && pieces.get(at - 1).form.equals("第") && at + 1 < pieces.size()) {
      return "段页頁条款章节節".contains(pieces.get(at + 1).form);
    }
    return isWord(pieces, at + 1, words.units);
  }
}
