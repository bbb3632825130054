package org.copydesk.train;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a browser says to its users, by language: the strings of Chromium's {@code locales/*.pak},
 * data packs of version 5 in UTF-8 or UTF-16.
 */
final class BrowserStrings {
  private static final int VERSION = 5;
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&[a-z#0-9]+;|\\$\\d|\\s+");

  private BrowserStrings() {}

  /**
   * Strings of each language (ISO 639-1), in order, each once; variants of a language together.
   *
   * @param folder of the packs
   */
  static Map<String, List<String>> read(Path folder) throws IOException {
    Map<String, TreeSet<String>> strings = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        // Forms of address have packs of their own, with an underscore: the same strings again.
        if (name.endsWith(".pak") && name.indexOf('_') < 0) {
          String language = name.substring(0, name.length() - 4).split("-")[0];
          try {
            read(
                Files.readAllBytes(file),
                strings.computeIfAbsent(language, key -> new TreeSet<>()));
          } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(file + ": no whole data pack", e);
          }
        }
      }
    }
    if (strings.isEmpty()) {
      throw new IllegalArgumentException(folder + ": no data pack of a browser's strings");
    }
    Map<String, List<String>> all = new TreeMap<>();
    strings.forEach((language, texts) -> all.put(language, List.copyOf(texts)));
    return all;
  }

  private static void read(byte[] bytes, TreeSet<String> into) {
    ByteBuffer pack = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (pack.getInt() != VERSION) {
      throw new IllegalArgumentException("a data pack of another version than " + VERSION);
    }
    boolean isUtf8 = pack.getInt() == 1;
    int count = pack.getShort() & 0xFFFF;
    pack.getShort();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      pack.getShort();
      ends.add(pack.getInt());
    }
    for (int i = 0; i < count; i++) {
      String text =
          new String(
              bytes,
              ends.get(i),
              ends.get(i + 1) - ends.get(i),
              isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
      // Plural forms in braces are no text as it stands.
      if (text.indexOf('{') < 0) {
        into.add(MARKUP.matcher(text).replaceAll(" ").trim());
      }
    }
  }
}
