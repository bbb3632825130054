package org.copydesk.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Collects the keys of a JSON line that have no place of their own, as JSON text of bounded length:
 * a key that does not fit in what is left is passed over and told, those behind it may fit again.
 */
final class JsonMetadata {
  /** What stands around a token at most: quotes or a bracket, a comma, a colon. */
  private static final int AROUND = 4;

  private final JsonFactory json;
  private final int maxChars;
  private final FieldBounds bounds;

  // The line at hand.
  private StringWriter text;
  private JsonGenerator out;
  private boolean isShort;
  private int left;

  JsonMetadata(JsonFactory json, int maxChars, FieldBounds bounds) {
    this.json = json;
    this.maxChars = maxChars;
    this.bounds = bounds;
  }

  /**
   * Begins a line.
   *
   * @param length of the line in bytes; written again it has no more characters
   */
  void start(int length) {
    text = null;
    out = null;
    isShort = length <= maxChars;
    left = maxChars;
  }

  /** Takes a key and its value, at whose first token the parser stands; it is left at the last. */
  void add(JsonParser parser, String key) throws IOException {
    if (key.equals(FieldBounds.MARK)) {
      bounds.tell(key);
      parser.skipChildren();
      return;
    }
    if (isShort) {
      begin();
      out.writeFieldName(key);
      out.copyCurrentStructure(parser);
      return;
    }
    String value = value(parser, left - key.length() - AROUND);
    if (value == null) {
      bounds.tell(key);
      return;
    }
    begin();
    left -= key.length() + AROUND + value.length();
    out.writeFieldName(key);
    out.writeRawValue(value);
  }

  /** Takes a key with a text. */
  void add(String key, String value) throws IOException {
    if (key.equals(FieldBounds.MARK) || !isShort && key.length() + AROUND + value.length() > left) {
      bounds.tell(key);
      return;
    }
    begin();
    left -= key.length() + AROUND + value.length();
    out.writeStringField(key, value);
  }

  private void begin() throws IOException {
    if (out == null) {
      text = new StringWriter();
      out = generator(text);
      out.writeStartObject();
    }
  }

  /** Writes null for {@code NaN} and the infinities, which JSON does not have. */
  private JsonGenerator generator(StringWriter to) throws IOException {
    return new JsonGeneratorDelegate(json.createGenerator(to), false) {
      @Override
      public void writeNumber(double number) throws IOException {
        if (Double.isFinite(number)) {
          super.writeNumber(number);
        } else {
          writeNull();
        }
      }

      @Override
      public void writeNumber(float number) throws IOException {
        writeNumber((double) number);
      }
    };
  }

  // The value as JSON; null when it is longer than it may be.
  private String value(JsonParser parser, int most) throws IOException {
    StringWriter value = new StringWriter();
    int depth = 0;
    long length = 0;
    try (JsonGenerator copy = generator(value)) {
      JsonToken token = parser.currentToken();
      while (true) {
        // A token's text may grow by its escapes; what came of it is looked at below.
        length += parser.getTextLength() + AROUND;
        if (length <= most) {
          copy.copyCurrentEvent(parser);
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 0) {
          break;
        }
        token = parser.nextToken();
        if (token == null) {
          return null;
        }
      }
      if (length > most) {
        // Half a value: closing it would ask the generator for what it has not been told.
        copy.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        return null;
      }
    }
    return value.getBuffer().length() <= most ? value.toString() : null;
  }

  /** The metadata; null when the line has no other keys. */
  String end() throws IOException {
    if (out == null) {
      return null;
    }
    out.writeEndObject();
    out.close();
    return text.toString();
  }
}
