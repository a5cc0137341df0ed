package id.kentongan.dialogs.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every effect, answer, event and inbound content is read back as it was written.
final class StoredJsonTest {
  private static final JsonMapper JSON = StoredJson.mapper(List.of());
  private static final List<Class<?>> FAMILIES =
      List.of(Effect.class, Answer.class, Event.class, Notice.class, Inbound.Content.class);

  @TestFactory
  Stream<DynamicTest> everyRecordFullAndEmpty() {
    return FAMILIES.stream()
        .flatMap(
            family ->
                StoredJson.leaves(family).stream()
                    .flatMap(
                        leaf ->
                            Stream.of(true, false)
                                .map(
                                    full ->
                                        DynamicTest.dynamicTest(
                                            leaf.getSimpleName() + (full ? "" : ", empty"),
                                            () -> same(family, sample(leaf, full))))));
  }

  private static void same(Class<?> family, Object value) throws JsonProcessingException {
    String written = JSON.writerFor(family).writeValueAsString(value);
    Object read = JSON.readerFor(family).readValue(written);
    assertThat(read).as(written).isEqualTo(value);
  }

  private static Object sample(Class<?> type, boolean full) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(c -> !full && nullable(c) ? null : value(c.getGenericType(), full))
            .toArray();
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private static boolean nullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Object value(Type type, boolean full) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == Map.class) {
        return full ? Map.of("k", of[1] == Object.class ? "v" : value(of[1], true)) : Map.of();
      }
      boolean set = generic.getRawType() == Set.class;
      Object one = value(of[0], true);
      return set ? (full ? Set.of(one) : Set.of()) : (full ? List.of(one) : List.of());
    }
    return single((Class<?>) type, full);
  }

  private static Object single(Class<?> type, boolean full) {
    Map<Class<?>, Object> known =
        Map.ofEntries(
            Map.entry(String.class, full ? "Bu Sri, \"desa\" 😀" : ""),
            Map.entry(boolean.class, full),
            Map.entry(int.class, full ? 7 : 1),
            Map.entry(long.class, full ? 1L << 40 : 0L),
            Map.entry(Long.class, full ? 1L << 40 : 0L),
            Map.entry(double.class, full ? 0.25 : 0.0),
            Map.entry(Instant.class, Instant.parse("2026-11-20T09:00:00.123Z")),
            Map.entry(LocalDate.class, LocalDate.of(1985, 8, 17)),
            Map.entry(YearMonth.class, YearMonth.of(2026, 12)),
            Map.entry(ZoneId.class, ZoneId.of("Asia/Makassar")),
            Map.entry(Nik.class, new Nik("3510175708850003")),
            Map.entry(Phone.class, new Phone("+6281234567890")));
    Object value = known.get(type);
    if (value != null) {
      return value;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return sample(type.isSealed() ? StoredJson.leaves(type).getFirst() : type, full);
  }
}
