/**
 * Near duplicates: candidates by bands, components, exact copies folded, clusters around the copy
 * that is kept.
 */
package org.copydesk.pipeline.copies;
