package org.copydesk.row;

import java.util.List;
import org.copydesk.model.Rights;
import org.copydesk.table.Means;

/** What a publisher says may be done with a page; nothing is concluded from what is not said. */
public record RightsRow(
    @Means("directives to robots, of the page and of its HTTP header") String robots,
    @Means("whether text and data mining is reserved") Boolean tdmReservation,
    @Means("address of its terms") String tdmPolicy,
    @Means("preferences of Content-Usage, as written") String contentUsage,
    @Means("address or name of the licence, as written") String licence,
    @Means("agents of AI that robots.txt keeps from the page; * for all it does not name")
        List<String> agentsDisallowed) {

  /** As a row holds it; null when nothing is said. */
  public static RightsRow of(Rights rights) {
    return rights.isNone()
        ? null
        : new RightsRow(
            rights.robots(),
            rights.tdmReservation(),
            rights.tdmPolicy(),
            rights.contentUsage(),
            rights.licence(),
            rights.agentsDisallowed());
  }
}
