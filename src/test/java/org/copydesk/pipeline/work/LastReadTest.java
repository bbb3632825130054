package org.copydesk.pipeline.work;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastReadTest {
  @TempDir Path folder;

  @Test
  void aFileIsSharedAndAnotherOneIsNot() throws IOException {
    Storage work = Storage.local(folder);
    SideFile a = SideFile.write(work, "a", new byte[] {1});
    SideFile b = SideFile.write(work, "b", new byte[] {2});
    LastRead<byte[]> last = new LastRead<>();
    byte[] first = last.of(a, work, InputStream::readAllBytes);
    assertThat(last.of(a, work, InputStream::readAllBytes), is(sameInstance(first)));
    byte[] other = last.of(b, work, InputStream::readAllBytes);
    assertThat(other, is(new byte[] {2}));
    assertThat(last.of(a, work, InputStream::readAllBytes), is(not(sameInstance(first))));
    assertThat(first, is(new byte[] {1}));
  }
}
