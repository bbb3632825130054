/**
 * Folders on whatever file system every worker sees: one interface, the implementations for this
 * machine and for Hadoop's file systems. Those that go through Beam are in {@code
 * pipeline.storage}.
 */
package org.copydesk.storage;
