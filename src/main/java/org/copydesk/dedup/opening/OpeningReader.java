package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.dedup.opening.Opening.Type;
import org.copydesk.text.Tokens;

/** The text of an opening in, its words and figures one by one out. */
final class OpeningReader {
  private static final Pattern WORD =
      Pattern.compile("(?:\\p{L}\\.){2,}\\p{L}?|[\\p{L}\\p{M}\\p{Nd}]+(?:'[\\p{L}\\p{M}]+)*");

  /** Letters of a currency that stand at their number: "Rp85.000", "EUR5". */
  private static final Pattern CURRENCY_CODE =
      Pattern.compile("(?:Rp|Rs|EUR|USD|GBP|CHF|JPY|CNY|INR|IDR|PLN|RMB|SEK|NOK|DKK)(?=\\d)");

  /** Characters of the longest phrase that is looked for in scripts without spaces. */
  private static final int LONGEST_ALONE = 12;

  /** "40 Mkr": a multiple and its currency in one word. */
  private static final Set<String> MILLIONS_OF_CROWNS = Set.of("mkr", "mnkr");

  /** From here on an apostrophe is a letter. */
  private static final char FIRST_CYRILLIC = 0x400;

  private static final Pattern ROMAN =
      Pattern.compile("((?:X{0,3})(?:IX|IV|V?I{0,3}))(?:e|ème|er|o|a)?");

  private OpeningReader() {}

  /** Words and figures in order. */
  static List<OpeningPiece> pieces(String text) {
    List<OpeningPiece> pieces = new ArrayList<>();
    Matcher numbers = PrintedNumbers.in(text);
    Matcher words = WORD.matcher(text);
    boolean isStart = true;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        isStart |=
            c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '—' || c == '"';
        isStart |= c == '(' || c == ')' || c == '[' || c == ']';
        if (c == '&' || PrintedNumbers.CURRENCY.indexOf(c) >= 0) {
          // A currency's sign is part of the number that follows; alone it says nothing.
          String currency = c == '$' ? dollar(text, i) : c == '€' ? "eur" : c == '£' ? "gbp" : null;
          boolean isAtNumber = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
          if (currency != null && isAtNumber) {
            pieces.add(OpeningPiece.word(currency, false, false));
          }
        } else if (isSign(text, i)) {
          pieces.add(OpeningPiece.word("minus", false, false));
        } else if (c == '%') {
          pieces.add(OpeningPiece.word("percent", false, false));
        }
        boolean mayBePhone = c == '+' || c == '(';
        if (mayBePhone && PrintedNumbers.isPhone(numbers.region(i, text.length()))) {
          i = PrintedNumbers.read(text, i, numbers, isStart, pieces);
          continue;
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
                && !Numerals.isHangul(text.charAt(end))
                && !PrintedNumbers.isSuffix(text, end);
        boolean isCode =
            i >= 2 && text.charAt(i - 1) == '-' && Character.isUpperCase(text.charAt(i - 2));
        if (isGlued || isCode) {
          words.region(i, text.length()).lookingAt();
          int stop = Math.max(end, isGlued ? words.end() : end);
          pieces.add(
              new OpeningPiece(
                  text.substring(i, stop).toLowerCase(Locale.ROOT),
                  Type.WORD,
                  0,
                  false,
                  isStart,
                  false,
                  true));
          i = stop;
        } else {
          i = PrintedNumbers.read(text, i, numbers, isStart, pieces);
        }
        isStart = false;
        continue;
      }
      int wordEnd = endOfPlainWord(text, i);
      if (wordEnd < 0 && !words.region(i, text.length()).lookingAt()) {
        i += Character.charCount(c);
        continue;
      }
      String word = wordEnd < 0 ? words.group() : text.substring(i, wordEnd);
      // A character that stands alone ends the word before it.
      for (int k = 1; wordEnd < 0 && k < word.length(); k++) {
        if (Tokens.standsAlone(word.codePointAt(k))) {
          word = word.substring(0, k);
          break;
        }
      }
      int behind = i + word.length();
      boolean isMillions =
          word.equals("M") && behind < text.length() && isCurrency(text.charAt(behind));
      if (isMillions) {
        pieces.add(OpeningPiece.word("million", false, false));
        i = behind;
        continue;
      }
      if (isCountryOfCurrency(text, i, word)) {
        i += word.length();
        continue;
      }
      if (word.length() > 2 && word.charAt(0) >= 'C' && word.charAt(0) <= 'U') {
        Matcher code = CURRENCY_CODE.matcher(word);
        word = code.lookingAt() ? code.group() : word;
      }
      i += word.length();
      int known = pieces.size();
      word(word, isStart, pieces);
      if (pieces.size() > known) {
        OpeningPiece last = pieces.get(pieces.size() - 1);
        last.isShortened = i < text.length() && text.charAt(i) == '.';
        last.isCode = isOfCapitals(word);
      }
      isStart = false;
    }
    return pieces;
  }

  /**
   * Where a word of letters from A to Z, figures and apostrophes ends; -1 where other characters
   * are near or points may belong to it.
   */
  private static int endOfPlainWord(String text, int at) {
    int i = at;
    while (i < text.length() && isPlain(text.charAt(i), true)) {
      i++;
    }
    while (i + 1 < text.length() && text.charAt(i) == '\'' && isPlain(text.charAt(i + 1), false)) {
      i += 2;
      while (i < text.length() && isPlain(text.charAt(i), false)) {
        i++;
      }
    }
    boolean isOther = i == at || (i < text.length() && text.charAt(i) >= 0x80);
    boolean isOtherBehind =
        i + 1 < text.length() && text.charAt(i) == '\'' && text.charAt(i + 1) >= 0x80;
    boolean hasPoint = i == at + 1 && i < text.length() && text.charAt(i) == '.';
    return isOther || isOtherBehind || hasPoint ? -1 : i;
  }

  private static boolean isPlain(char c, boolean mayBeFigure) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (mayBeFigure && c >= '0' && c <= '9');
  }

  private static boolean isOfCapitals(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isUpperCase(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a dash says that the number behind it is less than nothing. */
  private static boolean isSign(String text, int at) {
    return text.charAt(at) == '-'
        && at > 0
        && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '(')
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1))
        && (at < 2 || !Character.isDigit(text.charAt(at - 2)));
  }

  /** "US$5", "CN¥5", "5 $US": whose currency it is stands at its sign. */
  private static boolean isCountryOfCurrency(String text, int at, String word) {
    if (word.length() > 2) {
      return false;
    }
    int end = at + word.length();
    boolean isBefore = end < text.length() && isCurrency(text.charAt(end));
    boolean isBehind = at > 0 && isCurrency(text.charAt(at - 1));
    return (isBefore || isBehind) && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** Which dollar a sign stands for, by the country's letters before it. */
  private static String dollar(String text, int at) {
    int from = at;
    while (from > 0 && text.charAt(from - 1) >= 'A' && text.charAt(from - 1) <= 'Z') {
      from--;
    }
    return switch (text.substring(from, at)) {
      case "A", "AU" -> "aud";
      case "C", "CA" -> "cad";
      case "HK" -> "hkd";
      case "NZ" -> "nzd";
      case "S", "SG" -> "sgd";
      case "NT" -> "twd";
      case "R" -> "reais";
      default -> "usd";
    };
  }

  private static boolean isCurrency(char c) {
    return PrintedNumbers.CURRENCY.indexOf(c) >= 0;
  }

  private static void word(String word, boolean isStart, List<OpeningPiece> pieces) {
    boolean isCapital = Character.isUpperCase(word.codePointAt(0));
    if (word.length() >= 2 && "XVI".indexOf(word.charAt(0)) >= 0) {
      Matcher roman = ROMAN.matcher(word);
      if (roman.matches() && roman.group(1).length() >= 2) {
        pieces.add(OpeningPiece.number(Numerals.roman(roman.group(1)), isStart, false));
        return;
      }
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".")) {
      lower = lower.substring(0, lower.length() - 1);
    }
    String form = WordForms.fold(lower);
    if (MILLIONS_OF_CROWNS.contains(form)) {
      pieces.add(OpeningPiece.word("million", false, isStart));
      pieces.add(OpeningPiece.word("kr", false, false));
      return;
    }
    switch (form) {
      case "won't" -> form = "willn't";
      case "can't", "cannot" -> form = "cann't";
      default -> {}
    }
    if (form.endsWith("n't")) {
      // "could n't": the verb may stand by itself.
      String verb = form.substring(0, form.length() - 3);
      if (!verb.isEmpty()) {
        pieces.add(OpeningPiece.word(verb, isCapital, isStart));
      }
      pieces.add(OpeningPiece.word("not", false, false));
      return;
    }
    if (form.endsWith("'s")) {
      form = form.substring(0, form.length() - 2);
    }
    int apostrophe = form.indexOf('\'');
    if (apostrophe < 0 && !form.isEmpty()) {
      pieces.add(OpeningPiece.word(form, isCapital, isStart));
      return;
    }
    if ((apostrophe == 1 && form.charAt(0) < 0x250) || (apostrophe == 2 && form.startsWith("qu"))) {
      // "l'hôtel", "d'avril", "qu'il"
      pieces.add(OpeningPiece.word(form.substring(0, apostrophe), false, false));
      form = form.substring(apostrophe + 1);
    }
    if (form.isEmpty()) {
      return; // a stretched line between letters, or an accent alone
    }
    // "un'ora", "Mart'ta": two words each; "п'ять" is one.
    boolean isOne = form.charAt(0) >= FIRST_CYRILLIC;
    for (String part : isOne ? List.of(form.replace("'", "")) : List.of(form.split("'"))) {
      if (!part.isEmpty()) {
        pieces.add(OpeningPiece.word(part, isCapital, isStart));
      }
    }
  }

  /** A character of a script without spaces, or a run of Han numerals. */
  private static int alone(String text, int at, boolean isStart, List<OpeningPiece> pieces) {
    boolean mayStart = WordMeanings.SHIPPED.startsOfAlone.contains(text.charAt(at));
    int longest = mayStart ? Math.min(text.length(), at + LONGEST_ALONE) : at;
    for (int end = longest; end > at + 1; end--) {
      String standsFor = WordMeanings.SHIPPED.alone.get(text.substring(at, end));
      if (standsFor != null) {
        pieces.add(OpeningPiece.word(standsFor, false, isStart));
        return end;
      }
    }
    int end = at;
    while (end < text.length() && Numerals.isHanNumeral(text.charAt(end))) {
      end++;
    }
    if (end > at) {
      double value = Numerals.han(text.substring(at, end));
      int decimals = Numerals.decimalsEnd(text, end);
      if (decimals > end) {
        String digits = Long.toString((long) Numerals.han(text.substring(end + 1, decimals)));
        pieces.add(OpeningPiece.number(value + Double.parseDouble("." + digits), isStart, false));
        return decimals;
      }
      OpeningPiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      boolean isUnit = Numerals.HAN_DIGITS.indexOf(text.charAt(at)) < 0;
      if (isUnit
          && last != null
          && last.type == Type.NUMBER
          && at > 0
          && Character.isDigit(text.charAt(at - 1))) {
        // "150万"
        double high = last.unit > value ? last.high : 0;
        OpeningPiece raw =
            OpeningPiece.number(high + (last.value - high) * value, last.isStart, last.isMoney);
        raw.unit = value;
        pieces.set(pieces.size() - 1, raw);
        return end;
      }
      pieces.add(OpeningPiece.number(value, isStart, false));
      return end;
    }
    int c = text.codePointAt(at);
    pieces.add(OpeningPiece.word(WordForms.han(Character.toString(c)), false, isStart));
    return at + Character.charCount(c);
  }
}
