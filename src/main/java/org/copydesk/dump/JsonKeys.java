package org.copydesk.dump;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Under which keys a JSON record tells what: {@code JsonKeys.KNOWN.with(JsonField.TEXT,
 * List.of("body"))} reads {@code {"body":"...","title":"..."}}. A key of a nested object is written
 * {@code metadata.url}; of several keys of one field the first that has a value counts.
 *
 * @param names keys of each field, the best first; no key stands twice
 */
public record JsonKeys(Map<JsonField, List<String>> names) implements Serializable {
  /** Those of {@link JsonField#known()}. */
  public static final JsonKeys KNOWN = known();

  public JsonKeys {
    Set<String> seen = new HashSet<>();
    for (List<String> keys : names.values()) {
      for (String key : keys) {
        if (key.isBlank()) {
          throw new IllegalArgumentException("a JSON key without a name");
        }
        if (!seen.add(key)) {
          throw new IllegalArgumentException("the JSON key " + key + " is named for two fields");
        }
      }
    }
    // The same settings are the same bytes wherever they are read.
    names = Collections.unmodifiableMap(new EnumMap<>(names));
  }

  private static JsonKeys known() {
    Map<JsonField, List<String>> names = new EnumMap<>(JsonField.class);
    for (JsonField field : JsonField.values()) {
      names.put(field, field.known());
    }
    return new JsonKeys(names);
  }

  /**
   * The same with other keys for some fields. A key that is known for another field is that one's
   * no more.
   *
   * @param named keys by field; an empty list: the field is not read
   * @throws IllegalArgumentException where one key is named for two fields
   */
  public JsonKeys with(Map<JsonField, List<String>> named) {
    Set<String> taken = new HashSet<>();
    named.values().forEach(taken::addAll);
    Map<JsonField, List<String>> all = new EnumMap<>(JsonField.class);
    names.forEach(
        (field, keys) -> {
          List<String> rest = new ArrayList<>(keys);
          rest.removeAll(taken);
          all.put(field, rest);
        });
    all.putAll(named);
    return new JsonKeys(all);
  }

  /** A field and which of its keys this is, from 0. */
  record Place(JsonField field, int rank) {}

  /** What each key tells. */
  Map<String, Place> places() {
    Map<String, Place> places = new HashMap<>();
    names.forEach(
        (field, keys) -> {
          for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), new Place(field, i));
          }
        });
    return places;
  }
}
