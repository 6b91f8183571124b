package dev.huikuan.policy.verification;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.ValueSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Values of one dimension as an analyst would write them into a cell. */
final class Wordings {

  private static final Text UNKNOWN = new Text("未知", "unknown");
  private static final Text NOT_YET = new Text("尚未", "not yet");

  private final Dimension dimension;

  Wordings(Dimension dimension) {
    this.dimension = dimension;
  }

  /** The term's label. */
  Text label() {
    return dimension
        .term()
        .map(Term::label)
        .orElse(new Text("决定日期", "date of the decision"));
  }

  /** The values of some classes: {@code 31..60}, {@code D or E}, {@code unknown}. */
  Text values(long[] classes) {
    List<ValueSet> sets = sets(classes);
    List<Text> words = new ArrayList<>();
    words.addAll(stretches(sets));
    words.addAll(codes(sets));
    words.addAll(lists(sets));
    if (sets.contains(ValueSet.Absent.UNKNOWN)) {
      words.add(UNKNOWN);
    }
    if (sets.contains(ValueSet.Absent.NOT_YET)) {
      words.add(NOT_YET);
    }
    return either(words);
  }

  private static Text either(List<Text> words) {
    return new Text(join(words.stream().map(Text::zh).toList(), "、", " 或 "),
        join(words.stream().map(Text::en).toList(), ", ", " or "));
  }

  private static String join(List<String> words, String between, String last) {
    int size = words.size();
    return size < 2
        ? String.join("", words)
        : String.join(between, words.subList(0, size - 1)) + last + words.get(size - 1);
  }

  /** How many stretches the values of some classes have, those that touch joined. */
  int runs(long[] classes) {
    return joined(sets(classes)).size();
  }

  private List<ValueSet> sets(long[] classes) {
    List<ValueSet> sets = new ArrayList<>();
    Bits.each(classes, c -> sets.addAll(dimension.classes().get(c)));
    return sets;
  }

  private List<ValueSet.Stretch> joined(List<ValueSet> sets) {
    List<ValueSet.Stretch> all = stretchesOf(sets);
    List<ValueSet.Stretch> joined = new ArrayList<>();
    for (ValueSet.Stretch next : all) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).last() + step() >= next.first()) {
        joined.set(
            last,
            new ValueSet.Stretch(next.axis(), joined.get(last).first(), next.last()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private List<Text> stretches(List<ValueSet> sets) {
    List<ValueSet.Stretch> domain = stretchesOf(sets(dimension.all()));
    return joined(sets).stream()
        .map(
            stretch ->
                stretch(
                    stretch,
                    stretch.first() == domain.get(0).first(),
                    stretch.last() == domain.get(domain.size() - 1).last()))
        .map(Text::same)
        .map(Wordings::anyValue)
        .toList();
  }

  private static Text anyValue(Text text) {
    return text.en().isEmpty() ? new Text("任何值", "any value") : text;
  }

  private static List<ValueSet.Stretch> stretchesOf(List<ValueSet> sets) {
    return sets.stream()
        .filter(ValueSet.Stretch.class::isInstance)
        .map(ValueSet.Stretch.class::cast)
        .sorted(Comparator.comparingLong(ValueSet.Stretch::first))
        .toList();
  }

  private long step() {
    return dimension.term().filter(term -> term.type().isWhole()).isPresent() ? Micros.ONE : 1;
  }

  private String stretch(ValueSet.Stretch stretch, boolean fromLeast, boolean toGreatest) {
    Interval.Axis axis = stretch.axis();
    long first = stretch.first();
    long last = stretch.last();
    if (first == last) {
      return written(axis, first);
    }
    boolean openLow = !fromLeast && isOpen(axis, first, first - 1);
    boolean openHigh = !toGreatest && isOpen(axis, last, last + 1);
    String low = written(axis, openLow ? first - 1 : first);
    String high = written(axis, openHigh ? last + 1 : last);
    if (fromLeast) {
      return toGreatest ? "" : (openHigh ? "< " : "<= ") + high;
    }
    if (toGreatest) {
      return (openLow ? "> " : ">= ") + low;
    }
    String range = low + ".." + high;
    return openLow || openHigh
        ? (openLow ? "(" : "[") + range + (openHigh ? ")" : "]")
        : range;
  }

  /** A point that is less round than its neighbour outside was written as an open end. */
  private boolean isOpen(Interval.Axis axis, long point, long outside) {
    return axis != Interval.Axis.DATE && step() == 1 && zeros(outside) > zeros(point);
  }

  private static int zeros(long point) {
    int zeros = 0;
    for (long rest = point; rest != 0 && rest % 10 == 0; rest /= 10) {
      zeros++;
    }
    return point == 0 ? 19 : zeros;
  }

  private String written(Interval.Axis axis, long point) {
    return switch (axis) {
      case NUMBER -> number(point, dimension.term().map(Term::type).orElse(TermType.NUMBER));
      case DATE -> LocalDate.ofEpochDay(point).toString();
      case TIME -> LocalTime.ofNanoOfDay(point).toString();
    };
  }

  static String number(long micros, TermType type) {
    BigDecimal number = Micros.toDecimal(micros);
    if (type == TermType.PERCENT) {
      return number.toPlainString() + " %";
    }
    if (type == TermType.RATIO) {
      return Micros.toDecimal(micros).movePointRight(2).stripTrailingZeros().toPlainString()
          + " %";
    }
    boolean large = number.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
    return large
        ? String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number)
        : number.toPlainString();
  }

  private List<Text> codes(List<ValueSet> sets) {
    List<Text> words = new ArrayList<>();
    for (ValueSet set : sets) {
      if (set instanceof ValueSet.One one) {
        words.add(value(one.value()));
      } else if (set instanceof ValueSet.AnyOther other) {
        String named = String.join(", ", new TreeSet<>(other.named()));
        words.add(
            named.isEmpty()
                ? new Text("任何值", "any value")
                : new Text("其他值（" + named + " 以外）", "any other than " + named));
      }
    }
    return words;
  }

  private Text value(Value value) {
    if (value instanceof Value.Flag flag) {
      return flag.yes() ? new Text("是", "yes") : new Text("否", "no");
    }
    if (value instanceof Value.Words words) {
      return words.text();
    }
    return value instanceof Value.Code code ? code(code.code()) : Text.same(value.toString());
  }

  private Text code(String code) {
    return dimension
        .term()
        .flatMap(term -> term.allowed(code))
        .map(AllowedValue::label)
        .orElse(Text.same(code));
  }

  private List<Text> lists(List<ValueSet> sets) {
    List<ValueSet.Lists> lists =
        sets.stream()
            .filter(ValueSet.Lists.class::isInstance)
            .map(ValueSet.Lists.class::cast)
            .toList();
    if (lists.isEmpty()) {
      return List.of();
    }
    Optional<Text> always = all(common(lists, true), "含有 ", "with ");
    Optional<Text> never = all(common(lists, false), "没有 ", "without ");
    if (always.isEmpty() && never.isEmpty()) {
      return List.of(new Text("列表的某些组合", "some lists"));
    }
    return List.of(
        new Text(
            always.map(Text::zh).orElse("")
                + (always.isPresent() && never.isPresent() ? "而" : "")
                + never.map(Text::zh).orElse(""),
            always.map(Text::en).orElse("")
                + (always.isPresent() && never.isPresent() ? " and " : "")
                + never.map(Text::en).orElse("")));
  }

  private static Set<String> common(List<ValueSet.Lists> lists, boolean present) {
    Set<String> common = new TreeSet<>(side(lists.get(0), present));
    lists.forEach(list -> common.retainAll(side(list, present)));
    return common;
  }

  private static Set<String> side(ValueSet.Lists list, boolean present) {
    return present ? list.present() : list.absent();
  }

  private Optional<Text> all(Set<String> codes, String zh, String en) {
    List<Text> words = codes.stream().map(this::code).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Text(
                zh + words.stream().map(Text::zh).collect(Collectors.joining("、")),
                en + words.stream().map(Text::en).collect(Collectors.joining(", "))));
  }
}
