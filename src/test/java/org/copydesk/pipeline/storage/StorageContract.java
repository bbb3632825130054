package org.copydesk.pipeline.storage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copydesk.pipeline.grouping.ParkedBlocksTest;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;

/** What any storage does, whatever lies behind it. */
abstract class StorageContract {
  /** A folder of its own for each test; it need not be there. */
  abstract Storage fresh() throws Exception;

  private static void write(Storage storage, String name, String text) throws IOException {
    try (OutputStream out = storage.create(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatIsWrittenIsReadBackFromAnyPlace() throws Exception {
    Storage storage = fresh();
    write(storage, "a/b c.txt", "0123456789");
    assertThat(storage.readText("a/b c.txt"), is("0123456789"));
    assertThat(storage.bytes("a/b c.txt"), is(10L));
    try (SeekableByteChannel channel = storage.openSeekable("a/b c.txt")) {
      assertThat(channel.size(), is(10L));
      ByteBuffer three = ByteBuffer.allocate(3);
      channel.position(7);
      while (three.hasRemaining() && channel.read(three) >= 0) {
        // reads may be short
      }
      assertThat(new String(three.array(), StandardCharsets.UTF_8), is("789"));
      channel.position(2);
      ByteBuffer direct = ByteBuffer.allocateDirect(1);
      assertThat(channel.read(direct), is(1));
      assertThat(direct.get(0), is((byte) '2'));
      assertThat(channel.position(), is(3L));
    }
    assertThat(storage.in("a").readText("b c.txt"), is("0123456789"));
    assertThat(storage.in("a").location("b c.txt"), is(storage.location("a/b c.txt")));
  }

  @Test
  void whatIsNotThereIsToldAsSuch() throws Exception {
    Storage storage = fresh();
    assertThat(storage.exists("nothing"), is(false));
    assertThat(storage.readText("nothing"), is(nullValue()));
    assertThrows(NoSuchFileException.class, () -> storage.open("nothing").close());
    assertThrows(NoSuchFileException.class, () -> storage.openSeekable("nothing").close());
    assertThrows(NoSuchFileException.class, () -> storage.bytes("nothing"));
    assertThrows(NoSuchFileException.class, () -> storage.rename("nothing", "more"));
    assertThat(storage.entries(), hasSize(0));
    assertThat(storage.list("nothing"), hasSize(0));
    storage.delete("nothing");
  }

  @Test
  void filesAreListedBelowAndNamesRightBelow() throws Exception {
    Storage storage = fresh();
    write(storage, "b", "1");
    write(storage, "a/y", "22");
    write(storage, "a/x/deep", "333");
    write(storage, ".hidden/z", "4444");
    assertThat(storage.files(), is(List.of(".hidden/z", "a/x/deep", "a/y", "b")));
    Storage.Entry deep = storage.entries().get(1);
    assertThat(deep.name() + " " + deep.bytes(), is("a/x/deep 3"));
    assertThat("listed as it is found", storage.entry("a/x/deep"), is(deep));
    assertThat(storage.list(""), is(List.of(".hidden", "a", "b")));
    assertThat(storage.list("a"), is(List.of("x", "y")));
    storage.delete("a");
    assertThat(storage.files(), is(List.of(".hidden/z", "b")));
    assertThat(storage.exists("a"), is(false));
  }

  @Test
  void aFileIsCreatedOnceAndReplacedWhole() throws Exception {
    Storage storage = fresh();
    assertThat(storage.createText("pointer", "one"), is(true));
    assertThat(storage.createText("pointer", "two"), is(false));
    assertThat(storage.readText("pointer"), is("one"));
    storage.replaceText("pointer", "three");
    storage.replaceText("deep/er", "four");
    assertThat(storage.readText("pointer"), is("three"));
    assertThat(storage.files(), is(List.of("deep/er", "pointer")));
    // Object stores cannot tell.
    if (storage.guarantees().renamesAtOnce()) {
      assertThrows(FileAlreadyExistsException.class, () -> storage.create("pointer").close());
    }
  }

  @Test
  void ofManyThatCreateOneDoes() throws Exception {
    Storage storage = fresh();
    if (!storage.guarantees().createsOnce()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        String name = "pointers/" + round;
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          String text = "writer " + i;
          writers.add(() -> storage.createText(name, text));
        }
        int winners = 0;
        for (Future<Boolean> writer : threads.invokeAll(writers)) {
          winners += writer.get() ? 1 : 0;
        }
        assertThat(winners, is(1));
        assertThat(storage.readText(name).startsWith("writer "), is(true));
      }
      assertThat(storage.files(), hasSize(5));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void filesAndFoldersMoveButNeverOntoAFile() throws Exception {
    Storage storage = fresh();
    write(storage, "work/part-1", "one");
    write(storage, "work/part-2", "two");
    write(storage, "folder/x/y", "three");
    storage.in("work").moveTo("part-1", storage, "table/part-00001");
    storage.rename("folder", "moved/folder");
    assertThat(storage.readText("table/part-00001"), is("one"));
    assertThat(storage.readText("moved/folder/x/y"), is("three"));
    assertThat(storage.exists("folder/x/y"), is(false));
    assertThrows(
        FileAlreadyExistsException.class,
        () -> storage.in("work").moveTo("part-2", storage, "table/part-00001"));
    assertThat(storage.readText("table/part-00001"), is("one"));
    assertThat(storage.readText("work/part-2"), is("two"));
  }

  @Test
  void whatIsSharedOutlivesItsFirstName() throws Exception {
    Storage storage = fresh();
    write(storage, "old/part-1", "one");
    storage.in("old").share("part-1", storage, "new/part-2");
    assertThat(storage.readText("new/part-2"), is("one"));
    storage.replaceText("old/part-1", "another");
    assertThat(storage.readText("new/part-2"), is("one"));
    storage.delete("old");
    assertThat(storage.readText("new/part-2"), is("one"));
    assertThrows(NoSuchFileException.class, () -> storage.share("old/part-1", storage, "more"));
    assertThat(storage.files(), is(List.of("new/part-2")));
  }

  @Test
  void itTravels() throws Exception {
    Storage storage = fresh();
    write(storage, "file", UUID.randomUUID().toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(storage.in("."));
      out.writeObject(storage);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      in.readObject();
      Storage there = (Storage) in.readObject();
      assertThat(there, is(not(storage)));
      assertThat(there.readText("file"), is(storage.readText("file")));
    }
  }

  @Test
  void blocksParkedThereComeWhole() throws Exception {
    ParkedBlocksTest.assertParks(fresh());
  }
}
