/** What a report is drawn with: counts, bins, samples, charts, differences, figures in words. */
package org.copydesk.report.figures;
