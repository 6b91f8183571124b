package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.OutputEntry;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Output entries as FEEL: exact, and null where an argument that they need is unknown. */
final class FeelEntries {

  /** Decimals of numbers that are not whole. */
  private static final int SCALE = 6;

  /** FEEL for terms, and for parameters read at a date or while interest accrues. */
  interface Names {
    String term(TermRef ref);

    String at(TermRef parameter, TermRef date);

    String atAccrual(TermRef parameter);
  }

  private final Names names;

  FeelEntries(Names names) {
    this.names = names;
  }

  /** An entry but for a text's. */
  String entry(OutputEntry entry) {
    if (entry instanceof OutputEntry.Literal literal) {
      return Feel.value(literal.constant());
    }
    if (entry instanceof OutputEntry.Extreme extreme) {
      return extreme(extreme);
    }
    if (entry instanceof OutputEntry.Scaled scaled) {
      return scaled(scaled);
    }
    if (entry instanceof OutputEntry.DaysLater later) {
      String days = Math.abs(later.days()) + "D";
      String duration = "duration(" + Feel.text((later.days() < 0 ? "-P" : "P") + days) + ")";
      return name(later.of()) + " + " + duration;
    }
    return name(entry);
  }

  /** A term or parameter by itself. */
  private String name(OutputEntry entry) {
    if (entry instanceof OutputEntry.TermValue term) {
      return names.term(term.ref());
    }
    if (entry instanceof OutputEntry.ParameterAt at) {
      return names.at(at.parameter(), at.date());
    }
    if (entry instanceof OutputEntry.ParameterAtAccrual at) {
      return names.atAccrual(at.parameter());
    }
    throw new IllegalArgumentException("not a term: " + entry);
  }

  private String scaled(OutputEntry.Scaled scaled) {
    String name = name(scaled.of());
    String product =
        scaled.factor() == Micros.ONE ? name : Feel.number(scaled.factor()) + " * " + name;
    String sum =
        scaled.plus() == 0
            ? product
            : product + (scaled.plus() < 0 ? " - " : " + ") + Feel.number(Math.abs(scaled.plus()));
    return isExact(scaled)
        ? sum
        : "if " + name + " = null then null else round half up(" + sum + ", " + scale(scaled) + ")";
  }

  private static int scale(OutputEntry.Scaled scaled) {
    return scaled.whole() ? 0 : SCALE;
  }

  /** True when there is nothing to round. */
  private static boolean isExact(OutputEntry.Scaled scaled) {
    int of = isWhole(scaled.of()) ? 0 : SCALE;
    return decimals(scaled.factor()) + of <= scale(scaled)
        && decimals(scaled.plus()) <= scale(scaled);
  }

  private static boolean isWhole(OutputEntry of) {
    TermRef ref =
        of instanceof OutputEntry.TermValue term
            ? term.ref()
            : of instanceof OutputEntry.ParameterAt at
                ? at.parameter()
                : ((OutputEntry.ParameterAtAccrual) of).parameter();
    return ref.term().type().isWhole();
  }

  private static int decimals(long micros) {
    return Math.max(0, BigDecimal.valueOf(micros, SCALE).stripTrailingZeros().scale());
  }

  private String extreme(OutputEntry.Extreme extreme) {
    List<OutputEntry> arguments = extreme.arguments();
    String list =
        arguments.stream()
            .map(argument -> inList(entry(argument)))
            .collect(Collectors.joining(", ", "[", "]"));
    String least = (extreme.greatest() ? "max(" : "min(") + list + "[item != null])";
    boolean sure =
        arguments.stream()
            .anyMatch(
                argument ->
                    argument instanceof OutputEntry.Literal literal
                        && literal.constant() != Value.UNKNOWN);
    if (sure) {
      return least;
    }
    Set<String> needed = new LinkedHashSet<>();
    arguments.forEach(argument -> needed.add(name(inner(argument)) + " = null"));
    return "if " + String.join(" and ", needed) + " then null else " + least;
  }

  private static String inList(String argument) {
    return argument.startsWith("if ") ? "(" + argument + ")" : argument;
  }

  private static OutputEntry inner(OutputEntry argument) {
    if (argument instanceof OutputEntry.Scaled scaled) {
      return scaled.of();
    }
    return argument instanceof OutputEntry.DaysLater later ? later.of() : argument;
  }
}
