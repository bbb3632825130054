package org.copydesk.dump;

import org.copydesk.model.Page;
import org.copydesk.model.Rejected;

/** Takes what a dump file gives, in file order, one at a time. */
public interface DumpSink {

  /** Takes and forgets. */
  DumpSink NONE =
      new DumpSink() {
        @Override
        public void page(Page page) {}

        @Override
        public void rejected(Rejected rejected) {}
      };

  /** A page whose payload is valid UTF-8; the payload is the receiver's to keep. */
  void page(Page page);

  /** A record that was skipped or rejected, or (record -1) damage of the file itself. */
  void rejected(Rejected rejected);
}
