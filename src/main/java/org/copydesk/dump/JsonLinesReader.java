package org.copydesk.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Arrays;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;

/**
 * JSON Lines, a record a line: {@code {"url":"https://a.example/1","text":"..."}}. Text wins over
 * HTML where a line has both. Every key that is not one of the settings' is kept as metadata,
 * within bounds; see {@link FieldBounds}. Every line counts as a record, an empty one too, so that
 * record n is line n + 1 of the file.
 */
final class JsonLinesReader {
  private static final int LONGEST_NUMBER = 1000;
  private static final int CHUNK = 64 << 10;

  private final DumpSettings settings;
  private final Payloads payloads;
  private final TextDecoder decoder;
  private final JsonFactory json;
  private final FieldBounds bounds;
  private final JsonMetadata metadata;
  private byte[] scratch = new byte[CHUNK];

  // The line at hand.
  private byte[] text;
  private byte[] html;
  private String id;
  private String url;
  private String title;
  private String date;
  private String others;
  private long replaced;

  JsonLinesReader(DumpSettings settings, Payloads payloads) {
    this.settings = settings;
    this.payloads = payloads;
    decoder = new TextDecoder(settings.maxMalformedShare());
    json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(settings.maxJsonDepth())
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(settings.maxPayloadBytes() + 1)
                    .build())
            .build();
    bounds = new FieldBounds(settings.maxFieldChars());
    metadata = new JsonMetadata(json, settings.maxMetadataChars(), bounds);
  }

  void read(Window window, Tally tally) {
    int longest = settings.maxPayloadBytes() + settings.maxLineBytes();
    boolean isMarked =
        window.position() == 0
            && TextDecoder.markLength(window.bytes(), window.from(), window.to()) == 3;
    int mark = isMarked ? 3 : 0;
    tally.container(mark);
    window.advance(mark);
    while (window.ensure(1)) {
      int length = lineLength(window, longest);
      if (length > longest) {
        rejectLongLine(window, tally, longest);
      } else {
        readLine(window, tally, length);
      }
    }
  }

  // Bytes of the line with its line feed; more than longest when there is no end within it.
  private static int lineLength(Window window, int longest) {
    int seen = 0;
    while (true) {
      byte[] b = window.bytes();
      int from = window.from();
      int to = Math.min(window.to(), from + longest + 1);
      for (int i = from + seen; i < to; i++) {
        if (b[i] == '\n') {
          return i + 1 - from;
        }
      }
      seen = to - from;
      if (seen > longest || !window.ensure(seen + 1)) {
        return seen;
      }
    }
  }

  private static void rejectLongLine(Window window, Tally tally, int longest) {
    long start = window.position();
    boolean isEnded = false;
    while (!isEnded && window.ensure(1)) {
      byte[] b = window.bytes();
      int i = window.from();
      while (i < window.to() && b[i] != '\n') {
        i++;
      }
      isEnded = i < window.to();
      window.advance(i - window.from() + (isEnded ? 1 : 0));
    }
    Damage damage = window.damage();
    if (!isEnded && damage != null && !damage.isAfterEnd()) {
      tally.lose(damage, start, window.position());
    } else {
      String bound = "a line of more than " + longest + " bytes";
      tally.reject(Reason.LINE_TOO_LONG, start, window.position(), bound);
    }
  }

  private void readLine(Window window, Tally tally, int length) {
    byte[] b = window.bytes();
    int from = window.from();
    long start = window.position();
    long end = start + length;
    boolean isEnded = b[from + length - 1] == '\n';
    if (!window.isSoundUntil(end)) {
      tally.lose(window.damage(), start, end);
    } else if (isBlank(b, from, from + length)) {
      tally.skip(Reason.EMPTY_RECORD, start, end);
    } else {
      Reason refusal = parse(b, from, from + length);
      if (refusal == null) {
        handOn(tally, start, end);
      } else if (!isEnded) {
        loseLast(window, tally, start, end, refusal);
      } else {
        tally.reject(refusal, start, end, null);
      }
    }
    window.advance(length);
  }

  private static void loseLast(Window window, Tally tally, long start, long end, Reason refusal) {
    Damage damage = window.damage();
    if (damage != null && !damage.isAfterEnd()) {
      tally.lose(damage, start, end);
    } else if (refusal == Reason.JSON_MALFORMED) {
      tally.reject(Reason.JSON_TRUNCATED, start, end, "the last line ends in the middle");
    } else {
      tally.reject(refusal, start, end, null);
    }
  }

  private void handOn(Tally tally, long start, long end) {
    PageOrigin origin = new PageOrigin(id, null, url, title, date, bounds.mark(others));
    boolean isHtml = text == null;
    byte[] payload = isHtml ? html : text;
    Page.Kind kind = isHtml ? Page.Kind.HTML : settings.segment() ? Page.Kind.TEXT : Page.Kind.BODY;
    tally.replaced(replaced);
    tally.cut(bounds.count());
    // Escapes are container; replaced bytes may make a payload longer than its line.
    long bytes = Math.min(payload.length, end - start);
    payloads.handOn(tally, payload, kind, origin, start, end, bytes);
  }

  private static boolean isBlank(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] != ' ' && (b[i] < '\t' || b[i] > '\r')) {
        return false;
      }
    }
    return true;
  }

  private Reason parse(byte[] b, int from, int to) {
    text = null;
    html = null;
    id = null;
    url = null;
    title = null;
    date = null;
    others = null;
    bounds.start();
    replaced = 0;
    byte[] line = b;
    int start = from;
    int end = to;
    if (Utf8.firstFault(b, from, to) != to) {
      TextDecoder.Decoded decoded = decoder.decode(b, from, to, "utf-8");
      if (decoded.refusal() != null) {
        return decoded.refusal();
      }
      replaced = decoded.replaced();
      line = decoded.payload();
      start = 0;
      end = line.length;
    }
    metadata.start(end - start);
    try (JsonParser parser = json.createParser(line, start, end - start)) {
      return readObject(parser);
    } catch (StreamConstraintsException e) {
      return e.getMessage().contains("nesting") || e.getMessage().contains("depth")
          ? Reason.TOO_DEEP
          : e.getMessage().contains("Number") ? Reason.JSON_MALFORMED : Reason.PAYLOAD_TOO_LARGE;
    } catch (IOException e) {
      return Reason.JSON_MALFORMED;
    }
  }

  private Reason readObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Reason.JSON_MALFORMED;
    }
    String key = parser.nextFieldName();
    while (key != null) {
      JsonToken value = parser.nextToken();
      if (!readField(parser, key, value)) {
        metadata.add(parser, key);
      }
      key = parser.nextFieldName();
    }
    if (!parser.hasToken(JsonToken.END_OBJECT) || parser.nextToken() != null) {
      return Reason.JSON_MALFORMED;
    }
    others = metadata.end();
    return text == null && html == null ? Reason.JSON_NO_TEXT : null;
  }

  // True when the key is one of ours and its value was taken (or is null).
  private boolean readField(JsonParser parser, String key, JsonToken value) throws IOException {
    if (key.equals(settings.textKey()) && value == JsonToken.VALUE_STRING) {
      text = utf8(parser);
    } else if (key.equals(settings.htmlKey()) && value == JsonToken.VALUE_STRING) {
      html = utf8(parser);
    } else if (!value.isScalarValue()) {
      return false;
    } else if (key.equals(settings.urlKey())) {
      url = scalar(parser, key, value);
    } else if (key.equals(settings.titleKey())) {
      title = scalar(parser, key, value);
    } else if (key.equals(settings.dateKey())) {
      date = scalar(parser, key, value);
    } else if (key.equals(settings.idKey())) {
      id = scalar(parser, key, value);
    } else {
      return false;
    }
    return true;
  }

  private String scalar(JsonParser parser, String key, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return null;
    }
    String given = parser.getText();
    if (given.isBlank()) {
      return null;
    }
    return soundText(bounds.field(key, given));
  }

  // NUL and unpaired surrogates would not survive UTF-8.
  private String soundText(String given) {
    StringBuilder changed = null;
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < given.length()
              && Character.isLowSurrogate(given.charAt(i + 1));
      if (isPair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        changed = changed == null ? new StringBuilder(given) : changed;
        changed.setCharAt(i, '\ufffd');
        replaced++;
      }
    }
    return changed == null ? given : changed.toString();
  }

  private byte[] utf8(JsonParser parser) throws IOException {
    char[] chars = parser.getTextCharacters();
    int length = parser.getTextLength();
    if (scratch.length < 3 * length) {
      scratch = new byte[3 * length];
    }
    long encoded = Utf8.encode(chars, parser.getTextOffset(), length, scratch);
    replaced += encoded >>> 32;
    byte[] copy = Arrays.copyOf(scratch, (int) encoded);
    if (scratch.length > 1 << 20) {
      scratch = new byte[CHUNK];
    }
    return copy;
  }
}
