package org.copydesk.report;

import java.util.List;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.TextDifference;

/**
 * A story's life as the report shows it; texts went through {@link Shown}.
 *
 * @param article id of an article of it that is kept
 * @param title its headline; null when it has none
 * @param origin who had it first; null when that is not known
 * @param evidence by what that is known, a phrase
 * @param outlets how many sites ran it
 * @param span from when to when it was seen; empty when unknown
 * @param pages how many pages tell it
 * @param events what happened, in order
 */
record StoryLine(
    String article,
    String title,
    String origin,
    String evidence,
    long outlets,
    String span,
    long pages,
    List<Event> events) {

  /**
   * A page of the story, or a state of its text.
   *
   * @param time when it was seen; empty when unknown
   * @param site null when unknown
   * @param what a phrase: "copy (near, .91)", "state 2: 1 paragraph added"
   * @param place file and record; null for a state
   * @param link its address when it is one of the web, else null
   * @param difference from the state before; null where texts were not kept
   */
  record Event(
      String time,
      String site,
      String what,
      String place,
      String link,
      TextDifference difference) {}
}
