/** Groups of options, each of which gives a record of settings. */
package org.copydesk.command.options;
