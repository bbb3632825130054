package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainNoticesTest {
  @TempDir Path folder;

  private Path strings;
  private Path letters;
  private Path written;

  @BeforeEach
  void makeSources() throws IOException {
    strings = Files.createDirectories(folder.resolve("locales"));
    Files.write(
        strings.resolve("en-GB.pak"),
        pack("Click <b>here</b> to turn sync on", "{COUNT, plural, =1 {one} other {many}}"));
    Files.write(strings.resolve("en_NEUTER.pak"), pack("Not read at all"));
    letters = folder.resolve("letters.jar");
    try (OutputStream out = Files.newOutputStream(letters);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "unigrams", "{\"language\":\"ENGLISH\",\"ngrams\":{\"1/4\":\"a b\",\"1/2\":\"c\"}}");
      put(
          zip,
          "bigrams",
          "{\"language\":\"ENGLISH\",\"ngrams\":{\"1/2\":\"ab ca\",\"1/3\":\"xy\"}}");
      for (String size : List.of("trigrams", "quadrigrams", "fivegrams")) {
        put(zip, size, "{\"language\":\"ENGLISH\",\"ngrams\":{}}");
      }
    }
    written = Files.createDirectories(folder.resolve("written"));
    Files.writeString(written.resolve("en.txt"), "Please log in to read your saved stories.\n");
  }

  private static void put(ZipOutputStream zip, String size, String json) throws IOException {
    zip.putNextEntry(new ZipEntry("language-models/en/" + size + ".json"));
    zip.write(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A data pack of version 5 in UTF-8. */
  private static byte[] pack(String... texts) {
    ByteBuffer pack = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    pack.putInt(5).putInt(1).putShort((short) texts.length).putShort((short) 0);
    int at = 12 + 6 * (texts.length + 1);
    for (int i = 0; i <= texts.length; i++) {
      pack.putShort((short) i).putInt(at);
      at += i < texts.length ? texts[i].getBytes(StandardCharsets.UTF_8).length : 0;
    }
    for (String text : texts) {
      pack.put(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = new byte[pack.position()];
    pack.flip().get(bytes);
    return bytes;
  }

  @Test
  void stringsAreReadByLanguageWithoutMarkupAndPluralForms() throws IOException {
    assertThat(
        BrowserStrings.read(strings), is(Map.of("en", List.of("Click  here  to turn sync on"))));
  }

  @Test
  void aPackThatIsCutAndAFolderWithoutPacksAreRefused() throws IOException {
    byte[] whole = pack("Click here");
    Files.write(strings.resolve("de.pak"), java.util.Arrays.copyOf(whole, 20));
    assertThrows(IllegalArgumentException.class, () -> BrowserStrings.read(strings));
    assertThrows(IllegalArgumentException.class, () -> BrowserStrings.read(written));
  }

  @Test
  void sharesOfGroupsAreMultipliedLetterByLetter() throws IOException {
    Map<String, Double> shares = new TreeMap<>();
    LetterGroups.read(letters, "en", shares::put);
    // "xy" follows no known "x".
    assertThat(shares, is(Map.of("a", .25, "b", .25, "c", .5, "ab", .125, "ca", .25)));
    assertThrows(
        IllegalArgumentException.class, () -> LetterGroups.read(letters, "de", shares::put));
  }

  @Test
  void lettersThatFollowTwoOthersAreWritten() throws IOException {
    Path jar = folder.resolve("three.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "unigrams", "{\"language\":\"ENGLISH\",\"ngrams\":{\"1/2\":\"a b\"}}");
      put(zip, "bigrams", "{\"language\":\"ENGLISH\",\"ngrams\":{\"1/2\":\"ab\"}}");
      put(
          zip,
          "trigrams",
          "{\"language\":\"ENGLISH\",\"ngrams\":{\"1/2\":\"abc aba abé\",\"1/90000\":\"abd\"}}");
    }
    Path file = folder.resolve("three.txt");
    FollowingLetters.write(jar, file);
    assertThat(
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList(),
        is(List.of("ab ac")));
  }

  @Test
  void aLotIsMeasuredByWhatLearnedFromTheOthersAndTheSameBytesAreWritten() throws IOException {
    Path lot = folder.resolve("lot.txt");
    Files.writeString(
        lot,
        "en notice: Please log in to see the stories you saved.\nen navigation: Home / Sport\n");
    Path news = folder.resolve("news.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(news))) {
      out.write("{\"title\":\"Aa\",\"text\":\"ab\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(NewsGroups.shares(List.of(news)).get("a"), is(.75));
    TrainNotices notices = new TrainNotices(strings, letters, written, List.of(news), List.of(lot));
    StringWriter told = new StringWriter();
    notices.crossValidate(new PrintWriter(told));
    assertThat(told.toString(), containsString("lot.txt, not learned from: of 1 notices above"));
    Path first = folder.resolve("first.gz");
    Path second = folder.resolve("second.gz");
    notices.write(first);
    new TrainNotices(strings, letters, written, List.of(news), List.of(lot)).write(second);
    assertThat(Files.mismatch(first, second), is(-1L));
  }
}
