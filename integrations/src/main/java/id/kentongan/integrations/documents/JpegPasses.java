package id.kentongan.integrations.documents;

import java.nio.ByteBuffer;

/// In how many passes a JPEG gives its picture, read from its markers alone: each pass of a hundred
/// bytes takes as long as the whole picture, and a file of 10 MB may hold a hundred thousand.
///
/// Source: ITU-T T.81, B.1.1
record JpegPasses(int count, boolean progressive) {
  /// why: encoders make about ten.
  private static final int MOST = 32;

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int PASS = 0xDA;
  private static final int FIRST_RESTART = 0xD0;

  static JpegPasses of(byte[] jpeg) {
    int passes = 0;
    boolean progressive = false;
    int at = 0;
    while (at + 1 < jpeg.length && passes <= MOST) {
      int marker = jpeg[at + 1] & 0xFF;
      if (jpeg[at] != (byte) 0xFF || marker <= 1 || marker == 0xFF) {
        at++;
      } else if (marker >= FIRST_RESTART && marker <= START) {
        at += 2;
      } else if (marker == END) {
        break;
      } else {
        passes += marker == PASS ? 1 : 0;
        progressive |= (marker & 0xF0) == 0xC0 && (marker & 3) == 2;
        at += 2 + length(jpeg, at + 2);
      }
    }
    return new JpegPasses(passes, progressive);
  }

  boolean few() {
    return count <= MOST;
  }

  /// Then all of the picture is kept until the last.
  boolean several() {
    return progressive || count > 1;
  }

  private static int length(byte[] jpeg, int at) {
    return at + 1 < jpeg.length ? ByteBuffer.wrap(jpeg).getShort(at) & 0xFFFF : 0;
  }
}
