/** How weights are learned, whatever they weigh. */
package org.copydesk.segment.learning;
