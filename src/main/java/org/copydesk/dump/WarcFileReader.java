package org.copydesk.dump;

/** placeholder, replaced below */
final class WarcFileReader {
  WarcFileReader(DumpSettings settings, Payloads payloads) {}

  void read(Window window, Tally tally) {}
}
