package org.copydesk.pipeline.work;

import java.io.IOException;
import java.lang.ref.WeakReference;
import org.copydesk.storage.Storage;

/**
 * The content of the side file that this process read last, for as long as anybody holds it:
 * threads that want the same one share it. Memory alone hangs on it.
 */
public final class LastRead<T> {
  private SideFile file;
  private WeakReference<T> content = new WeakReference<>(null);

  /** What a file is read as; read where it is not at hand. */
  public synchronized T of(SideFile wanted, Storage work, SideFile.Form<T> form)
      throws IOException {
    T found = wanted.equals(file) ? content.get() : null;
    if (found == null) {
      found = wanted.read(work, form);
      file = wanted;
      content = new WeakReference<>(found);
    }
    return found;
  }
}
