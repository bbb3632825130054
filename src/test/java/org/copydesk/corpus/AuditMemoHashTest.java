package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.copydesk.storage.QuickHash;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditMemoHashTest {
  @TempDir Path folder;

  private final byte[] bytes = new byte[200_001];
  private Storage storage;

  @BeforeEach
  void write() throws IOException {
    new Random(26).nextBytes(bytes);
    Files.write(folder.resolve("part"), bytes);
    storage = Storage.local(folder);
  }

  @Test
  void itIsTheHashOfAllBytesHoweverTheyCome() throws IOException {
    ContentHash whole = ContentHash.of(bytes, 0, bytes.length);
    assertThat(QuickHash.of(storage, "part", bytes.length), is(whole));
    ContentHash.Running running = new ContentHash.Running();
    running.put(bytes, 0, 7);
    running.reset();
    for (int at = 0; at < bytes.length; at += 1013) {
      running.put(bytes, at, Math.min(1013, bytes.length - at));
    }
    assertThat(running.get(), is(whole));
  }

  @Test
  void aFileThatEndsBeforeIsAnError() {
    assertThrows(EOFException.class, () -> QuickHash.of(storage, "part", bytes.length + 1));
  }

  @Test
  void whatWasSeenBeforeIsKnownAgainAndAnotherByteIsNot() throws IOException {
    AuditMemo first = AuditMemo.empty(null);
    String sha256 = Sha256.of(bytes);
    assertThat(first.sha256(storage, "part", bytes.length), is(sha256));
    AuditMemo later = AuditMemo.of(first.toBytes(), null);
    assertThat(later.sha256(storage, "part", bytes.length), is(sha256));
    String told = "0".repeat(sha256.length());
    byte[] otherwise =
        new String(first.toBytes(), StandardCharsets.ISO_8859_1)
            .replace(sha256, told)
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
        "what was told is not found out again",
        AuditMemo.of(otherwise, null).sha256(storage, "part", bytes.length),
        is(told));
    bytes[100_000]++;
    Files.write(folder.resolve("part"), bytes);
    assertThat(later.sha256(storage, "part", bytes.length), is(Sha256.of(bytes)));
    assertThat(
        "both are told on",
        AuditMemo.of(later.toBytes(), null).sha256(storage, "part", bytes.length),
        is(Sha256.of(bytes)));
  }
}
