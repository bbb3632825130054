/** Pages and duplicates measured against labels. */
package org.copydesk.evaluate;
