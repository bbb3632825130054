package org.copydesk.pipeline.read;

import java.io.Serializable;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.storage.Storage;

/**
 * What units are read with.
 *
 * @param work folder that every worker sees
 * @param locations where dumps stand
 * @param readers of pages, by their kind
 * @param sides what must not be in the corpus, the sites of an epoch, the topic model, a benchmark
 * @param unreadable what is done about a file that cannot be read
 * @param cache what units came to before; null where none is kept
 */
public record Reading(
    Storage work,
    Locations locations,
    BuildSettings settings,
    PageReaders readers,
    SideFiles sides,
    Unreadable unreadable,
    UnitCache cache)
    implements Serializable {}
