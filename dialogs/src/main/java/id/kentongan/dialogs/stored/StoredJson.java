package id.kentongan.dialogs.stored;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Rupiah;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// JSON of our records: sealed families carry the tag `@` with the record's simple name, states
/// the name of their dialog and record (`Enroll.Asking`), values of one component are written as
/// that component, what is absent is left out.
public final class StoredJson {
  // why: an empty text says something, an absent one may mean nothing was said at all.
  private static final JsonInclude.Value PRESENT =
      JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL);
  private static final JsonSetter.Value ABSENT_IS_EMPTY =
      JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  private StoredJson() {}

  /// A mapper that knows the states of these families.
  public static JsonMapper mapper(List<? extends Class<? extends State>> families) {
    var mapper =
        JsonMapper.builder()
            .annotationIntrospector(new SealedFamilies())
            .addModule(new JavaTimeModule())
            .addModule(values())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .withConfigOverride(List.class, StoredJson::leftOutWhenEmpty)
            .withConfigOverride(Set.class, StoredJson::leftOutWhenEmpty)
            .withConfigOverride(Map.class, StoredJson::leftOutWhenEmpty)
            .withConfigOverride(String.class, text -> text.setInclude(PRESENT))
            .withConfigOverride(List.class, list -> list.setSetterInfo(ABSENT_IS_EMPTY))
            .withConfigOverride(Set.class, set -> set.setSetterInfo(ABSENT_IS_EMPTY))
            .withConfigOverride(Map.class, map -> map.setSetterInfo(ABSENT_IS_EMPTY))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    for (var family : families) {
      for (Class<?> state : leaves(family)) {
        mapper.registerSubtypes(new NamedType(state, tag(state)));
      }
    }
    return mapper;
  }

  /// The records of a sealed family.
  public static List<Class<?>> leaves(Class<?> family) {
    if (!family.isSealed()) {
      return List.of(family);
    }
    var leaves = new ArrayList<Class<?>>();
    for (Class<?> sub : family.getPermittedSubclasses()) {
      leaves.addAll(leaves(sub));
    }
    return leaves;
  }

  private static void leftOutWhenEmpty(MutableConfigOverride type) {
    type.setInclude(
        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  private static String tag(Class<?> type) {
    if (!State.class.isAssignableFrom(type)) {
      return type.getSimpleName();
    }
    Class<?> outer = type.getEnclosingClass();
    String dialog = outer == null ? "" : outer.getSimpleName() + '.';
    return dialog + type.getSimpleName();
  }

  private static SimpleModule values() {
    var module = new SimpleModule();
    value(module, Nik.class, Nik::digits, Nik::new);
    value(module, Phone.class, Phone::e164, Phone::new);
    value(module, Code.class, Code::text, Code::new);
    value(module, EffectId.class, EffectId::text, EffectId::new);
    value(module, Rupiah.class, r -> Long.toString(r.amount()), s -> new Rupiah(Long.parseLong(s)));
    return module;
  }

  private static <T> void value(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.getValueAsString());
          }
        });
  }

  /// Gives sealed families and states their tag without an annotation on any record.
  private static final class SealedFamilies extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final JsonTypeInfo.Value TAG =
        JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "@", null, false, null, null);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return tagged(annotated.getRawType()) ? TAG : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
      Class<?> type = annotated.getRawType();
      if (!ours(type) || !type.isSealed()) {
        return null;
      }
      return leaves(type).stream().map(leaf -> new NamedType(leaf, tag(leaf))).toList();
    }

    @Override
    public @Nullable String findTypeName(
        com.fasterxml.jackson.databind.introspect.AnnotatedClass c) {
      return tagged(c.getRawType()) && !Modifier.isAbstract(c.getRawType().getModifiers())
          ? tag(c.getRawType())
          : null;
    }

    private static boolean tagged(Class<?> type) {
      return ours(type)
          && !type.isEnum()
          && (type.isSealed()
              || State.class.isAssignableFrom(type)
              || Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed));
    }

    private static boolean ours(Class<?> type) {
      return type.getName().startsWith("id.kentongan.");
    }
  }
}
