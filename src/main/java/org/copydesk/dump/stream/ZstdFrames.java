package org.copydesk.dump.stream;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import org.copydesk.model.Reason;

/**
 * Zstandard (RFC 8878), frame after frame, skippable ones too. The library refuses windows above
 * 2<sup>27</sup> bytes by itself. Zeros behind the last frame are padding.
 */
public final class ZstdFrames extends Decompressor {
  private static final int CHUNK = 64 << 10;
  private static final int WINDOW_TOO_LARGE = 16;
  private static final int CHECKSUM_WRONG = 22;

  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final ByteBuffer source = ByteBuffer.allocateDirect(CHUNK);
  private final ByteBuffer target = ByteBuffer.allocateDirect(CHUNK);
  private boolean isInFrame;
  private long frameStart;
  private int frames;
  private long zeros;

  public static boolean isFrame(byte[] b, int i) {
    boolean isData =
        b[i] == 0x28 && b[i + 1] == (byte) 0xb5 && b[i + 2] == 0x2f && b[i + 3] == (byte) 0xfd;
    boolean isSkippable =
        (b[i] & 0xf0) == 0x50 && b[i + 1] == 0x2a && b[i + 2] == 0x4d && b[i + 3] == 0x18;
    return isData || isSkippable;
  }

  @Override
  protected void open() {
    context.reset();
    source.clear().limit(0);
    isInFrame = false;
    frames = 0;
    zeros = 0;
  }

  @Override
  protected int decompress(byte[] b, int off, int len) {
    if (!isInFrame && beginFrame() <= 0) {
      return -1;
    }
    try {
      target.clear().limit(Math.min(len, CHUNK));
      while (true) {
        // Without more input the library may still hold output back, so it is always asked.
        boolean isAtEnd = !source.hasRemaining() && !feed();
        boolean isFinished = context.decompressDirectByteBufferStream(target, source);
        if (isFinished) {
          isInFrame = false;
          frames++;
        }
        if (isFinished || target.position() > 0) {
          return take(b, off);
        }
        if (isAtEnd) {
          return damaged(
              Reason.COMPRESSION_TRUNCATED, produced, "the file ends inside a zstd frame");
        }
      }
    } catch (ZstdException e) {
      return refused(e);
    }
  }

  private int refused(ZstdException e) {
    int code = (int) Math.abs(e.getErrorCode());
    isInFrame = false;
    context.reset();
    if (code == WINDOW_TOO_LARGE) {
      return damaged(Reason.COMPRESSION_WINDOW, frameStart, "zstd window above 128 MB");
    }
    String what = code == CHECKSUM_WRONG ? "zstd checksum differs" : "zstd data is damaged";
    return damaged(Reason.COMPRESSION_DAMAGED, frameStart, what);
  }

  private int take(byte[] b, int off) {
    int n = target.position();
    target.flip();
    target.get(b, off, n);
    return n;
  }

  private boolean feed() {
    int n = raw.need(1);
    if (n == 0) {
      return false;
    }
    n = Math.min(n, CHUNK);
    source.clear();
    source.put(raw.buffer(), raw.position(), n).flip();
    raw.skip(n);
    return true;
  }

  private int next() {
    return source.hasRemaining() || feed() ? source.get(source.position()) & 0xff : -1;
  }

  // 1: a frame (or what the library shall judge) begins; 0: sound end; -1: damage.
  private int beginFrame() {
    frameStart = produced;
    int first = next();
    if (first < 0) {
      return 0;
    }
    if (frames > 0 && first == 0) {
      while (first == 0) {
        source.get();
        zeros++;
        first = next();
      }
      return first < 0 ? 0 : trailing("bytes that are no zstd frame follow the last one");
    }
    if (frames > 0 && first != 0x28 && (first & 0xf0) != 0x50) {
      return trailing("bytes that are no zstd frame follow the last one");
    }
    isInFrame = true;
    return 1;
  }

  @Override
  public long trailingZeros() {
    return zeros;
  }

  @Override
  void release() {
    context.close();
  }
}
