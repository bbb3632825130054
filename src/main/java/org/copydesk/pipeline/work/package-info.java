/**
 * What all stages share: the settings of a build, the names in its work folder, the parts and side
 * files written there, and the clock and log of a stage. Nothing here imports Beam.
 */
package org.copydesk.pipeline.work;
