/**
 * The flow of a build, from inputs to a published generation: {@link
 * org.copydesk.pipeline.BuildGraph} puts the stages together, each of which has a package below.
 * Besides {@code org.copydesk.beam} only packages here import Beam.
 */
package org.copydesk.pipeline;
