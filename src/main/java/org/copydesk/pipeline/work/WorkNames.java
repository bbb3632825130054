package org.copydesk.pipeline.work;

import org.copydesk.corpus.Generations;

/** Names in a generation's work folder, which is gone once the generation is whole. */
public final class WorkNames {
  public static final String FOLDER = Generations.WORK;
  public static final String INPUTS = "inputs";
  public static final String SAMPLE = "sample";

  /** Units that are read although they are as they were. */
  public static final String CHECKED = "checked";

  public static final String SITE_MODELS = "site-models";
  public static final String SUPPRESSED = "suppressed";
  public static final String ERASED = "erased";
  public static final String TOPIC_MODEL = "topic-model";
  public static final String BENCHMARK = "benchmark";
  public static final String RESULTS = "results";
  public static final String PLAN = "plan.json";

  private WorkNames() {}
}
