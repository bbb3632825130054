/**
 * Results of work that is dear, kept beside the generations under a key of all that they were made
 * from. What is lost or damaged there is made again; nothing else hangs on it.
 */
package org.copydesk.cache;
