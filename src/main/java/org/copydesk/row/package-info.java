/**
 * The rows of the tables, a record per table. Every component is a column and may be null: null is
 * what is not known. Columns are only ever added, at the end.
 */
package org.copydesk.row;
