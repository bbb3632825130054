package org.copydesk.pipeline;

import org.copydesk.corpus.Generations;

/** Names in a generation's work folder, which is gone once the generation is whole. */
final class WorkNames {
  static final String FOLDER = Generations.WORK;
  static final String INPUTS = "inputs";
  static final String SAMPLE = "sample";
  static final String SITE_MODELS = "site-models";
  static final String SUPPRESSED = "suppressed";
  static final String TOPIC_MODEL = "topic-model";
  static final String RESULTS = "results";
  static final String PLAN = "plan.json";

  private WorkNames() {}
}
