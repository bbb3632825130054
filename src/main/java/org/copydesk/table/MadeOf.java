package org.copydesk.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A struct whose fields are a closed list of their own, and no components of a record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MadeOf {
  /** Names the fields; made by a constructor without parameters. */
  Class<? extends Fields<?>> value();
}
