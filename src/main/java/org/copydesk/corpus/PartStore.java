package org.copydesk.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Where parts that were put together are kept from build to build. Threads ask side by side. */
public interface PartStore {
  /** Keeps nothing. */
  PartStore NONE =
      new PartStore() {
        @Override
        public InputStream find(String key) {
          return null;
        }

        @Override
        public void keep(String key, InputStream part) {}
      };

  /** The bytes that were kept under a key of 64 hex digits; null for none that are whole. */
  InputStream find(String key) throws IOException;

  /** Keeps the bytes of a part. */
  void keep(String key, InputStream part) throws IOException;
}
