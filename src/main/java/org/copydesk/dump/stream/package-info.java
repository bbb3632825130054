/** Bytes of a file unpacked, member by member, with the place where each one began. */
package org.copydesk.dump.stream;
