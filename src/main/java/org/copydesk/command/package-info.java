/** The commands of the program: options in, the records of settings that the rest is told out. */
package org.copydesk.command;
