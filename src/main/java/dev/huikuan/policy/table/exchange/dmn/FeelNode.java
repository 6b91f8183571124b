package dev.huikuan.policy.table.exchange.dmn;

import java.util.List;

/** A parsed FEEL expression: the part of FEEL that decision tables use. */
sealed interface FeelNode {

  /** A literal as it is written in a cell of ours, {@code date("2026-01-01")} as 2026-01-01. */
  record Literal(Kind kind, String value) implements FeelNode {
    enum Kind {
      NUMBER,
      STRING,
      FLAG,
      DATE,
      TIME,
      DURATION,
      NULL
    }

    boolean isNull() {
      return kind == Kind.NULL;
    }
  }

  /** A variable, with its path if it has one: {@code credit_terms.recommendedLimit}. */
  record Name(String name) implements FeelNode {}

  /** {@code ?}, the value that is tested. */
  record Tested() implements FeelNode {}

  /** A comparison; of a unary test the left side is {@code ?}. */
  record Compare(String sign, FeelNode left, FeelNode right) implements FeelNode {}

  /** {@code value in tests}. */
  record In(FeelNode value, List<FeelNode> tests) implements FeelNode {}

  record Range(FeelNode low, boolean lowOpen, FeelNode high, boolean highOpen)
      implements FeelNode {}

  record And(FeelNode left, FeelNode right) implements FeelNode {}

  record Or(FeelNode left, FeelNode right) implements FeelNode {}

  record Call(String function, List<FeelNode> arguments) implements FeelNode {}

  record Listed(List<FeelNode> items) implements FeelNode {}

  record Filter(FeelNode of, FeelNode condition) implements FeelNode {}

  record Arithmetic(char sign, FeelNode left, FeelNode right) implements FeelNode {}

  record If(FeelNode condition, FeelNode then, FeelNode otherwise) implements FeelNode {}
}
