package org.copydesk.dedup;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.text.Tokens;

/**
 * A headline or the beginning of a text as it is compared: words in one form for all spellings,
 * quantities, dates and times as values. "On March 5, $1.5m" is {@code on, date 3-5, number
 * 1500000}. What is no figure of a story (a telephone number, the number of a paragraph, a ticker)
 * is a word.
 */
final class Opening {
  /** What a token is. */
  enum Type {
    WORD,
    NUMBER,
    DATE,
    TIME
  }

  /**
   * A word or a value.
   *
   * @param form what is compared
   * @param isCapital whether it was printed with a capital
   * @param isWeak whether it is as likely an article: "ein", "un"
   * @param isStart whether a sentence begins with it
   * @param year of a date; 0 where it has none
   */
  record Token(
      String form, Type type, boolean isCapital, boolean isWeak, boolean isStart, int year) {
    boolean isWord() {
      return type == Type.WORD;
    }
  }

  /** Characters that are read. */
  static final int MOST_CHARS = 800;

  private static final Pattern ENTITY =
      Pattern.compile(
          "& ?(?:# ?(x?[0-9a-fA-F]{2,6})|(amp|quot|apos|lt|gt|nbsp|rsquo|ldquo|rdquo)) ?;");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<iso>\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d))"
              + "|(?<cjk>(?:\\d{4}[年년] ?)?\\d{1,2}[月월] ?\\d{1,2}[日号號일])"
              + "|(?<dmy>\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})(?!\\d))"
              + "|(?<phone>\\+?\\(?\\d{2,5}\\)?(?:[ -]\\(?\\d{2,4}\\)?)?[ -]\\d{3,4}-\\d{3,4}(?!\\d)"
              + "|\\+\\d{1,3}(?:[ -]\\(?\\d{2,4}\\)?){2,5}|\\(\\d{3,5}\\) ?\\d{3,4}[ -]?\\d{3,4}"
              + "|0\\d{1,4}(?:[ /-]\\d{2,4}){2,4})"
              + "|(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)(?: ?[aApP]\\.? ?[mM]\\b\\.?)?)"
              + "|(?<dot>\\d{1,2}[.h]\\d{2}(?= ?(?:[Uu]hr|[aApP]\\.?[mM]\\b))(?: ?[aApP]\\.?[mM]\\b\\.?)?"
              + "|\\d{1,2}[hH]\\d{2}(?!\\d))"
              + "|(?<half>\\d{1,2} ?(?:[aA]\\.?[mM]|[pP]\\.?[mM])\\b\\.?)"
              + "|(?<number>(?:\\d{1,3}(?:(?:,\\d{3})+|(?:,\\d{2})+,\\d{3}|(?:\\.\\d{3})+|(?:'\\d{3})+|(?: \\d{3})+)(?!\\d)"
              + "|\\d+)(?:[.,]\\d+)?)");

  private static final Pattern WORD =
      Pattern.compile("(?:\\p{L}\\.){2,}\\p{L}?|[\\p{L}\\p{M}\\p{Nd}]+(?:'[\\p{L}\\p{M}]+)*");

  private static final Pattern ROMAN = Pattern.compile("(?:X{0,3})(?:IX|IV|V?I{0,3})");

  /** "otto e mezza", "huit heures et demie" */
  private static final Set<String> HALVES = Set.of("mezza", "mezzo", "demie", "media", "meia");

  private static final String CURRENCY = "$€£¥₹₽₺₪";
  private static final String HAN_DIGITS = "〇一二三四五六七八九";
  private static final String HAN_UNITS = "十百千万億亿萬";

  final List<Token> tokens;
  final String language;

  /** What of it is in scripts without spaces. */
  final String joined;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> inLowerCase = new HashSet<>();

  private Opening(List<Token> tokens, String language) {
    this.tokens = tokens;
    this.language = language;
    StringBuilder alone = new StringBuilder();
    for (Token token : tokens) {
      if (token.isWord() && Tokens.standsAlone(token.form().codePointAt(0))) {
        alone.append(token.form());
      }
    }
    joined = alone.toString();
    for (Token token : tokens) {
      counts.merge(token.form(), 1, Integer::sum);
      if (token.isWord() && !token.isCapital()) {
        inLowerCase.add(token.form());
      }
    }
  }

  /** How often a form stands here. */
  int count(String form) {
    return counts.getOrDefault(form, 0);
  }

  boolean hasInLowerCase(String form) {
    return inLowerCase.contains(form);
  }

  /** Reads a headline or a beginning; {@code language} null: told from its words. */
  static Opening of(String raw, String language) {
    String text = clean(raw);
    List<Raw> pieces = pieces(text);
    String told = language;
    if (told == null && isKorean(text)) {
      told = "ko";
    } else if (told == null) {
      List<String> words = new ArrayList<>();
      pieces.forEach(piece -> words.add(piece.form));
      told = NumberWords.language(words);
    }
    return new Opening(values(phrases(pieces), told), told);
  }

  private static boolean isKorean(String text) {
    int hangul = 0;
    for (int i = 0; i < text.length(); i++) {
      hangul += isHangul(text.charAt(i)) ? 1 : 0;
    }
    return 3 * hangul > text.length();
  }

  private static String clean(String raw) {
    String text = raw.length() > MOST_CHARS ? raw.substring(0, MOST_CHARS) : raw;
    if (text.indexOf('&') >= 0) {
      text = decode(text);
    }
    String form = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c >= 0x80) {
        if (Character.isDigit(c)) {
          c = (char) ('0' + Character.digit(c, 10));
        } else if (c == '٫' || c == '٬') {
          c = c == '٫' ? '.' : ',';
        } else if (c == '’' || c == '‘' || c == 'ʼ' || c == '´') {
          c = '\'';
        } else if (c >= '‐' && c <= '―' || c == '−') {
          c = c >= '–' && c != '−' ? '—' : '-';
        } else if (Character.getType(c) == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F)) {
          continue;
        } else if (Character.isSpaceChar(c)) {
          c = ' ';
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  private static String decode(String text) {
    Matcher entity = ENTITY.matcher(text);
    StringBuilder out = new StringBuilder();
    while (entity.find()) {
      String plain = " ";
      if (entity.group(1) != null) {
        String digits = entity.group(1);
        int c =
            digits.charAt(0) == 'x'
                ? Integer.parseInt(digits.substring(1), 16)
                : Integer.parseInt(digits.replaceAll("[a-fA-F]", ""), 10);
        plain = Character.isValidCodePoint(c) ? Character.toString(c) : " ";
      } else if (entity.group(2).equals("amp")) {
        plain = "&";
      } else if (entity.group(2).equals("apos") || entity.group(2).equals("rsquo")) {
        plain = "'";
      }
      boolean isQuote = plain.equals("'") || plain.equals("’");
      if (isQuote && out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
        out.setLength(out.length() - 1);
      }
      entity.appendReplacement(out, Matcher.quoteReplacement(plain));
    }
    return entity.appendTail(out).toString();
  }

  /** A piece of the text before its meaning is known. */
  private static final class Raw {
    final String form;
    final Type type;
    final double value;
    final boolean isCapital;
    final boolean isStart;
    final boolean isMoney;
    final boolean isNone;
    int year;
    int month;
    int minutes = -1;
    boolean isAmbiguous;
    double unit;
    double high;

    Raw(
        String form,
        Type type,
        double value,
        boolean isCapital,
        boolean isStart,
        boolean isMoney,
        boolean isNone) {
      this.form = form;
      this.type = type;
      this.value = value;
      this.isCapital = isCapital;
      this.isStart = isStart;
      this.isMoney = isMoney;
      this.isNone = isNone;
    }

    static Raw word(String form, boolean isCapital, boolean isStart) {
      return new Raw(form, Type.WORD, 0, isCapital, isStart, false, false);
    }

    static Raw number(double value, boolean isStart, boolean isMoney) {
      return new Raw(plain(value), Type.NUMBER, value, false, isStart, isMoney, false);
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static List<Raw> pieces(String text) {
    List<Raw> pieces = new ArrayList<>();
    Matcher numbers = NUMBERS.matcher(text);
    Matcher words = WORD.matcher(text);
    boolean isStart = true;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        isStart |=
            c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '—' || c == '"';
        if (c == '&' || CURRENCY.indexOf(c) >= 0) {
          // A currency's sign is part of the number that follows; alone it says nothing.
        } else if (c == '%') {
          pieces.add(Raw.word("percent", false, false));
        }
        i += Character.charCount(c);
        continue;
      }
      if (Tokens.standsAlone(c)) {
        i = alone(text, i, isStart, pieces);
        isStart = false;
        continue;
      }
      if (c < 0x80 && Character.isDigit(c) && numbers.region(i, text.length()).lookingAt()) {
        int end = numbers.end();
        boolean isGlued =
            end < text.length()
                && Character.isLetter(text.charAt(end))
                && !Tokens.standsAlone(text.codePointAt(end))
                && !isHangul(text.charAt(end))
                && !isSuffix(text, end);
        boolean isCode =
            i >= 2 && text.charAt(i - 1) == '-' && Character.isUpperCase(text.charAt(i - 2));
        if (isGlued || isCode) {
          words.region(i, text.length()).lookingAt();
          int stop = Math.max(end, isGlued ? words.end() : end);
          pieces.add(
              new Raw(
                  text.substring(i, stop).toLowerCase(Locale.ROOT),
                  Type.WORD,
                  0,
                  false,
                  isStart,
                  false,
                  true));
          i = stop;
        } else {
          i = number(text, i, numbers, isStart, pieces);
        }
        isStart = false;
        continue;
      }
      if (!words.region(i, text.length()).lookingAt()) {
        i += Character.charCount(c);
        continue;
      }
      String word = words.group();
      // A character that stands alone ends the word before it.
      for (int k = 1; k < word.length(); k++) {
        if (Tokens.standsAlone(word.codePointAt(k))) {
          word = word.substring(0, k);
          break;
        }
      }
      i += word.length();
      word(word, isStart, pieces);
      isStart = false;
    }
    return pieces;
  }

  private static boolean isHangul(char c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  private static boolean isSuffix(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String suffix = text.substring(at, end).toLowerCase(Locale.ROOT);
    return switch (suffix) {
      case "st",
          "nd",
          "rd",
          "th",
          "er",
          "re",
          "e",
          "o",
          "a",
          "m",
          "bn",
          "mn",
          "b",
          "k",
          "mio",
          "mrd",
          "h",
          "am",
          "pm",
          "km",
          "kg",
          "cm",
          "mm",
          "ft",
          "p",
          "c" ->
          true;
      default -> false;
    };
  }

  private static void word(String word, boolean isStart, List<Raw> pieces) {
    boolean isCapital = Character.isUpperCase(word.codePointAt(0));
    if (word.length() >= 2 && isCapital && ROMAN.matcher(word).matches()) {
      pieces.add(Raw.number(roman(word), isStart, false));
      return;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".")) {
      lower = lower.substring(0, lower.length() - 1);
    }
    String form = WordForms.fold(lower);
    switch (form) {
      case "won't" -> form = "willn't";
      case "can't", "cannot" -> form = "cann't";
      default -> {}
    }
    if (form.endsWith("n't")) {
      pieces.add(Raw.word(form.substring(0, form.length() - 3), isCapital, isStart));
      pieces.add(Raw.word("not", false, false));
      return;
    }
    if (form.endsWith("'s")) {
      form = form.substring(0, form.length() - 2);
    }
    int apostrophe = form.indexOf('\'');
    if (apostrophe == 1 || (apostrophe == 2 && form.startsWith("qu"))) {
      // "l'hôtel", "d'avril", "qu'il"
      pieces.add(Raw.word(form.substring(0, apostrophe), false, false));
      form = form.substring(apostrophe + 1);
    }
    pieces.add(Raw.word(form.replace("'", ""), isCapital, isStart));
  }

  private static int roman(String word) {
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = digit(word.charAt(i));
      value += i + 1 < word.length() && digit(word.charAt(i + 1)) > digit ? -digit : digit;
    }
    return value;
  }

  private static int digit(char c) {
    return c == 'I' ? 1 : c == 'V' ? 5 : 10;
  }

  /** A character of a script without spaces, or a run of Han numerals. */
  private static int alone(String text, int at, boolean isStart, List<Raw> pieces) {
    int end = at;
    while (end < text.length() && isHanNumeral(text.charAt(end))) {
      end++;
    }
    if (end > at) {
      double value = han(text.substring(at, end));
      Raw last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      boolean isUnit = HAN_DIGITS.indexOf(text.charAt(at)) < 0;
      if (isUnit
          && last != null
          && last.type == Type.NUMBER
          && at > 0
          && Character.isDigit(text.charAt(at - 1))) {
        // "150万"
        double high = last.unit > value ? last.high : 0;
        Raw raw = Raw.number(high + (last.value - high) * value, last.isStart, last.isMoney);
        raw.unit = value;
        pieces.set(pieces.size() - 1, raw);
        return end;
      }
      pieces.add(Raw.number(value, isStart, false));
      return end;
    }
    int c = text.codePointAt(at);
    pieces.add(Raw.word(Character.toString(c), false, isStart));
    return at + Character.charCount(c);
  }

  private static boolean isHanNumeral(char c) {
    return HAN_DIGITS.indexOf(c) >= 0 || HAN_UNITS.indexOf(c) >= 0;
  }

  private static double han(String numeral) {
    boolean isPositional = true;
    for (int i = 0; i < numeral.length(); i++) {
      isPositional &= HAN_DIGITS.indexOf(numeral.charAt(i)) >= 0;
    }
    double total = 0;
    double section = 0;
    double digit = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int value = HAN_DIGITS.indexOf(c);
      if (value >= 0) {
        digit = isPositional ? digit * 10 + value : value;
        continue;
      }
      double unit =
          switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万', '萬' -> 1e4;
            default -> 1e8;
          };
      if (unit >= 1e4) {
        double before = section + digit;
        total = (total + (before == 0 ? 1 : before)) * unit;
        section = 0;
      } else {
        section += (digit == 0 ? 1 : digit) * unit;
      }
      digit = 0;
    }
    return total + section + digit;
  }

  private static int number(String text, int at, Matcher found, boolean isStart, List<Raw> pieces) {
    int end = found.end();
    String piece = found.group();
    boolean isMoney =
        at > 0 && CURRENCY.indexOf(text.charAt(at - 1)) >= 0
            || (at > 1 && text.charAt(at - 1) == ' ' && CURRENCY.indexOf(text.charAt(at - 2)) >= 0);
    if (found.group("iso") != null) {
      String[] parts = piece.split("-");
      pieces.add(
          date(
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              Integer.parseInt(parts[0]),
              isStart));
    } else if (found.group("cjk") != null) {
      String[] parts = piece.split("[年月日号號년월일] ?");
      int n = parts.length;
      pieces.add(
          date(
              Integer.parseInt(parts[n - 2]),
              Integer.parseInt(parts[n - 1]),
              n == 3 ? Integer.parseInt(parts[0]) : 0,
              isStart));
    } else if (found.group("dmy") != null) {
      pieces.add(dayMonthYear(piece, isStart));
    } else if (found.group("phone") != null) {
      pieces.add(new Raw(piece, Type.WORD, 0, false, isStart, false, true));
    } else if (found.group("time") != null || found.group("dot") != null) {
      String[] parts = piece.split("[:.hH]", 3);
      int hour = Integer.parseInt(parts[0]);
      int minute = Integer.parseInt(parts[1].substring(0, 2));
      pieces.add(time(hour, minute, piece, isStart));
    } else if (found.group("half") != null) {
      int digits = Character.isDigit(piece.charAt(1)) ? 2 : 1;
      pieces.add(time(Integer.parseInt(piece.substring(0, digits)), 0, piece, isStart));
    } else {
      double value = value(piece);
      int stop = end;
      if (end < text.length() && isHangul(text.charAt(end))) {
        return hangul(text, at, end, value, isStart, isMoney, pieces);
      }
      if (end < text.length()
          && Character.isLetter(text.charAt(end))
          && !Tokens.standsAlone(text.codePointAt(end))) {
        while (stop < text.length() && Character.isLetter(text.charAt(stop))) {
          stop++;
        }
        String suffix = text.substring(end, stop).toLowerCase(Locale.ROOT);
        double times =
            switch (suffix) {
              case "bn", "mrd" -> 1e9;
              case "mn", "mio" -> 1e6;
              case "m" -> isMoney ? 1e6 : 1;
              case "b" -> isMoney ? 1e9 : 1;
              case "k" -> 1e3;
              default -> 1;
            };
        pieces.add(Raw.number(value * times, isStart, isMoney));
        boolean isOrdinal = "st nd rd th er re e o a".contains(suffix);
        if (times == 1 && !isOrdinal) {
          pieces.add(Raw.word(suffix, false, false));
        }
        return stop;
      }
      Raw last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      boolean isLower =
          last != null && last.unit > value && at > 0 && isHanNumeral(text.charAt(at - 1));
      Raw raw =
          Raw.number(
              isLower ? last.value + value : value, isStart, isMoney || isLower && last.isMoney);
      if (isLower) {
        raw.high = last.value;
        raw.unit = last.unit;
        pieces.remove(pieces.size() - 1);
      }
      pieces.add(raw);
    }
    return end;
  }

  /** "15억" is one number; "3시에" is a number and the hour's word without its ending. */
  private static int hangul(
      String text,
      int at,
      int from,
      double value,
      boolean isStart,
      boolean isMoney,
      List<Raw> pieces) {
    int end = from;
    double number = value;
    while (end < text.length() && "백천만억조".indexOf(text.charAt(end)) >= 0) {
      number *=
          switch (text.charAt(end)) {
            case '백' -> 100;
            case '천' -> 1000;
            case '만' -> 1e4;
            case '억' -> 1e8;
            default -> 1e12;
          };
      end++;
    }
    boolean isNext =
        at >= 2
            && !pieces.isEmpty()
            && pieces.get(pieces.size() - 1).unit > number
            && text.charAt(at - 1) == ' ';
    if (isNext) {
      Raw high = pieces.remove(pieces.size() - 1);
      number += high.value;
    }
    Raw raw = Raw.number(number, isStart, isMoney);
    raw.unit = end > from ? number / value : 0;
    pieces.add(raw);
    if (end < text.length() && text.charAt(end) == '시') {
      pieces.add(Raw.word("시", false, false));
      end++;
      while (end < text.length() && isHangul(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static double value(String piece) {
    String text = piece;
    int last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    boolean isDecimal =
        last > 0
            && (text.length() - last - 1 != 3
                || last > 3
                || text.charAt(0) == '0'
                || text.indexOf(text.charAt(last) == ',' ? '.' : ',') >= 0
                || text.indexOf(' ') >= 0);
    if (isDecimal && text.indexOf(text.charAt(last)) != last) {
      isDecimal = false; // 1,500,000
    }
    String whole = (isDecimal ? text.substring(0, last) : text).replaceAll("[^0-9]", "");
    String decimals = isDecimal ? text.substring(last + 1).replaceAll("[^0-9]", "") : "";
    return Double.parseDouble(decimals.isEmpty() ? whole : whole + "." + decimals);
  }

  private static Raw dayMonthYear(String piece, boolean isStart) {
    char separator = piece.replaceAll("\\d", "").charAt(0);
    String[] parts = piece.split("[./-]");
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    int year = Integer.parseInt(parts[2]);
    year = parts[2].length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    boolean isMonthFirst = second > 12;
    if (first > 31 || second > 31 || (first > 12 && second > 12)) {
      return new Raw(piece, Type.WORD, 0, false, isStart, false, true);
    }
    Raw date =
        isMonthFirst ? date(first, second, year, isStart) : date(second, first, year, isStart);
    date.isAmbiguous = separator != '.' && first <= 12 && second <= 12 && first != second;
    return date;
  }

  private static Raw date(int month, int day, int year, boolean isStart) {
    String form = "date " + month + "-" + day;
    Raw date = new Raw(form, Type.DATE, month * 100 + day, false, isStart, false, false);
    date.year = year;
    date.month = month;
    return date;
  }

  private static Raw time(int hour, int minute, String piece, boolean isStart) {
    String lower = piece.toLowerCase(Locale.ROOT);
    int h = hour;
    if (lower.indexOf('p') > 0 && hour < 12) {
      h += 12;
    } else if (lower.indexOf('a') > 0 && hour == 12) {
      h = 0;
    }
    if (h > 24 || minute > 59) {
      return Raw.number(hour, isStart, false);
    }
    return timeOf(h * 60 + minute, isStart);
  }

  private static Raw timeOf(int minutes, boolean isStart) {
    Raw time = new Raw("time " + minutes, Type.TIME, minutes, false, isStart, false, false);
    time.minutes = minutes;
    return time;
  }

  private static List<Raw> phrases(List<Raw> pieces) {
    List<Raw> out = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Raw piece = pieces.get(i);
      List<String[]> known =
          piece.type == Type.WORD ? WordMeanings.SHIPPED.phrases.get(piece.form) : null;
      String standsFor = null;
      int length = 1;
      if (known != null) {
        for (String[] phrase : known) {
          if (matches(pieces, i, phrase)) {
            standsFor = phrase[phrase.length - 1];
            length = phrase.length - 1;
            break;
          }
        }
      }
      if (standsFor == null) {
        out.add(piece);
      } else {
        out.add(Raw.word(standsFor, piece.isCapital, piece.isStart));
        i += length - 1;
      }
    }
    return out;
  }

  private static boolean matches(List<Raw> pieces, int at, String[] phrase) {
    for (int k = 0; k < phrase.length - 1; k++) {
      if (at + k >= pieces.size()
          || pieces.get(at + k).type != Type.WORD
          || !pieces.get(at + k).form.equals(phrase[k])) {
        return false;
      }
    }
    return true;
  }

  /** Numbers that several words make, dates and times; what may be there or not is left out. */
  private static List<Token> values(List<Raw> pieces, String language) {
    WordMeanings words = WordMeanings.SHIPPED;
    List<Raw> numbered = numbers(pieces, language);
    List<Token> out = new ArrayList<>();
    for (int i = 0; i < numbered.size(); i++) {
      Raw piece = numbered.get(i);
      Raw next = i + 1 < numbered.size() ? numbered.get(i + 1) : null;
      if (piece.type == Type.WORD && words.dropped.has(piece.form)) {
        continue;
      }
      // "March 5", "5 March", "5 de marzo", "on the 5th of March"
      Integer month = piece.type == Type.WORD ? words.months.get(piece.form) : null;
      boolean dayFollows = month != null && isDay(next);
      int monthAt = isDay(piece) ? monthAfter(numbered, i) : -1;
      if (dayFollows && !(i > 0 && isDay(numbered.get(i - 1)))) {
        Raw date = date(month, (int) next.value, 0, piece.isStart);
        i = withYear(numbered, i + 1, date);
        out.add(token(date));
        continue;
      }
      if (monthAt > 0) {
        Raw date =
            date(words.months.get(numbered.get(monthAt).form), (int) piece.value, 0, piece.isStart);
        i = withYear(numbered, monthAt, date);
        out.add(token(date));
        continue;
      }
      if (piece.type == Type.NUMBER && isHanDate(numbered, i)) {
        out.add(token(date((int) piece.value, (int) numbered.get(i + 2).value, 0, piece.isStart)));
        i += 3;
        continue;
      }
      int clock = clock(numbered, i, out);
      if (clock >= 0) {
        i = clock;
        continue;
      }
      if (piece.type == Type.NUMBER && isLabelled(numbered, i)) {
        out.add(new Token("no " + piece.form, Type.WORD, false, true, false, 0));
        continue;
      }
      out.add(token(piece));
    }
    return out;
  }

  private static boolean isDay(Raw piece) {
    return piece != null
        && piece.type == Type.NUMBER
        && !piece.isMoney
        && piece.value >= 1
        && piece.value <= 31
        && piece.value == Math.rint(piece.value);
  }

  private static int monthAfter(List<Raw> pieces, int at) {
    for (int i = at + 1; i < Math.min(pieces.size(), at + 3); i++) {
      Raw piece = pieces.get(i);
      if (piece.type != Type.WORD) {
        return -1;
      }
      if (WordMeanings.SHIPPED.months.containsKey(piece.form)) {
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

  private static int withYear(List<Raw> pieces, int at, Raw date) {
    int next = at + 1;
    if (next < pieces.size()
        && (pieces.get(next).form.equals("de") || pieces.get(next).form.equals("do"))) {
      next++;
    }
    if (next < pieces.size() && isYear(pieces.get(next))) {
      date.year = (int) pieces.get(next).value;
      return next;
    }
    return at;
  }

  private static boolean isYear(Raw piece) {
    return piece.type == Type.NUMBER
        && !piece.isMoney
        && piece.value >= 1500
        && piece.value < 2200
        && piece.value == Math.rint(piece.value);
  }

  private static boolean isHanDate(List<Raw> pieces, int i) {
    return i + 3 < pieces.size()
        && pieces.get(i + 1).form.equals("月")
        && isDay(pieces.get(i + 2))
        && (pieces.get(i + 3).form.equals("日") || pieces.get(i + 3).form.equals("号"));
  }

  /** A time that begins at a piece; the place of its last piece, -1 where there is none. */
  private static int clock(List<Raw> pieces, int at, List<Token> out) {
    WordMeanings words = WordMeanings.SHIPPED;
    Raw piece = pieces.get(at);
    boolean isHour =
        piece.type == Type.NUMBER
            && !piece.isMoney
            && piece.value >= 0
            && piece.value <= 24
            && piece.value * 100 - Math.floor(piece.value) * 100 < 60;
    if (!isHour && piece.type != Type.TIME) {
      return -1;
    }
    double fraction = piece.value - Math.floor(piece.value);
    int minutes =
        piece.type == Type.TIME
            ? piece.minutes
            : (int) piece.value * 60 + (int) Math.round(fraction * 100);
    int last = at;
    boolean isTime = piece.type == Type.TIME;
    String ahead = out.isEmpty() ? "" : out.get(out.size() - 1).form();
    boolean isAhead = words.afternoon.has(ahead) || words.morning.has(ahead);
    if (words.hours.has(ahead)) {
      isTime = true;
      out.remove(out.size() - 1);
      ahead = out.isEmpty() ? "" : out.get(out.size() - 1).form();
      isAhead = words.afternoon.has(ahead) || words.morning.has(ahead);
    }
    if (at + 1 < pieces.size() && words.hours.has(pieces.get(at + 1).form)) {
      last = at + 1;
      isTime = true;
      boolean hasMinutes =
          last + 1 < pieces.size()
              && pieces.get(last + 1).type == Type.NUMBER
              && pieces.get(last + 1).value < 60
              && last + 2 < pieces.size()
              && pieces.get(last + 2).form.equals("分");
      if (hasMinutes) {
        minutes += (int) pieces.get(last + 1).value;
        last += 2;
      }
    }
    boolean isHalfPast =
        last + 2 < pieces.size()
            && isLink(pieces.get(last + 1).form)
            && HALVES.contains(pieces.get(last + 2).form);
    if (isHalfPast) {
      minutes += 30;
      last += 2;
      isTime = true;
    }
    Raw half = last + 1 < pieces.size() ? pieces.get(last + 1) : null;
    boolean isPm = half != null && half.type == Type.WORD && words.afternoon.has(half.form);
    boolean isAm = half != null && half.type == Type.WORD && words.morning.has(half.form);
    if (isPm || isAm) {
      last++;
      isTime = true;
    } else if (isAhead) {
      isPm = words.afternoon.has(ahead);
      isTime = true;
      out.remove(out.size() - 1);
    } else if (isTime && out.size() > 1) {
      // "下午3点": the half of the day stands before, in one character or two.
      int n = out.size();
      String before = out.get(n - 2).form() + out.get(n - 1).form();
      isPm = words.afternoon.has(before);
      isAm = words.morning.has(before);
      if (isPm || isAm) {
        out.remove(n - 1);
        out.remove(n - 2);
      }
    }
    if (!isTime) {
      return -1;
    }
    minutes += isPm && minutes < 12 * 60 ? 12 * 60 : 0;
    out.add(token(timeOf(minutes, piece.isStart)));
    return last;
  }

  /** Whether a number only numbers something: "paragraph 7", "call 5550". */
  private static boolean isLabelled(List<Raw> pieces, int at) {
    WordMeanings words = WordMeanings.SHIPPED;
    if (at > 0
        && pieces.get(at - 1).type == Type.WORD
        && words.labels.has(pieces.get(at - 1).form)) {
      return true;
    }
    if (at > 0 && pieces.get(at - 1).form.equals("第") && at + 1 < pieces.size()) {
      return "段页頁条款章节節".contains(pieces.get(at + 1).form);
    }
    return at + 1 < pieces.size()
        && pieces.get(at + 1).type == Type.WORD
        && words.units.has(pieces.get(at + 1).form);
  }

  private static Token token(Raw raw) {
    boolean isWeak = raw.isNone || raw.isAmbiguous || raw.isCapital && raw.type == Type.NUMBER;
    String form = raw.type == Type.NUMBER ? "number " + raw.form : raw.form;
    return new Token(
        form, raw.type, raw.isCapital && raw.type == Type.WORD, isWeak, raw.isStart, raw.year);
  }

  /** Number words to numbers, and several that make one to one: "two hundred and fifty". */
  private static List<Raw> numbers(List<Raw> pieces, String language) {
    List<Raw> out = new ArrayList<>();
    int i = 0;
    while (i < pieces.size()) {
      Sum sum = new Sum();
      int end = i;
      int linked = i;
      while (linked < pieces.size()) {
        Raw piece = pieces.get(linked);
        if (!sum.takes(piece, language)) {
          break;
        }
        end = linked + 1;
        linked = end;
        if (sum.isWord
            && linked + 1 < pieces.size()
            && isLink(pieces.get(linked).form)
            && sum.mayTakeAfterLink(pieces.get(linked + 1), language)) {
          linked++;
        }
      }
      if (end == i) {
        out.add(pieces.get(i));
        i++;
        continue;
      }
      Raw first = pieces.get(i);
      Raw number = Raw.number(sum.value(), first.isStart, first.isMoney);
      boolean isArticle = end == i + 1 && first.type == Type.WORD && sum.value() == 1;
      out.add(
          isArticle
              ? new Raw(number.form, Type.NUMBER, 1, true, first.isStart, false, false)
              : number);
      i = end;
    }
    return out;
  }

  private static boolean isLink(String form) {
    return switch (form) {
      case "and", "und", "et", "y", "e", "en", "og", "och", "i", "si", "kai", "και", "و", "ו" ->
          true;
      default -> false;
    };
  }

  /** A number while its words are read. */
  private static final class Sum {
    double total;
    double current = -1;
    double lastAdded;
    boolean isWord;
    boolean isDigits;

    double value() {
      return total + Math.max(0, current);
    }

    boolean mayTakeAfterLink(Raw piece, String language) {
      double value = wordValue(piece, language);
      return value > 0 && value < 100 && (lastAdded >= 100 || (lastAdded >= 20 && value < 10));
    }

    boolean takes(Raw piece, String language) {
      if (piece.type == Type.NUMBER) {
        if (current >= 0 || total > 0) {
          return false;
        }
        current = piece.value;
        lastAdded = 0;
        isDigits = true;
        return true;
      }
      if (piece.type != Type.WORD) {
        return false;
      }
      WordMeanings words = WordMeanings.SHIPPED;
      boolean hasNumber = current >= 0;
      if (words.dozen.has(piece.form)) {
        current = (hasNumber ? current : 1) * 12;
        lastAdded = 0;
        isWord = true;
        return true;
      }
      boolean isCoin = piece.form.startsWith("cent") && !language.equals("fr");
      if (hasNumber && !isCoin && words.hundred.has(piece.form) && current > 0 && current < 100) {
        current *= 100;
        lastAdded = 100;
        isWord = true;
        return true;
      }
      for (Map.Entry<Long, WordMeanings.Words> each : words.multipliers.entrySet()) {
        if (hasNumber && each.getValue().has(piece.form) && isMultiplier(piece)) {
          total += Math.max(1, current) * each.getKey();
          current = 0;
          lastAdded = each.getKey();
          isWord = true;
          return true;
        }
      }
      double value = wordValue(piece, language);
      if (value < 0 || isDigits) {
        return false;
      }
      if (!hasNumber) {
        current = value >= 1000 && value % 1000 == 0 && value >= 1e6 ? 0 : value;
        total = current == 0 ? value : 0;
        lastAdded = value;
        isWord = true;
        return true;
      }
      if (value == 20 && current == 4) {
        current = 80; // quatre-vingts
        lastAdded = 80;
        return true;
      }
      if (value == 100 && current < 100 && current > 0) {
        current *= 100;
        lastAdded = 100;
        return true;
      }
      if (value >= 1000 && current > 0) {
        total += current * value;
        current = 0;
        lastAdded = value;
        return true;
      }
      boolean fits =
          lastAdded >= 1000
              || (lastAdded >= 100 && value < 100)
              || (lastAdded >= 20 && lastAdded < 100 && value < (lastAdded >= 60 ? 20 : 10))
              || (lastAdded == 10 && value < 10);
      if (!fits) {
        return false;
      }
      current += value;
      lastAdded = value;
      return true;
    }

    private boolean isMultiplier(Raw piece) {
      // "m", "k" and "b" alone are metres, kilos and letters.
      return piece.form.length() > 1 || Tokens.standsAlone(piece.form.codePointAt(0));
    }

    private static double wordValue(Raw piece, String language) {
      if (piece.type != Type.WORD) {
        return -1;
      }
      long value = NumberWords.value(language, piece.form);
      return value == NumberWords.NONE ? -1 : value;
    }
  }
}
