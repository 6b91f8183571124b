package dev.huikuan.policy.table.exchange;

import java.util.List;

/**
 * Functions that rules may call, with arithmetic as in the index: exact, rounded HALF_UP where it
 * must be, unknown at 10^12.
 */
final class DrlFunctions {

  /** Each before those that it calls itself. */
  private static final List<String> ALL =
      List.of(
          """
          function String text( String coded ) {
              return java.net.URLDecoder.decode( coded, java.nio.charset.StandardCharsets.UTF_8 );
          }
          """,
          """
          function int compare( Long value, Long factor, Long other ) {
              java.math.BigInteger scaled = java.math.BigInteger.valueOf( factor ).multiply( java.math.BigInteger.valueOf( other ) );
              return java.math.BigInteger.valueOf( value ).multiply( java.math.BigInteger.valueOf( 1000000L ) ).compareTo( scaled );
          }
          """,
          """
          function Long scaled( long factor, Long value, long plus, boolean whole ) {
              if ( value == null ) {
                  return null;
              }
              java.math.BigDecimal exact = java.math.BigDecimal.valueOf( factor, 6 ).multiply( java.math.BigDecimal.valueOf( value, 6 ) ).add( java.math.BigDecimal.valueOf( plus, 6 ) );
              return millionths( exact.setScale( whole ? 0 : 6, java.math.RoundingMode.HALF_UP ) );
          }
          """,
          """
          function Long sum( java.util.List values ) {
              java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
              for ( Object value : values ) {
                  sum = sum.add( java.math.BigDecimal.valueOf( (Long) value, 6 ) );
              }
              return millionths( sum );
          }
          """,
          """
          function Long millionths( java.math.BigDecimal number ) {
              return number.abs().compareTo( java.math.BigDecimal.TEN.pow( 12 ) ) < 0 ? Long.valueOf( number.setScale( 6 ).unscaledValue().longValueExact() ) : null;
          }
          """,
          """
          function Long later( Long day, long days ) {
              return day == null ? null : Long.valueOf( day + days );
          }
          """,
          """
          function Long count( java.util.List values ) {
              return Long.valueOf( values.size() * 1000000L );
          }
          """,
          """
          function Long least( java.util.List values ) {
              Long least = null;
              for ( Object value : values ) {
                  least = value != null && ( least == null || (Long) value < least ) ? (Long) value : least;
              }
              return least;
          }
          """,
          """
          function Long greatest( java.util.List values ) {
              Long greatest = null;
              for ( Object value : values ) {
                  greatest = value != null && ( greatest == null || (Long) value > greatest ) ? (Long) value : greatest;
              }
              return greatest;
          }
          """);

  private DrlFunctions() {}

  /** Those that the rules call. */
  static String calledBy(String rules) {
    StringBuilder functions = new StringBuilder();
    for (String function : ALL) {
      String name = function.substring(0, function.indexOf('(')).replaceFirst(".* ", "");
      if (rules.contains(name + "(") || functions.indexOf(name + "(") >= 0) {
        functions.append("\n").append(function);
      }
    }
    return functions.toString();
  }
}
