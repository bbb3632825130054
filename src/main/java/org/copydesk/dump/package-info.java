/**
 * Bytes of files in, pages out: formats, compression, bounds, and a reject with place and reason
 * for what is damaged.
 */
package org.copydesk.dump;
