package id.kentongan.integrations.postgres.matters;

import id.kentongan.dialogs.values.Programme;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Programmes as written in a column: `JKK,JKM`.
public final class Programmes {
  private Programmes() {}

  public static String write(Collection<Programme> programmes) {
    return programmes.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  public static Set<Programme> read(String column) {
    return Arrays.stream(column.split(","))
        .filter(name -> !name.isEmpty())
        .map(Programme::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Programme.class)));
  }
}
