package org.copydesk.dump.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.copydesk.model.Reason;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes in any character set to UTF-8: {@code 63 61 66 e9} (declared as Latin-1) gives {@code 63 61
 * 66 c3 a9}. The order is byte order mark, character sets of seven bits by their escapes, valid
 * UTF-8, what was declared, a detector; NUL and what cannot be decoded become U+FFFD and are
 * counted, and too much of it is refused.
 */
public final class TextDecoder {
  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};
  private static final int LOOKED_AT = 64 << 10;

  private final double maxMalformedShare;

  public TextDecoder(double maxMalformedShare) {
    this.maxMalformedShare = maxMalformedShare;
  }

  /**
   * What a text became.
   *
   * @param payload UTF-8; null when refused
   * @param markBytes length of the byte order mark that was left out
   * @param replaced characters that were replaced
   * @param refusal why there is no payload; null when there is one
   */
  public record Decoded(byte[] payload, int markBytes, long replaced, Reason refusal) {
    static Decoded refused(Reason reason) {
      return new Decoded(null, 0, 0, reason);
    }
  }

  /**
   * Decodes {@code [from, to)}.
   *
   * @param declared a character set's name as HTTP or a meta element gives it; null when none
   */
  public Decoded decode(byte[] b, int from, int to, String declared) {
    int mark = markLength(b, from, to);
    if (mark != 0 && mark != 3) {
      return decodeAs(markCharset(b, from, mark), b, from + mark, to, mark);
    }
    int start = from + mark;
    int fault = Utf8.firstFault(b, start, to);
    if (fault == to && mark == 0) {
      return decodeSevenBit(b, start, to, declared);
    }
    if (fault == to) {
      return new Decoded(Arrays.copyOfRange(b, start, to), mark, 0, null);
    }
    if (mark == 0) {
      Charset wide = wideWithoutMark(b, from, to);
      if (wide != null) {
        return decodeAs(wide, b, from, to, 0);
      }
    }
    if (looksBinary(b, start, to)) {
      return Decoded.refused(Reason.NOT_TEXT);
    }
    return decodeFaulty(b, start, to, mark, declared, fault);
  }

  private Decoded decodeSevenBit(byte[] b, int start, int to, String declared) {
    SevenBitCharsets.Found found = SevenBitCharsets.find(b, start, to, declared);
    if (found != null && found.charset() == null) {
      return Decoded.refused(Reason.CHARSET_UNSUPPORTED);
    }
    if (found != null) {
      Decoded decoded = decodeAs(found.charset(), found.bytes(), 0, found.bytes().length, 0);
      if (decoded.refusal() == null) {
        return decoded;
      }
    }
    // What only looked so is what it is without a second look.
    return new Decoded(Arrays.copyOfRange(b, start, to), 0, 0, null);
  }

  private Decoded decodeFaulty(byte[] b, int start, int to, int mark, String declared, int fault) {
    Charset said = CharsetNames.find(declared);
    long malformed = 0;
    long sound = 0;
    long halves = 0;
    for (int i = start; i < to; ) {
      int length = sequence(b, i, to);
      malformed += length < 0 || b[i] == 0 ? 1 : 0;
      sound += length > 1 ? 1 : 0;
      halves += length < 0 && Utf8.isSurrogate(b, i, to) ? 1 : 0;
      i += Math.abs(length);
    }
    // Half a pair is three bytes that no other set has in such numbers.
    boolean isUtf8 =
        mark == 3
            || sound > malformed
            || 6 * halves > malformed
            || onlyNul(b, fault, to, malformed);
    if (isUtf8 || StandardCharsets.UTF_8.equals(said) && isFew(malformed, to - start)) {
      return isFew(malformed, to - start)
          ? replaceFaults(b, start, to, mark, malformed)
          : Decoded.refused(Reason.CHARSET_MALFORMED);
    }
    if (said != null && !StandardCharsets.UTF_8.equals(said)) {
      Decoded decoded = decodeAs(said, b, start, to, mark);
      if (decoded.refusal() == null) {
        return decoded;
      }
    }
    return decodeAs(detect(b, start, to), b, start, to, mark);
  }

  private static int sequence(byte[] b, int i, int to) {
    return Utf8.isPairOfSurrogates(b, i, to) ? Utf8.PAIR_BYTES : Utf8.sequence(b, i, to);
  }

  private static boolean onlyNul(byte[] b, int fault, int to, long malformed) {
    long zeros = 0;
    for (int i = fault; i < to; i++) {
      zeros += b[i] == 0 ? 1 : 0;
    }
    return zeros == malformed;
  }

  // One bad byte is always borne: it would be more than any share of a short text.
  private boolean isFew(long malformed, long length) {
    return malformed <= Math.max(1, (long) (length * maxMalformedShare));
  }

  private static Decoded replaceFaults(byte[] b, int start, int to, int mark, long malformed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - start + 16);
    int i = start;
    while (i < to) {
      int fault = Utf8.firstFault(b, i, to);
      out.write(b, i, fault - i);
      i = fault;
      if (i < to && Utf8.isPairOfSurrogates(b, i, to)) {
        out.writeBytes(Utf8.joined(b, i));
        i += Utf8.PAIR_BYTES;
      } else if (i < to) {
        out.write(REPLACEMENT, 0, REPLACEMENT.length);
        i += Math.abs(Utf8.sequence(b, i, to));
      }
    }
    return new Decoded(out.toByteArray(), mark, malformed, null);
  }

  /** Decodes {@code [from, to)}, which is known to be of this set. */
  public Decoded decodeAs(Charset charset, byte[] b, int from, int to, int mark) {
    CharBuffer chars;
    try {
      chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(b, from, to - from));
    } catch (CharacterCodingException | RuntimeException e) {
      // Some decoders of the JDK answer bad input with runtime exceptions.
      return Decoded.refused(Reason.CHARSET_MALFORMED);
    }
    long replaced = 0;
    int controls = 0;
    for (int i = chars.position(); i < chars.limit(); i++) {
      char c = chars.array()[chars.arrayOffset() + i];
      replaced += c == '\ufffd' || c == 0 ? 1 : 0;
      controls += isControl(c) ? 1 : 0;
    }
    int length = chars.remaining();
    if (!isFew(replaced, length)) {
      return Decoded.refused(Reason.CHARSET_MALFORMED);
    }
    if (controls > Math.max(1, length / 20)) {
      return Decoded.refused(Reason.NOT_TEXT);
    }
    byte[] out = new byte[3 * length];
    int n = (int) Utf8.encode(chars.array(), chars.arrayOffset() + chars.position(), length, out);
    return new Decoded(Arrays.copyOf(out, n), mark, replaced, null);
  }

  private static boolean isControl(int c) {
    return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0b && c != 0x1b;
  }

  private static Charset detect(byte[] b, int from, int to) {
    // What is not ASCII may stand late in an English page, so the look starts a little before it.
    int first = from;
    while (first < to && b[first] > 0) {
      first++;
    }
    int start = Math.max(from, first - 256);
    int length = Math.min(to - start, LOOKED_AT);
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(b, start, length);
    detector.dataEnd();
    Charset found = CharsetNames.find(detector.getDetectedCharset());
    Charset latin = CharsetNames.find("windows-1252");
    if (found != null && !found.equals(latin) && !found.equals(StandardCharsets.UTF_8)) {
      return found;
    }
    // Of 17 character sets the first finds 13, sure of itself; the second finds the other four.
    CharsetMatch match =
        new CharsetDetector().setText(Arrays.copyOfRange(b, start, start + length)).detect();
    Charset second = match == null ? null : CharsetNames.find(match.getName());
    return second == null || second.name().startsWith("UTF") ? latin : second;
  }

  /** Length of the byte order mark at {@code from}: 0, 2 (UTF-16), 3 (UTF-8) or 4 (UTF-32). */
  public static int markLength(byte[] b, int from, int to) {
    int n = to - from;
    int b0 = n > 0 ? b[from] & 0xff : 0;
    int b1 = n > 1 ? b[from + 1] & 0xff : 0;
    if (n >= 3 && b0 == 0xef && b1 == 0xbb && (b[from + 2] & 0xff) == 0xbf) {
      return 3;
    }
    if (n >= 4 && b0 == 0xff && b1 == 0xfe && b[from + 2] == 0 && b[from + 3] == 0) {
      return 4;
    }
    boolean isWide = n >= 2 && (b0 == 0xff && b1 == 0xfe || b0 == 0xfe && b1 == 0xff);
    return isWide ? 2 : 0;
  }

  /**
   * The set of a text whose characters have two bytes or four, by its mark or its zeros; null where
   * they have not.
   */
  public static Charset wide(byte[] b, int from, int to) {
    int mark = markLength(b, from, to);
    if (mark == 2 || mark == 4) {
      return markCharset(b, from, mark);
    }
    return mark == 0 ? wideWithoutMark(b, from, to) : null;
  }

  private static Charset markCharset(byte[] b, int from, int mark) {
    if (mark == 4) {
      return Charset.forName("UTF-32LE");
    }
    return (b[from] & 0xff) == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  /** UTF-16 without a mark shows as zeros in every other byte; null when it does not. */
  public static Charset wideWithoutMark(byte[] b, int from, int to) {
    int end = Math.min(to, from + 4096) - (Math.min(to - from, 4096) & 1);
    int even = 0;
    int odd = 0;
    for (int i = from; i < end; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    int pairs = (end - from) / 2;
    if (pairs < 4) {
      return null;
    }
    if (odd > pairs * 0.7 && even < pairs * 0.02) {
      return StandardCharsets.UTF_16LE;
    }
    return even > pairs * 0.7 && odd < pairs * 0.02 ? StandardCharsets.UTF_16BE : null;
  }

  /** True when there is a control character other than white space. */
  public static boolean hasControls(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] >= 0 && isControl(b[i])) {
        return true;
      }
    }
    return false;
  }

  /** True when more than a hundredth of the first 64 KB are control characters. */
  public static boolean looksBinary(byte[] b, int from, int to) {
    int end = Math.min(to, from + LOOKED_AT);
    int controls = 0;
    for (int i = from; i < end; i++) {
      controls += b[i] >= 0 && isControl(b[i]) ? 1 : 0;
    }
    return controls > 1 + (end - from) / 100;
  }
}
