/**
 * What a line says: names, bylines, datelines, providers, labelled fields and the parts of a\n *
 * teaser.
 */
package org.copydesk.segment.fields;
