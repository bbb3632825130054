/**
 * The life of one page: where it was read, how it was cut, what kept or removed it, found in the\n
 * * tables of a generation.
 */
package org.copydesk.report.life;
