package org.copydesk.bucket;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of records around the edges of the short form, at the end of what was packed. */
class RecordCursorTest {
  private static final class Standing extends RecordCursor {
    @Override
    boolean advance() {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 0, 1",
    "1, 0, 0",
    "63, 63, 63",
    "64, 63, 63",
    "63, 64, 63",
    "63, 63, 64",
    "5, 8, 127",
    "5, 8, 128",
    "5, 8, 8191",
    "5, 8, 8192",
    "5, 8, 1048576",
    "300, 8, 0",
  })
  void itStandsOnThePartsOfARecordAndOfOneThatTakesItAway(int group, int order, int value) {
    for (boolean isMinus : new boolean[] {false, true}) {
      ByteWriter out = new ByteWriter().putBytes(new byte[] {7, 7, 7}, 0, 3);
      out.putVarLong(group).putVarLong(order).putVarLong(isMinus ? ~value : value);
      int lengths = out.toByteArray().length;
      byte[] parts = new byte[group + order + value];
      byte[] record = out.putBytes(parts, 0, parts.length).toByteArray();
      Standing cursor = new Standing();
      cursor.standOn(record, 3, new ByteReader(record));
      assertThat(cursor.groupStart(), is(lengths));
      assertThat(cursor.groupLength(), is(group));
      assertThat(cursor.orderLength(), is(order));
      assertThat(cursor.valueEnd(), is(record.length));
      assertThat(cursor.isMinus(), is(isMinus));
    }
  }
}
