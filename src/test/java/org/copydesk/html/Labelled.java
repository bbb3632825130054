package org.copydesk.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.copydesk.html.stated.PageAddress;
import org.copydesk.model.Page;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Reading and comparing labelled pages, for the tests that measure. */
public final class Labelled {
  private Labelled() {}

  /**
   * Which half of the set a page is in: the lowest bit of the CRC-32 of its host in lower case
   * without "www." (of the whole address where it has no host) is 0 in the half to develop on, 1 in
   * the half to judge on.
   */
  static boolean isToDevelopOn(String url) {
    CRC32 crc = new CRC32();
    String host = PageAddress.host(url);
    String key = host.isEmpty() ? url.toLowerCase(Locale.ROOT) : host;
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() & 1) == 0;
  }

  /** A stored page, decoded as a browser would and encoded as UTF-8. */
  static Page page(Path gzip, String url) throws IOException {
    byte[] raw;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
      raw = in.readAllBytes();
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
    } catch (CharacterCodingException e) {
      String decoded =
          new String(raw, Jsoup.parse(new ByteArrayInputStream(raw), null, "").charset());
      raw = decoded.getBytes(StandardCharsets.UTF_8);
    }
    return page(url, raw);
  }

  public static Page page(String url, String html) {
    return page(url, html.getBytes(StandardCharsets.UTF_8));
  }

  private static Page page(String url, byte[] payload) {
    return new Page("page.html", 0, null, null, url, null, null, null, Page.Kind.HTML, payload);
  }

  /** The form in which segments are looked for: entities decoded, white space collapsed. */
  static String squash(String text) {
    String decoded = Parser.unescapeEntities(text, false).replace("\u00AD", "");
    StringBuilder out = new StringBuilder(decoded.length());
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      boolean isSpace = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!isSpace) {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  /** Precision and recall of 4-token shingles, as multisets. */
  static double[] shingles(String found, String truth) {
    Map<String, Integer> a = shingles(found);
    Map<String, Integer> b = shingles(truth);
    double common = 0;
    for (Map.Entry<String, Integer> entry : a.entrySet()) {
      common += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
    }
    double inFound = a.values().stream().mapToInt(i -> i).sum();
    double inTruth = b.values().stream().mapToInt(i -> i).sum();
    return new double[] {inFound == 0 ? 0 : common / inFound, inTruth == 0 ? 0 : common / inTruth};
  }

  private static Map<String, Integer> shingles(String text) {
    Tokens tokens = Tokens.of(Normaliser.normalise(text));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      words.add(tokens.word(i));
    }
    Map<String, Integer> shingles = new HashMap<>();
    int width = Math.min(4, Math.max(1, words.size()));
    for (int i = 0; i + width <= words.size(); i++) {
      shingles.merge(String.join(" ", words.subList(i, i + width)), 1, Integer::sum);
    }
    return shingles;
  }
}
