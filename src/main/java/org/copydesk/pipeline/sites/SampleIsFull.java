package org.copydesk.pipeline.sites;

/** Ends the reading of a file of which enough was seen. */
public final class SampleIsFull extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SampleIsFull() {
    super(null, null, false, false);
  }
}
