/** The articles that teasers announce: keys that meet, questions, answers, rows of teasers. */
package org.copydesk.pipeline.links;
