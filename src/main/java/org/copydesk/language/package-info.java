/** Which language a text is in: "Der Minister trat zurück" gives {@code de}. */
package org.copydesk.language;
