/** Bytes to characters: which charset a text is in, and what was encoded twice. */
package org.copydesk.dump.charset;
