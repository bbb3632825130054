package org.copydesk.corpus;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;

/**
 * What a stage did, as data: runner metrics count retries.
 *
 * @param stage its word
 * @param recordsIn records taken
 * @param bytesIn their bytes
 * @param recordsOut records given
 * @param bytesOut their bytes
 * @param cpuNanos processor time of its thread; from the clock
 * @param wallNanos elapsed time; from the clock
 */
public record StageTally(
    String stage,
    long recordsIn,
    long bytesIn,
    long recordsOut,
    long bytesOut,
    long cpuNanos,
    long wallNanos) {

  public StageTally plus(StageTally other) {
    return new StageTally(
        stage,
        recordsIn + other.recordsIn,
        bytesIn + other.bytesIn,
        recordsOut + other.recordsOut,
        bytesOut + other.bytesOut,
        cpuNanos + other.cpuNanos,
        wallNanos + other.wallNanos);
  }

  /** The same without seconds. */
  StageTally withoutTime() {
    return new StageTally(stage, recordsIn, bytesIn, recordsOut, bytesOut, 0, 0);
  }

  /** What is left when this is taken away from nothing. */
  StageTally negated() {
    return new StageTally(stage, -recordsIn, -bytesIn, -recordsOut, -bytesOut, 0, 0);
  }

  public void encode(ByteWriter out) {
    out.putText(stage).putVarLong(recordsIn).putVarLong(bytesIn);
    out.putVarLong(recordsOut).putVarLong(bytesOut).putVarLong(cpuNanos).putVarLong(wallNanos);
  }

  public static StageTally decode(ByteReader in) {
    return new StageTally(
        in.getText(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong(),
        in.getVarLong());
  }
}
