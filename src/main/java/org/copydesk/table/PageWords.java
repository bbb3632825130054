package org.copydesk.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text in a page's own words: where a build masks personal data it is masked. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PageWords {
  /** Whether the text is JSON, of which keys and values are masked one by one. */
  boolean json() default false;
}
