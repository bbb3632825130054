/** Authors that no byline names: groups, owners of sites, those whom a note tells of. */
package org.copydesk.html.authors;
