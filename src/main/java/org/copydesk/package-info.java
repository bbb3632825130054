/** The program's entry. */
package org.copydesk;
