/** A page of HTML as boxes and the blocks of text in them, each with its place. */
package org.copydesk.html.tree;
