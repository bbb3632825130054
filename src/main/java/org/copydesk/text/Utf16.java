package org.copydesk.text;

import com.dynatrace.hash4j.hashing.HashSink;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;

/**
 * A text as the bytes that a hash over its characters reads: UTF-16, low byte first, so that {@code
 * hashBytes} of a part gives what {@code hashChars} of the same characters gives. Copying them out
 * first costs a tenth of asking a String for one character after the other.
 *
 * <p>A thread copies into the same buffers each time, at most {@link #MOST_KEPT} characters.
 */
public final class Utf16 {
  /** Bytes of a character. */
  static final int WIDTH = Character.BYTES;

  /** A buffer for more characters is not kept for the next text. */
  static final int MOST_KEPT = 1 << 18;

  private static final ThreadLocal<Copy> COPIES = ThreadLocal.withInitial(() -> new Copy(1 << 12));

  private Utf16() {}

  /** Characters and bytes of a text, at the beginning of arrays that may be longer. */
  static final class Copy {
    private final char[] chars;
    private final byte[] bytes;
    private final CharBuffer asChars;

    private Copy(int room) {
      chars = new char[room];
      bytes = new byte[room * WIDTH];
      asChars = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer();
    }

    char[] chars() {
      return chars;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** A copy of a text, which stays until the same thread asks for the next. */
  static Copy of(String text) {
    int length = text.length();
    Copy copy = COPIES.get();
    if (copy.chars.length < length) {
      boolean isKept = length <= MOST_KEPT;
      copy = new Copy(isKept ? Math.min(MOST_KEPT, length * 2) : length);
      if (isKept) {
        COPIES.set(copy);
      }
    }
    text.getChars(0, length, copy.chars, 0);
    copy.asChars.clear().put(copy.chars, 0, length);
    return copy;
  }

  /** Puts a text and where it ends; the same as {@code sink.putString(text)}. */
  public static void put(HashSink sink, String text) {
    int length = text.length();
    sink.putBytes(of(text).bytes, 0, length * WIDTH).putInt(length);
  }
}
