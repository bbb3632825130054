/** Pages that tell one story meet, and its life is written: tables stories and versions. */
package org.copydesk.pipeline.stories;
