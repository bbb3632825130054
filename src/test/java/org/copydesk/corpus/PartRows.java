package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/** Rows of the parts that a worker wrote. */
public final class PartRows {
  private PartRows() {}

  public static <R extends Record> List<R> of(Table<R> table, BuildResults results, Storage work)
      throws IOException {
    List<R> rows = new ArrayList<>();
    for (PartResult part : results.parts()) {
      if (part.table().equals(table.name())) {
        try (PartReader<R> reader = new PartReader<>(table, work, part.file())) {
          for (R row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }
}
