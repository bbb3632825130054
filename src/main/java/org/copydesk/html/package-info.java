/** HTML in, its blocks, metadata and type out, each block labelled as page text is. */
package org.copydesk.html;
