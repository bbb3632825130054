/**
 * What an article or teaser is about: a linear model over hashed words, its file, its training and
 * its evaluation. "Defence ministers agree on military cooperation" gives conflict, war and peace.
 */
package org.copydesk.topic;
