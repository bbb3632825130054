package org.copydesk.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A record as a row: {@code record SpanRow(String sourceFile, Long start)} has the columns {@code
 * source_file} and {@code start}. Components are {@code String}, {@code Long}, {@code Double},
 * {@code Boolean}, {@code Instant}, records of these, what {@link MadeOf} says, and lists.
 *
 * <p>An own binding and no library: digest, codec, masking, card and export need the columns of a
 * record as well as Parquet does, and the bytes of files must not change with a library's version.
 */
final class RowType<R extends Record> implements Fields<R> {
  private static final MethodHandle MICROS =
      handle("micros", MethodType.methodType(Long.class, Instant.class));
  private static final MethodHandle INSTANT =
      handle("instant", MethodType.methodType(Instant.class, Long.class));

  private final List<Column> columns;
  private final MethodHandle[] getters;
  private final MethodHandle maker;

  private RowType(List<Column> columns, MethodHandle[] getters, MethodHandle maker) {
    this.columns = columns;
    this.getters = getters;
    this.maker = maker;
  }

  /**
   * @throws IllegalArgumentException where a component is of a type that no column has
   */
  static <R extends Record> RowType<R> of(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<Column> columns = new ArrayList<>();
    for (RecordComponent component : components) {
      columns.add(column(component));
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle[] getters = new MethodHandle[components.length];
      Class<?>[] parameters = new Class<?>[components.length];
      MethodHandle[] filters = new MethodHandle[components.length];
      for (int i = 0; i < components.length; i++) {
        MethodHandle getter = lookup.unreflect(components[i].getAccessor());
        parameters[i] = components[i].getType();
        if (parameters[i] == Instant.class) {
          getter = MethodHandles.filterReturnValue(getter, MICROS);
          filters[i] = INSTANT;
        }
        getters[i] = getter.asType(MethodType.genericMethodType(1));
      }
      MethodHandle maker =
          lookup.findConstructor(type, MethodType.methodType(void.class, parameters));
      maker = MethodHandles.filterArguments(maker, 0, filters);
      maker =
          maker
              .asType(MethodType.genericMethodType(components.length))
              .asSpreader(Object[].class, components.length);
      return new RowType<>(List.copyOf(columns), getters, maker);
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalArgumentException("no row: " + type, e);
    }
  }

  /** The same record with what another one says of its columns. */
  RowType<R> as(List<Column> described) {
    return new RowType<>(List.copyOf(described), getters, maker);
  }

  private static Column column(RecordComponent component) {
    Means means = component.getAnnotation(Means.class);
    PageWords words = component.getAnnotation(PageWords.class);
    return new Column(
        snake(component.getName()),
        type(component),
        means == null ? null : means.value(),
        component.getAnnotation(OwnText.class) == null,
        words == null ? Column.Words.NONE : words.json() ? Column.Words.JSON : Column.Words.TEXT);
  }

  /** {@code sourceFile} as {@code source_file}. */
  static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Column.Type type(RecordComponent component) {
    MadeOf made = component.getAnnotation(MadeOf.class);
    if (made != null) {
      try {
        return new Column.Struct(made.value().getConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(component.toString(), e);
      }
    }
    return type(component.getGenericType(), component);
  }

  private static Column.Type type(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new Column.ListOf(type(list.getActualTypeArguments()[0], component));
    }
    if (type instanceof Class<?> struct && struct.isRecord()) {
      return new Column.Struct(RowType.of(struct.asSubclass(Record.class)));
    }
    if (type == String.class) {
      return Column.Scalar.TEXT;
    }
    if (type == Long.class) {
      return Column.Scalar.LONG;
    }
    if (type == Double.class) {
      return Column.Scalar.DOUBLE;
    }
    if (type == Boolean.class) {
      return Column.Scalar.BOOLEAN;
    }
    if (type == Instant.class) {
      return Column.Scalar.TIMESTAMP;
    }
    throw new IllegalArgumentException("no column is of the type of " + component);
  }

  private static MethodHandle handle(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findStatic(RowType.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  private static Long micros(Instant instant) {
    return instant == null
        ? null
        : (Long) (instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
  }

  private static Instant instant(Long micros) {
    return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public Object value(R of, int column) {
    try {
      return (Object) getters[column].invokeExact((Object) of);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public R make(Object[] values) {
    try {
      return (R) (Object) maker.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The row with each stored value put through a function. */
  R map(R row, BiFunction<Column, Object, Object> to) {
    Object[] values = new Object[columns.size()];
    Arrays.setAll(values, i -> to.apply(columns.get(i), value(row, i)));
    return make(values);
  }
}
