package org.copydesk.pipeline;

/** Ends the reading of a file of which enough was seen. */
final class Enough extends RuntimeException {
  private static final long serialVersionUID = 1;

  Enough() {
    super(null, null, false, false);
  }
}
