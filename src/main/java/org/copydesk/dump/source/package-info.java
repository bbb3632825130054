/**
 * Where dumps lie: paths and patterns in, files with their sizes out, and their bytes, read again
 * where a read failed and refused where a file changed meanwhile.
 */
package org.copydesk.dump.source;
