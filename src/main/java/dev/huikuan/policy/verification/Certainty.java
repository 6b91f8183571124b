package dev.huikuan.policy.verification;

import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.UnaryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of a test does not depend on other terms. A comparison with another term passes for sure
 * never, and possibly for any value; a row that names one is therefore taken to cover less, and to
 * be reached by more, than it may be, so that nothing is found that is not so.
 */
enum Certainty implements UnaryTest.Cases<UnaryTest> {
  /** A test that passes only what passes whatever the other terms are. */
  SURE,
  /** A test that passes whatever may pass. */
  POSSIBLE;

  private static final UnaryTest NEVER = new UnaryTest.AnyOf(List.of());

  /** The test, with comparisons with other terms decided one way. */
  UnaryTest of(UnaryTest test) {
    return test.reads().isEmpty() ? test : test.fold(this);
  }

  /** The test of a column of lists that are too many to be told apart: what depends on no list. */
  UnaryTest ofList(UnaryTest test) {
    if (test instanceof UnaryTest.Anything || test instanceof UnaryTest.State) {
      return test;
    }
    if (test instanceof UnaryTest.AnyOf any) {
      return new UnaryTest.AnyOf(any.parts().stream().map(this::ofList).toList());
    }
    return this == SURE ? NEVER : UnaryTest.State.KNOWN;
  }

  @Override
  public UnaryTest anything() {
    return new UnaryTest.Anything();
  }

  @Override
  public UnaryTest state(UnaryTest.State state) {
    return state;
  }

  @Override
  public UnaryTest within(Interval interval) {
    return new UnaryTest.Within(interval);
  }

  @Override
  public UnaryTest codes(Set<String> codes) {
    return new UnaryTest.CodeIn(codes);
  }

  @Override
  public UnaryTest texts(Set<String> texts) {
    return new UnaryTest.TextIn(texts);
  }

  @Override
  public UnaryTest flag(boolean yes) {
    return new UnaryTest.Is(yes);
  }

  @Override
  public UnaryTest compared(UnaryTest.Compared compared) {
    return this == SURE ? NEVER : UnaryTest.State.KNOWN;
  }

  @Override
  public UnaryTest anyOf(List<UnaryTest> parts) {
    return new UnaryTest.AnyOf(parts.stream().map(this::of).toList());
  }

  @Override
  public UnaryTest noneOf(List<UnaryTest> parts) {
    if (this == SURE) {
      return NEVER;
    }
    List<UnaryTest> constant = new ArrayList<>();
    parts.stream().filter(part -> part.reads().isEmpty()).forEach(constant::add);
    return constant.isEmpty() ? UnaryTest.State.KNOWN : new UnaryTest.NoneOf(constant);
  }
}
