/**
 * Tables and their parts, generations and how one is published, what every build is checked for.
 */
package org.copydesk.corpus;
