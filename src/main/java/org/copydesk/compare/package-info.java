/** What changed between two generations, and whether the new one may follow the published one. */
package org.copydesk.compare;
