package org.copydesk.pipeline.teasers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteMovesTest {
  @TempDir Path folder;

  private static ContentHash id(int number) {
    return new ContentHash(number, number);
  }

  @Test
  void aVariantOfAVariantIsFollowedToTheEndInTheFileThatIsTold() throws Exception {
    Storage work = Storage.local(folder);
    byte[] told =
        WorkBucket.of(SomeTeasers.LANES.moves(), new WriteMoves(work))
            .given(
                new MoveEntry(id(4), id(5)),
                new MoveEntry(id(1), id(2)),
                new MoveEntry(id(2), id(3)))
            .work()
            .results()
            .get(0);
    ByteReader in = new ByteReader(told);
    in.getByte();
    String name = in.getText();
    long moves = in.getVarLong();
    assertThat(moves, is(3L));
    try (TeaserMoves open = TeaserMoves.open(work, name, moves, folder)) {
      assertThat(open.follow(id(1)), is(id(3)));
      assertThat(open.follow(id(4)), is(id(5)));
      assertThat(open.follow(id(9)), is(id(9)));
    }
  }
}
