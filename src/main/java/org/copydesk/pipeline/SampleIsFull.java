package org.copydesk.pipeline;

/** Ends the reading of a file of which enough was seen. */
final class SampleIsFull extends RuntimeException {
  private static final long serialVersionUID = 1;

  SampleIsFull() {
    super(null, null, false, false);
  }
}
