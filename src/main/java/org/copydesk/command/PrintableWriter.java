package org.copydesk.command;

import java.io.PrintStream;
import java.io.Writer;
import org.copydesk.text.Printable;

/**
 * Messages in, the same to a terminal or log out, with names of files and values that stand in them
 * made safe: a file may be called {@code ESC[31m}.
 */
final class PrintableWriter extends Writer {
  private final PrintStream out;

  PrintableWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(char[] chars, int from, int length) {
    out.print(Printable.lines(new String(chars, from, length)));
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    // The stream is the process's own.
    flush();
  }
}
