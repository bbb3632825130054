/**
 * What two articles say differently: headline and opening become tokens ({@link
 * org.copydesk.dedup.opening.OpeningReader}), among them quantities, dates and times in words or
 * digits, and what stands at one place of both is held against each other ({@link
 * org.copydesk.dedup.opening.OpeningDifference}). Words of languages are in the lists beside it.
 */
package org.copydesk.dedup.opening;
