package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.storage.Storage;

/** Rows of the parts that a worker wrote, by the names of their columns. */
public final class PartRows {
  private PartRows() {}

  public static List<Map<String, Object>> of(Table table, BuildResults results, Storage work)
      throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PartResult part : results.parts()) {
      if (part.table().equals(table.name())) {
        try (PartReader reader = new PartReader(table, work, part.file(), null)) {
          for (Object[] row = reader.next(); row != null; row = reader.next()) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
              named.put(table.columns().get(i).name(), row[i]);
            }
            rows.add(named);
          }
        }
      }
    }
    return rows;
  }
}
