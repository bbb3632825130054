package org.copydesk.pipeline;

import java.io.Serializable;
import org.copydesk.segment.SiteModels;

/** Makes what takes pages apart, on each worker, once the sites are learned. */
@FunctionalInterface
interface PageReaders extends Serializable {
  PageDesk.Reader with(SiteModels sites);
}
