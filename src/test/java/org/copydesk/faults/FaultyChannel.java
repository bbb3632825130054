package org.copydesk.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel whose reads are counted and may fail. */
final class FaultyChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private final String plan;
  private final String name;

  FaultyChannel(SeekableByteChannel channel, String plan, String name) {
    this.channel = channel;
    this.plan = plan;
    this.name = name;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return Faults.read(plan, "read " + name, () -> channel.read(target));
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return channel.write(source);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long place) throws IOException {
    channel.position(place);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    channel.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
