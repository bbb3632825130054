package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copydesk.text.Tokens;

/**
 * A headline or the beginning of a text as it is compared: words in one form for all spellings,
 * quantities, dates and times as values. "On March 5, $1.5m" is {@code on, date 3-5, number
 * 1500000}. What is no figure of a story (a telephone number, the number of a paragraph, a ticker)
 * is a word.
 */
public final class Opening {
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
   * @param otherwise the form of a date whose day may be its month; null where it may not
   * @param isShortened whether a full stop stands behind it, so that it may be cut short
   */
  public record Token(
      String form,
      Type type,
      boolean isCapital,
      boolean isWeak,
      boolean isStart,
      int year,
      String otherwise,
      boolean isShortened) {
    Token(String form, Type type, boolean isCapital, boolean isWeak, boolean isStart, int year) {
      this(form, type, isCapital, isWeak, isStart, year, null, false);
    }

    /** Whether it is a number of a unit of measure, compared in its base. */
    boolean hasUnit() {
      return type == Type.NUMBER && form.indexOf(' ') != form.lastIndexOf(' ');
    }

    public boolean isWord() {
      return type == Type.WORD;
    }
  }

  /** Letters of Ukrainian that Russian lacks. */
  private static final Pattern UKRAINIAN = Pattern.compile("[іїєґ].*[іїєґ]", Pattern.DOTALL);

  /** Characters that are read. */
  public static final int MOST_CHARS = 800;

  public final List<Token> tokens;
  public final String language;

  /** Whether the text goes on behind what was read. */
  final boolean isCut;

  /** What of it is in scripts without spaces. */
  public final String joined;

  private Opening(List<Token> tokens, String language, boolean isCut) {
    this.isCut = isCut;
    this.tokens = tokens;
    this.language = language;
    StringBuilder alone = new StringBuilder();
    for (Token token : tokens) {
      if (token.isWord() && Tokens.standsAlone(token.form().codePointAt(0))) {
        alone.append(token.form());
      }
    }
    joined = alone.toString();
  }

  /** How often a form stands here. */
  public int count(String form) {
    int count = 0;
    for (Token token : tokens) {
      count += token.form().equals(form) ? 1 : 0;
    }
    return count;
  }

  boolean hasInLowerCase(String form) {
    for (Token token : tokens) {
      if (token.isWord() && !token.isCapital() && token.form().equals(form)) {
        return true;
      }
    }
    return false;
  }

  /** Reads a headline or a beginning; {@code language} null: told from its words. */
  public static Opening of(String raw, String language) {
    return of(raw, language, false);
  }

  /**
   * The same.
   *
   * @param isCut whether the text goes on behind {@code raw}
   */
  public static Opening of(String raw, String language, boolean isCut) {
    return Scanned.of(raw, language, isCut).read();
  }

  /**
   * The words of a beginning, and the language that they tell: what they say is read when it is
   * asked for, which takes three times as long.
   */
  public static final class Scanned {
    private final List<OpeningPiece> pieces;
    private final boolean isCut;
    private final String language;
    private Opening read;

    private Scanned(List<OpeningPiece> pieces, String language, boolean isCut) {
      this.pieces = pieces;
      this.language = language;
      this.isCut = isCut;
    }

    /** As {@link Opening#of(String, String, boolean)}. */
    public static Scanned of(String raw, String language, boolean isCut) {
      String text = OpeningText.of(raw);
      List<OpeningPiece> pieces = OpeningReader.pieces(text);
      String told = language == null ? told(text, pieces) : language;
      return new Scanned(pieces, told, isCut || raw.length() > MOST_CHARS);
    }

    public String language() {
      return language;
    }

    /** What the words say. */
    public Opening read() {
      if (read == null) {
        read = new Opening(DatesAndTimes.of(phrases(pieces), language), language, isCut);
      }
      return read;
    }
  }

  private static String told(String text, List<OpeningPiece> pieces) {
    if (isKorean(text)) {
      return "ko";
    }
    List<String> words = new ArrayList<>();
    pieces.forEach(piece -> words.add(piece.form));
    String told = NumberWords.language(words);
    return told.equals("ru") && UKRAINIAN.matcher(text).find() ? "uk" : told;
  }

  private static boolean isKorean(String text) {
    int hangul = 0;
    for (int i = 0; i < text.length(); i++) {
      hangul += Numerals.isHangul(text.charAt(i)) ? 1 : 0;
    }
    return 3 * hangul > text.length();
  }

  private static List<OpeningPiece> phrases(List<OpeningPiece> pieces) {
    List<OpeningPiece> out = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      OpeningPiece piece = pieces.get(i);
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
        out.add(OpeningPiece.word(standsFor, piece.isCapital, piece.isStart));
        i += length - 1;
      }
    }
    return out;
  }

  private static boolean matches(List<OpeningPiece> pieces, int at, String[] phrase) {
    for (int k = 0; k < phrase.length - 1; k++) {
      if (at + k >= pieces.size()
          || pieces.get(at + k).type != Type.WORD
          || !pieces.get(at + k).form.equals(phrase[k])) {
        return false;
      }
    }
    return true;
  }
}
