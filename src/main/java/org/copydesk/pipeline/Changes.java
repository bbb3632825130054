package org.copydesk.pipeline;

import java.util.List;
import org.copydesk.pipeline.grouping.BucketMemory;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.read.UnitChanges;
import org.copydesk.pipeline.work.SideFiles;

/**
 * What a build works on: all, or what came and went since the build before.
 *
 * @param memory where buckets are kept from build to build; null for nowhere
 * @param units what is to be read, and what is known
 * @param sides with the suppression lists of the build before
 */
record Changes(BucketMemory memory, UnitChanges units, SideFiles sides) {
  /** All of it. */
  static Changes all(BucketMemory memory, List<DumpUnit> units, SideFiles sides) {
    return new Changes(
        memory == null ? null : memory.sendingAll(), UnitChanges.allOf(units), sides);
  }

  /** Name under which the buckets of this build are kept; null where they are not. */
  String buckets() {
    return memory == null ? null : memory.now();
  }
}
