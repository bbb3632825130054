package org.copydesk.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.charset.Utf8;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.StoredTime;
import org.copydesk.text.Printable;

/**
 * One JSON object in, a page out: {@code {"url":"https://a.example/1","text":"..."}}. Which key
 * tells what is {@link JsonKeys}' to say; text wins over HTML where a record has both, and every
 * other key is kept as metadata, within bounds; see {@link FieldBounds}. {@code NaN}, which Python
 * writes for a value that is not there, is none.
 */
final class JsonRecord {
  private static final int LONGEST_NUMBER = 1000;
  private static final int CHUNK = 64 << 10;

  /** Keys told of a record without a text, and characters of each. */
  private static final int MOST_KEYS_TOLD = 10;

  private static final int LONGEST_KEY_TOLD = 30;

  private static final int MOST_AUTHORS = 20;
  private static final int LONGEST_TIME = 40;

  private final DumpSettings settings;
  private final Payloads payloads;
  private final TextDecoder decoder;
  private final JsonFactory json;
  private final FieldBounds bounds;
  private final JsonMetadata metadata;
  private final Map<String, JsonKeys.Place> places;

  /** Keys of objects in which a key of a field may stand. */
  private final Set<String> opened = new HashSet<>();

  private byte[] scratch = new byte[CHUNK];

  // The record at hand.
  private final Map<JsonField, Taken> taken = new EnumMap<>(JsonField.class);
  private final List<String> keys = new ArrayList<>();
  private long keyCount;
  private String others;
  private long replaced;

  /**
   * A field's value so far.
   *
   * @param key as it was written, behind those of the objects around it
   * @param rank of the key
   * @param value null where it is a payload
   * @param payload UTF-8; null where it is a value
   */
  private record Taken(String key, int rank, String value, byte[] payload) {}

  JsonRecord(DumpSettings settings, Payloads payloads) {
    this.settings = settings;
    this.payloads = payloads;
    decoder = new TextDecoder(settings.maxMalformedShare());
    json =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(settings.maxJsonDepth())
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(settings.maxPayloadBytes() + 1)
                    .build())
            .build();
    bounds = new FieldBounds(settings.maxFieldChars());
    metadata = new JsonMetadata(json, settings.maxMetadataChars(), bounds);
    places = settings.keys().places();
    for (String key : places.keySet()) {
      for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
        opened.add(key.substring(0, dot));
      }
    }
  }

  /** Hands on what {@link #parse} read. */
  void handOn(Tally tally, long start, long end) {
    tally.address(value(JsonField.URL));
    PageOrigin origin =
        new PageOrigin(
            value(JsonField.ID),
            instant(value(JsonField.FETCHED)),
            value(JsonField.URL),
            value(JsonField.TITLE),
            value(JsonField.DATE),
            bounds.mark(others),
            value(JsonField.AUTHOR),
            SiteSource.name(value(JsonField.SITE)));
    Taken text = taken.get(JsonField.TEXT);
    boolean isHtml = text == null;
    byte[] payload = isHtml ? taken.get(JsonField.HTML).payload() : text.payload();
    Page.Kind kind = isHtml ? Page.Kind.HTML : settings.segment() ? Page.Kind.TEXT : Page.Kind.BODY;
    tally.replaced(replaced);
    tally.cut(bounds.count());
    // Escapes are container; replaced bytes may make a payload longer than its record.
    long bytes = Math.min(payload.length, end - start);
    payloads.handOn(tally, payload, kind, origin, start, end, bytes);
  }

  /** Tells why {@link #parse} gave no page. */
  void refuse(Tally tally, Reason refusal, long start, long end) {
    tally.address(value(JsonField.URL));
    tally.reject(refusal, start, end, message(refusal));
  }

  private String value(JsonField field) {
    Taken found = taken.get(field);
    return found == null ? null : found.value();
  }

  /** What a person needs to know of a refusal; null where its reason says it all. */
  private String message(Reason refusal) {
    if (refusal != Reason.JSON_NO_TEXT) {
      return null;
    }
    long more = keyCount - keys.size();
    return "no key read as text; name its key with --json-text=KEY. Keys: "
        + (keys.isEmpty()
            ? "none"
            : keys.stream()
                .map(key -> Printable.of(key, LONGEST_KEY_TOLD))
                .collect(Collectors.joining(", ")))
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** Forgets the record before. */
  void start() {
    taken.clear();
    keys.clear();
    keyCount = 0;
    others = null;
    bounds.start();
    replaced = 0;
  }

  /** Is told of values that were left out before the record came here. */
  FieldBounds bounds() {
    return bounds;
  }

  /**
   * Reads a record that was taken apart elsewhere, after {@link #start}.
   *
   * @param length most bytes it has as JSON
   * @param replacedBefore characters of it that could not be decoded
   * @return why there is no page; null when there is one
   */
  Reason parse(JsonParser parser, int length, long replacedBefore) throws IOException {
    replaced = replacedBefore;
    metadata.start(length);
    return readObject(parser);
  }

  /**
   * Reads the record in {@code [from, to)}.
   *
   * @param wide set of the file, whose characters have two bytes or four; null for UTF-8
   * @return why there is no page; null when there is one
   */
  Reason parse(byte[] b, int from, int to, Charset wide) {
    start();
    byte[] line = b;
    int start = from;
    int end = to;
    if (wide != null || Utf8.firstFault(b, from, to) != to) {
      TextDecoder.Decoded decoded =
          wide != null
              ? decoder.decodeAs(wide, b, from, to, 0)
              : decoder.decode(b, from, to, "utf-8");
      if (decoded.refusal() != null) {
        return decoded.refusal();
      }
      replaced = decoded.replaced();
      line = decoded.payload();
      start = 0;
      end = line.length;
    }
    try (JsonParser parser = json.createParser(line, start, end - start)) {
      return parse(parser, end - start, replaced);
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
      keyCount++;
      if (keys.size() < MOST_KEYS_TOLD) {
        keys.add(key);
      }
      if (value == JsonToken.START_OBJECT && opened.contains(key)) {
        readNested(parser, key);
      } else if (!readField(parser, key, value)) {
        metadata.add(parser, key);
      }
      key = parser.nextFieldName();
    }
    if (!parser.hasToken(JsonToken.END_OBJECT) || parser.nextToken() != null) {
      return Reason.JSON_MALFORMED;
    }
    others = metadata.end();
    boolean hasPayload = taken.containsKey(JsonField.TEXT) || taken.containsKey(JsonField.HTML);
    return hasPayload ? null : Reason.JSON_NO_TEXT;
  }

  /** An object whose keys may tell something; what they do not is metadata, under its key. */
  private void readNested(JsonParser parser, String key) throws IOException {
    try (TokenBuffer rest = new TokenBuffer(parser)) {
      copyRest(parser, key, rest);
      try (JsonParser again = rest.asParser()) {
        boolean hasMore =
            again.nextToken() == JsonToken.START_OBJECT
                && again.nextToken() != JsonToken.END_OBJECT;
        if (hasMore) {
          try (JsonParser whole = rest.asParser()) {
            whole.nextToken();
            metadata.add(whole, key);
          }
        }
      }
    }
  }

  private void copyRest(JsonParser parser, String path, TokenBuffer rest) throws IOException {
    rest.writeStartObject();
    String key = parser.nextFieldName();
    while (key != null) {
      JsonToken value = parser.nextToken();
      String inner = path + "." + key;
      if (value == JsonToken.START_OBJECT && opened.contains(inner)) {
        rest.writeFieldName(key);
        copyRest(parser, inner, rest);
      } else if (!readField(parser, inner, value)) {
        rest.writeFieldName(key);
        rest.copyCurrentStructure(parser);
      }
      key = parser.nextFieldName();
    }
    rest.writeEndObject();
  }

  // True when the key is a field's and its value was taken (or is null).
  private boolean readField(JsonParser parser, String key, JsonToken value) throws IOException {
    JsonKeys.Place place = places.get(key);
    if (place == null) {
      return false;
    }
    JsonField field = place.field();
    Taken before = taken.get(field);
    if (before != null && before.rank() < place.rank()) {
      return false;
    }
    Taken found;
    if (field == JsonField.TEXT || field == JsonField.HTML) {
      if (value != JsonToken.VALUE_STRING) {
        return false;
      }
      found = new Taken(key, place.rank(), null, utf8(parser));
    } else if (field == JsonField.AUTHOR && value == JsonToken.START_ARRAY) {
      found = new Taken(key, place.rank(), authors(parser, key), null);
    } else if (value.isScalarValue()) {
      found = new Taken(key, place.rank(), scalar(parser, key, value), null);
    } else {
      return false;
    }
    boolean isNothing = found.value() == null && found.payload() == null;
    if (isNothing && before != null && before.rank() != place.rank()) {
      return true;
    }
    if (before != null && before.rank() != place.rank()) {
      keepAsMetadata(before);
    }
    if (isNothing) {
      taken.remove(field);
    } else {
      taken.put(field, found);
    }
    return true;
  }

  /** A value for which a better key came later. */
  private void keepAsMetadata(Taken other) throws IOException {
    String value =
        other.value() != null ? other.value() : new String(other.payload(), StandardCharsets.UTF_8);
    metadata.add(other.key(), value);
  }

  /** Names in a list, or in the {@code name} of objects in one, as a byline has them. */
  private String authors(JsonParser parser, String key) throws IOException {
    List<String> names = new ArrayList<>();
    int depth = 1;
    String inner = null;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        break;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.FIELD_NAME) {
        inner = parser.currentName();
      }
      boolean isName =
          token == JsonToken.VALUE_STRING && (depth == 1 || depth == 2 && "name".equals(inner));
      if (isName && names.size() < MOST_AUTHORS && !parser.getText().isBlank()) {
        names.add(parser.getText().strip());
      }
    }
    return names.isEmpty() ? null : soundText(bounds.field(key, String.join(", ", names)));
  }

  private String scalar(JsonParser parser, String key, JsonToken value) throws IOException {
    boolean isNotThere =
        value == JsonToken.VALUE_NULL || value == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN();
    String given = isNotThere ? null : parser.getText();
    return given == null || given.isBlank() ? null : soundText(bounds.field(key, given));
  }

  /** A time of crawling; one without a zone is taken for UTC, null when it cannot be read. */
  private static Instant instant(String given) {
    if (given == null || given.length() > LONGEST_TIME) {
      return null;
    }
    String iso = given.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    try {
      return StoredTime.orNull(
          iso.endsWith("Z")
              ? Instant.parse(iso)
              : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return null;
    }
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
