/**
 * Articles that hold texts of a benchmark are taken out before copies are looked for: what the step
 * that reads suspects is judged once all suspects are known.
 */
package org.copydesk.pipeline.suspects;
