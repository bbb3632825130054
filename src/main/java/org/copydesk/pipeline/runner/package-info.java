/**
 * Where a build runs: the direct runner, a Flink cluster or one embedded in this process, and the
 * line that says how far it is.
 */
package org.copydesk.pipeline.runner;
