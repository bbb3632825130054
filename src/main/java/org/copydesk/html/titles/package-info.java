/** Headlines told by the line that shows them and by how sites join their names to them. */
package org.copydesk.html.titles;
