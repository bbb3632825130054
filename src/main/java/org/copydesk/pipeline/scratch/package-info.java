/**
 * Local folders of a process: where a worker spills, what a dead build left, and what it means that
 * the disk is full.
 */
package org.copydesk.pipeline.scratch;
