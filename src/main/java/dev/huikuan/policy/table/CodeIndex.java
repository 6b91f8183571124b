package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.ValueClasses.ValueClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A column of codes, texts or yes and no: a map from value to rows, and rows for any other. */
final class CodeIndex extends ColumnIndex {

  private final Map<String, long[]> codes = new HashMap<>();
  private final Map<String, long[]> texts = new HashMap<>();
  private final long[] yes;
  private final long[] no;
  private final long[] otherCode;

  CodeIndex(List<UnaryTest> tests) {
    super(tests);
    this.yes = scan(Value.flag(true));
    this.no = scan(Value.flag(false));
    this.otherCode = scan(Value.code("\0"));
    for (int row = 0; row < tests.size(); row++) {
      Names names = tests.get(row).fold(new Names(new HashSet<>(), new HashSet<>()));
      add(row, names.codes, codes);
      add(row, names.texts, texts);
    }
  }

  /** A code differs from any other only in the rows that name it. */
  private void add(int row, Set<String> names, Map<String, long[]> rowsByName) {
    for (String name : names) {
      long[] rows = rowsByName.computeIfAbsent(name, n -> otherCode.clone());
      RowBits.put(rows, row, test(row).matches(Value.code(name), NoTerms.READING));
    }
  }

  @Override
  void cut(Term term, List<ValueClass> classes) {
    if (term.type() == TermType.YES_NO) {
      classes.add(new ValueClass(new ValueSet.One(Value.flag(true)), yes));
      classes.add(new ValueClass(new ValueSet.One(Value.flag(false)), no));
    } else if (term.type() == TermType.TEXT) {
      open(texts, text -> Value.words(Text.same(text)), classes);
    } else if (term.values().isEmpty()) {
      open(codes, Value::code, classes);
    } else {
      for (AllowedValue value : term.values()) {
        Value code = Value.code(value.code());
        classes.add(new ValueClass(new ValueSet.One(code), passing(code)));
      }
    }
  }

  private void open(
      Map<String, long[]> named, Function<String, Value> value, List<ValueClass> classes) {
    new TreeMap<>(named)
        .forEach(
            (name, rows) ->
                classes.add(new ValueClass(new ValueSet.One(value.apply(name)), rows)));
    classes.add(new ValueClass(new ValueSet.AnyOther(named.keySet()), otherCode));
  }

  @Override
  void keepPresent(Value value, long[] rows) {
    RowBits.and(rows, passing(value));
  }

  private long[] passing(Value value) {
    if (value instanceof Value.Code code) {
      return codes.isEmpty()
          ? texts.getOrDefault(Wording.normalise(code.code()), otherCode)
          : codes.getOrDefault(code.code(), otherCode);
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes() ? yes : no;
    }
    if (value instanceof Value.Words words && words.text().zh().equals(words.text().en())) {
      return texts.getOrDefault(Wording.normalise(words.text().zh()), otherCode);
    }
    return scan(value);
  }

  /** Collects the codes and texts that the cells name. */
  private record Names(Set<String> codes, Set<String> texts) implements UnaryTest.Cases<Names> {

    @Override
    public Names anything() {
      return this;
    }

    @Override
    public Names state(UnaryTest.State state) {
      return this;
    }

    @Override
    public Names within(Interval interval) {
      return this;
    }

    @Override
    public Names codes(Set<String> named) {
      codes.addAll(named);
      return this;
    }

    @Override
    public Names texts(Set<String> named) {
      texts.addAll(named);
      return this;
    }

    @Override
    public Names flag(boolean yes) {
      return this;
    }

    @Override
    public Names compared(UnaryTest.Compared compared) {
      return this;
    }

    @Override
    public Names anyOf(List<UnaryTest> parts) {
      parts.forEach(part -> part.fold(this));
      return this;
    }

    @Override
    public Names noneOf(List<UnaryTest> parts) {
      parts.forEach(part -> part.fold(this));
      return this;
    }
  }
}
