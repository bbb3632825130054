/** Synthetic dumps with planted truth, for rehearsals, benchmarks and tests. */
package org.copydesk.generate;
