/** What a page states of itself: structured data, data layers, meta elements and its address. */
package org.copydesk.html.stated;
