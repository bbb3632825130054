package org.copydesk.pipeline.work;

import java.io.Serializable;

/**
 * What a step may hold of one group; beyond it, what comes is left uncompared and counted.
 *
 * @param keptArticles bytes of the kept articles of one component
 * @param teasers bytes of the teasers of one headline or opening
 */
public record Room(long keptArticles, long teasers) implements Serializable {
  /** Some 16,700 articles of 500 words, some 20,000 teasers of 30 words. */
  public static final Room DEFAULT = new Room(48L << 20, 32L << 20);
}
