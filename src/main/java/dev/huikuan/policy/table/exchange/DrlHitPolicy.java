package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.policy.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rules that make of the rows that matched what the hit policy says. */
final class DrlHitPolicy {

  private final DecisionTable table;
  private final DrlFields decided;

  DrlHitPolicy(DecisionTable table, DrlFields decided) {
    this.table = table;
    this.decided = decided;
  }

  /** What is read when all rules have fired. */
  String meaning() {
    return whatIsLeft()
        + table
            .defaultRow()
            .map(row -> "; the last row is the default and gives way to any other")
            .orElse("");
  }

  private String whatIsLeft() {
    return switch (table.hitPolicy()) {
      case UNIQUE -> "at most one row may match; several are Violated and none is left";
      case FIRST -> "of the rows that match the uppermost is left";
      case ANY -> "the rows that match must agree; else all are Violated and none is left";
      case PRIORITY -> "of the rows that match the one with the best codes is left";
      case RULE_ORDER, COLLECT -> "every row that matches counts, in the order of its place";
      case COLLECT_SUM -> "a Total for each column, the sum of the rows that match";
      case COLLECT_MIN -> "a Total for each column, the least of the rows that match";
      case COLLECT_MAX -> "a Total for each column, the greatest of the rows that match";
      case COLLECT_COUNT -> "a Total for each column, how many matching rows decide it";
    };
  }

  /** Columns that PRIORITY ranks, in order. */
  List<DrlFields.Field> ranked() {
    return table.outputs().stream()
        .filter(column -> isRanked(column.term().term()))
        .map(column -> decided.of(column.term()))
        .toList();
  }

  private boolean isRanked(Term term) {
    return table.hitPolicy() == dev.huikuan.policy.table.HitPolicy.PRIORITY
        && term.type() == TermType.CODE
        && !term.values().isEmpty();
  }

  /** The functions that rank codes, best first; what is not listed comes last. */
  String functions() {
    StringBuilder text = new StringBuilder();
    for (DecisionTable.Column column : table.outputs()) {
      Term term = column.term().term();
      if (isRanked(term)) {
        String codes =
            term.values().stream()
                .map(AllowedValue::code)
                .distinct()
                .map(DrlWords::literal)
                .collect(Collectors.joining(", "));
        text.append(
            """

            function int rank_%s( String code ) {
                List codes = Arrays.asList( new String[] { %s } );
                return codes.contains( code ) ? codes.indexOf( code ) : codes.size();
            }
            """
                .formatted(decided.of(column.term()).name(), codes));
      }
    }
    return text.toString();
  }

  String rules() {
    return switch (table.hitPolicy()) {
      case UNIQUE -> otherwise() + violated("place != $row.place");
      case ANY -> otherwise() + violated(differing());
      case FIRST -> beaten("place < $row.place");
      case PRIORITY -> beaten(better());
      case RULE_ORDER, COLLECT -> "";
      case COLLECT_SUM -> totals("sum");
      case COLLECT_MIN -> totals("least");
      case COLLECT_MAX -> totals("greatest");
      case COLLECT_COUNT -> totals("count");
    };
  }

  /** The default row goes before the others are compared. */
  private String otherwise() {
    return table
        .defaultRow()
        .map(
            row ->
                """

                rule %s
                salience -5
                when
                    $row : MatchedRow( $of : of, place == %s )
                    exists MatchedRow( of == $of, place != $row.place )
                then
                    delete( $row );
                end
                """
                    .formatted(rule("the default row gives way"), table.rows().size()))
        .orElse("");
  }

  private String violated(String other) {
    return """

        rule %s
        salience -10
        when
            $row : MatchedRow( $of : of )
            exists MatchedRow( of == $of, %s )
        then
            insert( new Violated( $of, $row.getPlace(), $row.getRow() ) );
        end

        rule %s
        salience -20
        when
            Violated( $of : of )
            $row : MatchedRow( of == $of )
        then
            delete( $row );
        end
        """
        .formatted(rule("rows that must not match together"), other, rule("is not made"));
  }

  private String beaten(String better) {
    return """

        rule %s
        salience -10
        when
            $row : MatchedRow( $of : of )
            exists MatchedRow( of == $of, %s )
        then
            delete( $row );
        end
        """
        .formatted(rule("a better row wins"), better);
  }

  private String totals(String function) {
    StringBuilder text = new StringBuilder();
    for (DecisionTable.Column column : table.outputs()) {
      DrlFields.Field field = decided.of(column.term());
      text.append(
          """

          rule %s
          salience -10
          when
              Case( $of : id )
              accumulate( MatchedRow( of == $of, %s != null, $value : %s ); $all : collectList( $value ) )
          then
              Long total = %s( $all );
              if ( total != null ) {
                  insert( new Total( $of, "%s", total ) );
              }
          end
          """
              .formatted(
                  rule(function + " of " + field.name()),
                  field.name(),
                  field.name(),
                  function,
                  field.name()));
    }
    return text.toString();
  }

  /** Two blanks: no row has that name, for no row id begins with a blank. */
  private String rule(String what) {
    return DrlWords.name(table.code(), "", what);
  }

  private String differing() {
    List<String> differs = new ArrayList<>();
    for (DrlFields.Field field : decided.all()) {
      differs.add("!Objects.equals( %1$s, $row.%1$s )".formatted(field.name()));
      if (field.hasNotYet()) {
        differs.add(field.notYet() + " != $row." + field.notYet());
      }
    }
    return "(" + String.join(" || ", differs) + ")";
  }

  /** Lexicographic: the first column that differs decides, among equals the upper row. */
  private String better() {
    String better = "place < $row.place";
    List<DrlFields.Field> columns = ranked();
    for (int i = columns.size() - 1; i >= 0; i--) {
      String rank = "rank" + (i + 1);
      better = "(%s < $row.%s || (%s == $row.%s && %s))".formatted(rank, rank, rank, rank, better);
    }
    return better;
  }
}
