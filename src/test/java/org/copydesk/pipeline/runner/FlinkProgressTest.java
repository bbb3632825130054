package org.copydesk.pipeline.runner;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class FlinkProgressTest {
  @Test
  void aStepIsToldByItsOwnNameWhateverStageItIsIn() {
    assertThat(
        FlinkProgress.stage(
            "GroupReduce (GroupReduce at Read/Gather units) -> FlatMap (FlatMap at Read/Read"
                + " dumps/ParMultiDo(ReadDumps)) -> (Map (Key Extractor), FlatMap (x))"),
        is("Read dumps"));
    assertThat(
        FlinkProgress.stage(
            "GroupReduce (GroupReduce at Deduplicate articles/Find candidates/GroupInBuckets/Group"
                + " by bucket) -> FlatMap (FlatMap at Deduplicate articles/Find"
                + " candidates/GroupInBuckets/Work on bucket/ParMultiDo(Work))"),
        is("Find candidates"));
    assertThat(
        FlinkProgress.stage(
            "GroupReduce (GroupReduce at Write ledger/GroupInBuckets/Group by bucket) -> FlatMap"
                + " (FlatMap at Write ledger/GroupInBuckets/Work on bucket/ParMultiDo(Work))"),
        is("Write ledger"));
  }

  @Test
  void whatStandsBetweenIsNoStep() {
    assertThat(
        FlinkProgress.stage("FlatMap (FlatMap at Read/Spread units/ParMultiDo(Spread))"),
        is(nullValue()));
  }
}
