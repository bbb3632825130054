/**
 * Normaliser, tokens, hashes, bounds on work: one home each, versioned where something stored
 * depends on it.
 */
package org.copydesk.text;
