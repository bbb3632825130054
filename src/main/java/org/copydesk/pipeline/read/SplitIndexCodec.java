package org.copydesk.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dump.DumpFormat;
import org.copydesk.dump.FileRange;
import org.copydesk.dump.PageSplitter;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.stream.Compression;

/** Where a large file is cut, as bytes; of a member some three. */
final class SplitIndexCodec {
  private SplitIndexCodec() {}

  static byte[] encode(SplitIndex index) {
    PageSplitter separator = index.separator();
    ByteWriter out = new ByteWriter();
    out.putVarLong(index.bytes()).putVarLong(index.modified()).putText(index.sha256());
    out.putText(index.format().name()).putText(index.compression().name());
    out.putText(separator == null ? null : separator.name()).putVarLong(index.ranges().size());
    for (FileRange range : index.ranges()) {
      out.putVarLong(range.start()).putVarLong(range.end());
      out.putVarLong(range.firstRecord()).putVarLong(range.plainStart());
      out.putVarLong(range.members().size());
      long before = range.start();
      for (long member : range.members()) {
        out.putVarLong(member - before);
        before = member;
      }
    }
    return out.toByteArray();
  }

  static SplitIndex decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    long length = in.getVarLong();
    long modified = in.getVarLong();
    String sha256 = in.getText();
    DumpFormat format = DumpFormat.valueOf(in.getText());
    Compression compression = Compression.valueOf(in.getText());
    String separator = in.getText();
    List<FileRange> ranges = new ArrayList<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      ranges.add(range(in));
    }
    return new SplitIndex(
        length,
        modified,
        sha256,
        format,
        compression,
        separator == null ? null : PageSplitter.valueOf(separator),
        ranges);
  }

  private static FileRange range(ByteReader in) {
    long start = in.getVarLong();
    long end = in.getVarLong();
    long firstRecord = in.getVarLong();
    long plainStart = in.getVarLong();
    List<Long> members = new ArrayList<>();
    long before = start;
    for (int left = in.getVarInt(); left > 0; left--) {
      before += in.getVarLong();
      members.add(before);
    }
    return new FileRange(start, end, firstRecord, plainStart, members);
  }
}
