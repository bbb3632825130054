package org.copydesk.command;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Tells a child process that its parent is gone. The parent offers a connection on this machine and
 * never says a word; the child holds it and ends when it breaks. The system breaks it when the
 * parent ends, whatever ended it, and also where nobody has asked yet how it ended: a process that
 * waits to be asked for has an entry in the table of processes and passes for alive there.
 */
final class LifeLine implements Closeable {
  /** As the shell counts a process that was killed. */
  private static final int KILLED = 137;

  private final ServerSocketChannel server;

  private LifeLine(ServerSocketChannel server) {
    this.server = server;
  }

  /** Offers a line; one without an address where this machine has no address for itself. */
  static LifeLine offer() {
    try {
      ServerSocketChannel server = ServerSocketChannel.open();
      try {
        // The system completes connections; there is nobody to talk to.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new LifeLine(server);
      } catch (IOException e) {
        server.close();
        return new LifeLine(null);
      }
    } catch (IOException e) {
      return new LifeLine(null);
    }
  }

  /** What {@link #hold} takes; null when there is none. */
  String address() throws IOException {
    return server == null
        ? null
        : Integer.toString(((InetSocketAddress) server.getLocalAddress()).getPort());
  }

  /**
   * Ends this process when the line breaks.
   *
   * @param address of the line; null or one that cannot be reached: then it is not held
   */
  static void hold(String address) {
    if (address == null) {
      return;
    }
    SocketChannel line;
    try {
      line =
          SocketChannel.open(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(address)));
    } catch (ConnectException e) {
      // Nobody offers it any more.
      end();
      return;
    } catch (IOException e) {
      // The parent's entry in the table of processes is watched too.
      return;
    }
    Thread thread =
        new Thread(
            () -> {
              try (line) {
                while (line.read(ByteBuffer.allocate(1)) >= 0) {
                  // nothing is said
                }
              } catch (IOException e) {
                // broken
              }
              end();
            },
            "life-line");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends this process at once: nobody waits for it. */
  static void end() {
    Runtime.getRuntime().halt(KILLED);
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}
