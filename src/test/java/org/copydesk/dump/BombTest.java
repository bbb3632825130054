package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.copydesk.dump.source.DumpFile;
import org.junit.jupiter.api.Test;

/** Files built to take memory or time; they come as streams, none is ever held. */
class BombTest {
  private static final int MB = 1 << 20;

  private final DumpReader reader = new DumpReader(DumpSettings.defaults());

  /** Repeats a piece up to a length. */
  private static InputStream repeat(byte[] piece, long length) {
    return new InputStream() {
      private long given;

      @Override
      public int read() {
        return given < length ? piece[(int) (given++ % piece.length)] & 0xff : -1;
      }

      @Override
      public int read(byte[] b, int off, int len) {
        if (given >= length) {
          return -1;
        }
        int at = (int) (given % piece.length);
        int n = (int) Math.min(Math.min(len, piece.length - at), length - given);
        System.arraycopy(piece, at, b, off, n);
        given += n;
        return n;
      }
    };
  }

  private static byte[] chunk(String piece) {
    return utf8(piece.repeat(64 * 1024 / piece.length()));
  }

  private static byte[] packZeros(boolean isGzip, byte[] head, int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = isGzip ? new GZIPOutputStream(out) : new ZstdOutputStream(out)) {
      packed.write(head);
      for (int i = 0; i < megabytes; i++) {
        packed.write(new byte[MB]);
      }
    }
    return out.toByteArray();
  }

  private ReadDump read(String name, InputStream in) {
    return ReadDump.of(reader, new DumpFile(name, -1, () -> in));
  }

  @Test
  void aFileThatDecompressesToManyTimesItsSizeIsStopped() throws IOException {
    for (boolean isGzip : List.of(true, false)) {
      for (byte[] head : List.of(new byte[0], utf8("{\"text\":\"a\"}\n"))) {
        byte[] bomb = packZeros(isGzip, head, 64);
        ReadDump read = ReadDump.of(reader, isGzip ? "b.gz" : "b.zst", bomb);
        long record = head.length > 0 ? 1 : 0;
        assertThat(read.reasons(), contains(record + ":compression_ratio"));
        assertThat(read.ledger.pages(), is(record));
        assertThat(read.ledger.decompressedBytes(), lessThan(20L * MB));
        assertThat(read.ledger.balances(), is(true));
      }
    }
  }

  @Test
  void aLineWithoutEndIsRejectedWithoutBeingHeldAndTheNextIsRead() {
    for (int megabytes : new int[] {20, 100, 1000}) {
      InputStream in =
          new SequenceInputStream(
              Collections.enumeration(
                  List.of(
                      new ByteArrayInputStream(utf8("{\"text\":\"a\"}\n{\"text\":\"")),
                      repeat(chunk("x"), (long) megabytes * MB),
                      new ByteArrayInputStream(utf8("\"}\n{\"text\":\"b\"}\n")))));
      ReadDump read = read("a.jsonl", in);
      assertThat(read.texts().get(0), is("a"));
      assertThat(read.texts().get(1), is("b"));
      assertThat(read.reasons(), contains("1:line_too_long"));
      assertThat(read.ledger.balances(), is(true));
    }
  }

  @Test
  void aPageAboveThePayloadBoundOrWithAnEndlessLineIsRejected() {
    ReadDump large = read("a.txt", repeat(chunk("word \n"), 300L * MB));
    assertThat(large.reasons(), contains("0:payload_too_large"));
    assertThat(large.ledger.decompressedBytes(), is(300L * MB));
    assertThat(large.ledger.balances(), is(true));
    ReadDump line = read("a.txt", repeat(chunk("word "), 2L * MB));
    assertThat(line.reasons(), contains("0:line_too_long"));
  }

  @Test
  void htmlBuiltToBreakParsersIsRejected() {
    ReadDump deep = read("a.html", repeat(chunk("<div>"), 5L * 1_000_000));
    assertThat(deep.reasons(), contains("0:too_deep"));
    byte[] tag = utf8("<html><body><p " + "a=1 ".repeat(1_000_000) + ">text</p>");
    assertThat(ReadDump.of(reader, "a.html", tag).reasons(), contains("0:too_many_attributes"));
    byte[] page = utf8("<html>" + "<div><p>A paragraph.<br></div>".repeat(20_000) + "</html>");
    assertThat(ReadDump.of(reader, "a.html", page).ledger.pages(), is(1L));
  }

  @Test
  void jsonThatIsTooDeepOrLongIsRejectedLineByLine() {
    String deep = "{\"text\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
    String number = "{\"text\":\"a\",\"x\":" + "9".repeat(100_000) + "}\n";
    ReadDump read = ReadDump.of(reader, "a.jsonl", utf8(deep + number + "{\"text\":\"b\"}\n"));
    assertThat(read.reasons(), contains("0:too_deep", "1:json_malformed"));
    assertThat(read.texts(), contains("b"));
  }

  @Test
  void aWarcRecordThatClaimsMoreThanItHasDoesNotHideItsNeighbours() {
    for (String length :
        List.of("0", "-1", "99", "9223372036854775807", "18446744073709551616", "1000000000")) {
      String lying = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + length + "\r\n\r\n";
      byte[] file =
          ReadDump.join(
              Samples.conversion(1), utf8(lying + "some content\r\n\r\n"), Samples.conversion(2));
      ReadDump read = ReadDump.of(reader, "a.warc", file);
      assertThat(length, read.texts(), contains(Samples.text(1), Samples.text(2)));
      assertThat(length, read.reasons(), contains("1:warc_malformed"));
      assertThat(length, read.ledger.balances(), is(true));
    }
  }

  @Test
  void aRecordAboveTheBoundIsPassedAndItsNeighbourRead() {
    String header =
        "WARC/1.0\r\nWARC-Type: %s\r\nContent-Type: %s\r\nContent-Length: "
            + 100L * MB
            + "\r\n\r\n";
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(utf8(header.formatted("resource", "video/mp4"))),
                    repeat(chunk("x\n"), 100L * MB),
                    new ByteArrayInputStream(
                        utf8("\r\n\r\n" + header.formatted("response", "application/http"))),
                    repeat(chunk("y\n"), 100L * MB),
                    new ByteArrayInputStream(utf8("\r\n\r\n")),
                    new ByteArrayInputStream(Samples.conversion(1)))));
    ReadDump read = read("a.warc", in);
    assertThat(read.reasons(), contains("0:not_a_page_type", "1:payload_too_large"));
    assertThat(read.texts(), contains(Samples.text(1)));
    assertThat(read.ledger.balances(), is(true));
  }
}
