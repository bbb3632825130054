/**
 * A page in, its article with all that is measured on it, its teasers and spans out; and the rules
 * that take an article out again. Nothing here imports Beam.
 */
package org.copydesk.pipeline.pages;
