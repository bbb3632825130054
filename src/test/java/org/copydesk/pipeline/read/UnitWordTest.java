package org.copydesk.pipeline.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.copydesk.dump.DumpFormat;
import org.copydesk.dump.FileRange;
import org.copydesk.dump.PageSplitter;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.stream.Compression;
import org.copydesk.pipeline.work.SideFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers of units are told, and where large files are cut, as bytes. */
class UnitWordTest {
  private static final SideFile FILE = new SideFile("index-7", "ab");

  @Test
  void everyWordIsReadAsItWasSent() {
    for (UnitWord word :
        List.of(
            new UnitWord.Read(0, null),
            new UnitWord.Read(1L << 40, FILE),
            new UnitWord.Known(100_007, "key", true, 3, 1L << 40),
            new UnitWord.Check(1L << 40, 100_007, "key"),
            new UnitWord.Learned(FILE))) {
      assertEquals(word, UnitWord.decode(word.encode()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIndexIsReadAsItWasWritten(PageSplitter separator) {
    List<FileRange> ranges =
        List.of(
            new FileRange(0, 100, 0, 0, List.of(0L, 40L, 99L)),
            new FileRange(100, 1L << 40, 3, 1000, List.of()));
    SplitIndex index =
        new SplitIndex(
            1L << 40, 7, "ff", DumpFormat.PAGE_TEXT, Compression.NONE, separator, ranges);
    assertEquals(index, SplitIndexCodec.decode(SplitIndexCodec.encode(index)));
    assertEquals(SplitIndex.NONE, SplitIndexCodec.decode(SplitIndexCodec.encode(SplitIndex.NONE)));
  }
}
