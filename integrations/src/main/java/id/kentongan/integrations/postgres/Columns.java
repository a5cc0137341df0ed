package id.kentongan.integrations.postgres;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/// Columns of many rows as arrays, so that one statement (`unnest`) writes or asks for all of them.
public final class Columns {
  private Columns() {}

  public static <T> Argument bytes(List<T> rows, Function<T, byte @Nullable []> value) {
    return array("bytea", rows.stream().map(value).toArray(byte[][]::new));
  }

  public static <T> Argument numbers(List<T> rows, Function<T, @Nullable Long> value) {
    return array("int8", rows.stream().map(value).toArray(Long[]::new));
  }

  public static <T> Argument fractions(List<T> rows, Function<T, Double> value) {
    return array(
        "float4", rows.stream().map(row -> value.apply(row).floatValue()).toArray(Float[]::new));
  }

  public static <T> Argument truths(List<T> rows, Function<T, Boolean> value) {
    return array("bool", rows.stream().map(value).toArray(Boolean[]::new));
  }

  public static <T> Argument texts(List<T> rows, Function<T, @Nullable String> value) {
    return array("text", rows.stream().map(value).toArray(String[]::new));
  }

  private static Argument array(String type, @Nullable Object[] values) {
    return (at, statement, context) ->
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
  }
}
