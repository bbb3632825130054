/**
 * A table is a record: names, types, order and meaning of its columns come from the components of
 * the record that is its row; schema, digest and the bytes of a row on its way follow from them.
 */
package org.copydesk.table;
