/**
 * File systems through Beam: where inputs and outputs lie, and what an object store does in one
 * step.
 */
package org.copydesk.pipeline.storage;
