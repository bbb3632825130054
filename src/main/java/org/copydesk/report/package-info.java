/** The page of a generation and its dataset card. */
package org.copydesk.report;
