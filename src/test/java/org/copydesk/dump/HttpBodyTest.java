package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.join;
import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;

class HttpBodyTest {
  private static final byte[] PAGE =
      utf8("<html><body><p>The bridge – closed.</p><p>The ferry sails again.</p></body></html>");

  private final HttpBody body = new HttpBody(1 << 20);

  private Reason unpack(String encoding, byte[] packed) {
    HeaderFields http =
        HeaderFields.parse(
            utf8("HTTP/1.1 200 OK\r\n" + encoding + "\r\n\r\n"), 0, 21 + utf8(encoding).length);
    return body.unpack(packed, 0, packed.length, http);
  }

  private byte[] unpacked() {
    return Arrays.copyOfRange(body.bytes(), body.from(), body.to());
  }

  private static byte[] gzip(byte[] plain) {
    return ReadDump.pack(Compression.GZIP, plain);
  }

  /** Brotli that stores its bytes as they are: one meta-block of them, one that is empty. */
  private static byte[] brotli(byte[] plain) {
    int head = plain.length - 1 << 4 | 1 << 20;
    return join(
        new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)}, plain, new byte[] {3});
  }

  private static byte[] deflate(byte[] plain, boolean isRaw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new DeflaterOutputStream(out, new Deflater(9, isRaw))) {
      packed.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void listsOfEncodingsAreUndoneFromTheLastToTheFirst() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("Content-Encoding: gzip", gzip(PAGE));
    bodies.put("Content-Encoding: x-gzip", gzip(PAGE));
    bodies.put("Content-Encoding: GZIP, identity", gzip(PAGE));
    bodies.put("Content-Encoding: gzip, gzip", gzip(gzip(PAGE)));
    bodies.put("Content-Encoding: gzip, br", brotli(gzip(PAGE)));
    bodies.put("Content-Encoding: br, gzip", gzip(brotli(gzip(PAGE))));
    bodies.put("Content-Encoding: deflate, gzip", gzip(deflate(PAGE, false)));
    bodies.put("Content-Encoding: gzip, deflate", deflate(gzip(PAGE), true));
    bodies.put("Content-Encoding: zstd, gzip", gzip(ReadDump.pack(Compression.ZSTD, PAGE)));
    bodies.put("Content-Encoding: gzip\r\nContent-Encoding: br", brotli(gzip(PAGE)));
    bodies.put("Content-Encoding: gzip, gzip, gzip, gzip", gzip(gzip(gzip(gzip(PAGE)))));
    // Stored decoded, in whole or in part, with the header as it was.
    bodies.put("Content-Encoding: gzip, br ", PAGE);
    bodies.put("Content-Encoding: gzip, br  ", gzip(PAGE));
    bodies.put("X-Nothing: said", gzip(PAGE));
    bodies.forEach(
        (encoding, packed) -> {
          assertThat(encoding, unpack(encoding, packed), is(nullValue()));
          assertThat(encoding, unpacked(), is(PAGE));
          assertThat(encoding, body.fault(), is(nullValue()));
        });
  }

  @Test
  void whatCannotBeUndoneIsRefused() {
    byte[] five = gzip(gzip(gzip(gzip(gzip(PAGE)))));
    assertThat(unpack("Content-Encoding: gzip", five), is(Reason.CONTENT_ENCODING));
    byte[] binary = new byte[200];
    Arrays.fill(binary, (byte) 1);
    assertThat(unpack("Content-Encoding: compress", binary), is(Reason.CONTENT_ENCODING));
    assertThat(unpack("Content-Encoding: gzip, sdch", binary), is(Reason.CONTENT_ENCODING));
    byte[] damaged = gzip(PAGE);
    damaged[damaged.length / 2] ^= 0x55;
    damaged[damaged.length / 2 + 1] ^= 0x55;
    Reason reason = unpack("Content-Encoding: gzip", damaged);
    assertThat(reason == Reason.CONTENT_ENCODING || body.fault() != null, is(true));
  }

  @Test
  void everyMemberOfGzipIsRead() {
    byte[] first = Arrays.copyOf(PAGE, 30);
    byte[] second = Arrays.copyOfRange(PAGE, 30, PAGE.length);
    for (byte[] packed :
        new byte[][] {
          join(gzip(first), gzip(second)),
          join(gzip(first), gzip(new byte[0]), gzip(second)),
          join(gzip(new byte[0]), gzip(first), gzip(second), new byte[512]),
          join(gzip(first), gzip(second), utf8("\r\nadded by a proxy"))
        }) {
      assertThat(unpack("Content-Encoding: gzip", packed), is(nullValue()));
      assertThat(unpacked(), is(PAGE));
      assertThat(body.fault(), is(nullValue()));
    }
  }

  @Test
  void aHundredThousandMembersCostNoMoreThanTheirBytes() {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    byte[] one = gzip(utf8("word "));
    for (int i = 0; i < 100_000; i++) {
      members.writeBytes(one);
    }
    assertThat(unpack("Content-Encoding: gzip", members.toByteArray()), is(nullValue()));
    assertThat(body.to() - body.from(), is(500_000));
  }

  @Test
  void aTrailerThatIsAnothersIsTold() {
    byte[] packed = gzip(PAGE);
    for (int fromEnd : new int[] {8, 5, 4, 1}) {
      byte[] wrong = packed.clone();
      wrong[wrong.length - fromEnd] ^= 1;
      assertThat(unpack("Content-Encoding: gzip", wrong), is(nullValue()));
      assertThat(unpacked(), is(PAGE));
      assertThat(body.fault(), is(HttpBody.WRONG));
      // The fault of one body is not the next one's.
      unpack("Content-Encoding: gzip", packed);
      assertThat(body.fault(), is(nullValue()));
    }
  }

  @Test
  void aBodyCutAnywhereGivesItsBeginningAndSaysSo() {
    byte[] two = join(gzip(PAGE), gzip(PAGE));
    int member = two.length / 2;
    for (int length = 1; length < two.length; length++) {
      byte[] cut = Arrays.copyOf(two, length);
      Reason reason = unpack("Content-Encoding: gzip", cut);
      if (reason == null && length >= 3) {
        String text = new String(unpacked(), java.nio.charset.StandardCharsets.UTF_8);
        String whole = new String(join(PAGE, PAGE), java.nio.charset.StandardCharsets.UTF_8);
        boolean isBehindMember = length >= member && length < member + 3;
        assertThat("cut at " + length, body.fault(), is(isBehindMember ? null : HttpBody.CUT));
        assertThat(whole, startsWith(text.replace("\ufffd", "")));
      }
    }
    byte[] zlib = deflate(PAGE, false);
    assertThat(
        unpack("Content-Encoding: deflate", Arrays.copyOf(zlib, zlib.length - 8)), is(nullValue()));
    assertThat(body.fault(), is(HttpBody.CUT));
    assertThat(unpack("Transfer-Encoding: chunked", utf8("10\r\nshort")), is(nullValue()));
    assertThat(body.fault(), is(HttpBody.CUT));
  }

  @Test
  void aBodyAboveTheBoundIsRefusedInWhateverItIsPacked() {
    byte[] large = new byte[(1 << 20) + 1];
    Arrays.fill(large, (byte) 'a');
    byte[] half = new byte[(1 << 19) + 1];
    Arrays.fill(half, (byte) 'a');
    for (byte[] packed :
        new byte[][] {gzip(large), gzip(gzip(large)), join(gzip(half), gzip(half))}) {
      assertThat(unpack("Content-Encoding: gzip", packed), is(Reason.PAYLOAD_TOO_LARGE));
    }
  }
}
