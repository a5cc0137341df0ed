package id.kentongan.integrations.documents;

import id.kentongan.integrations.documents.RollFile.Refusal;
import id.kentongan.integrations.documents.RollFile.Why;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of a file: UTF-16 by its mark, UTF-8, else Windows-1252 as old spreadsheets write it.
/// What has control signs in it is no text.
final class RollText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private RollText() {}

  static String of(byte[] file) {
    String text =
        marked(file)
            .or(() -> read(file, StandardCharsets.UTF_8))
            .or(() -> read(file, WINDOWS))
            .orElseThrow(() -> new Refusal(Why.ENCODING, ""));
    if (text.chars().filter(c -> c == 0).count() * 4 > text.length()) {
      // why: UTF-16 without its mark: every other byte of plain letters is zero
      throw new Refusal(Why.ENCODING, "");
    }
    if (text.chars().anyMatch(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0)) {
      throw new Refusal(Why.NOT_A_LIST, "");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<String> marked(byte[] file) {
    if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
      return read(file, StandardCharsets.UTF_16LE);
    }
    return file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF
        ? read(file, StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static Optional<String> read(byte[] file, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
