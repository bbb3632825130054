/**
 * How good a text is: named signals of the field, rules over them, and personal data counted and
 * masked. Signals remove nothing by themselves.
 */
package org.copydesk.quality;
