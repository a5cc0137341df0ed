package id.kentongan.integrations.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// Arguments and results of functions as bytes.
final class Bytes {
  static final byte[] NONE = {};
  // why: making a digest costs more than a short text's.
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Bytes::digest);

  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] of(long number) {
    return of(Long.toString(number));
  }

  static String text(Object result) {
    return new String((byte[]) result, StandardCharsets.UTF_8);
  }

  /// why: Lettuce wraps a function's single number in a list.
  static long number(Object result) {
    return switch (result) {
      case Long number -> number;
      case List<?> one -> number(one.getFirst());
      default -> Long.parseLong(text(result));
    };
  }

  static boolean yes(Object result) {
    return number(result) == 1;
  }

  /// What TIME says: seconds and microseconds of the second.
  static long micros(List<byte[]> time) {
    return number(time.get(0)) * 1_000_000 + number(time.get(1));
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object result) {
    return (List<Object>) result;
  }

  /// Eight bytes that stand for an event's id.
  static byte[] hash(String id) {
    return Arrays.copyOf(DIGEST.get().digest(of(id)), 8);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
