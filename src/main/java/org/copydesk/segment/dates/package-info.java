/** Dates and times of day as pages write them, in some eighty languages. */
package org.copydesk.segment.dates;
