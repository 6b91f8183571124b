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
              return URLDecoder.decode( coded, StandardCharsets.UTF_8 );
          }
          """,
          """
          function int compare( Long value, Long factor, Long other ) {
              BigInteger scaled = BigInteger.valueOf( factor ).multiply( BigInteger.valueOf( other ) );
              return BigInteger.valueOf( value ).multiply( BigInteger.valueOf( 1000000L ) ).compareTo( scaled );
          }
          """,
          """
          function Long scaled( long factor, Long value, long plus, boolean whole ) {
              if ( value == null ) {
                  return null;
              }
              BigDecimal exact = BigDecimal.valueOf( factor, 6 ).multiply( BigDecimal.valueOf( value, 6 ) )
                  .add( BigDecimal.valueOf( plus, 6 ) );
              return millionths( exact.setScale( whole ? 0 : 6, RoundingMode.HALF_UP ) );
          }
          """,
          """
          function Long sum( List values ) {
              BigDecimal sum = BigDecimal.ZERO;
              for ( Object value : values ) {
                  sum = sum.add( BigDecimal.valueOf( (Long) value, 6 ) );
              }
              return millionths( sum );
          }
          """,
          """
          function Long millionths( BigDecimal number ) {
              boolean within = number.abs().compareTo( BigDecimal.TEN.pow( 12 ) ) < 0;
              return within ? Long.valueOf( number.setScale( 6 ).unscaledValue().longValueExact() ) : null;
          }
          """,
          """
          function Long later( Long day, long days ) {
              return day == null ? null : Long.valueOf( day + days );
          }
          """,
          """
          function Long count( List values ) {
              return Long.valueOf( values.size() * 1000000L );
          }
          """,
          """
          function Long least( List values ) {
              Long least = null;
              for ( Object value : values ) {
                  least = value != null && ( least == null || (Long) value < least ) ? (Long) value : least;
              }
              return least;
          }
          """,
          """
          function Long greatest( List values ) {
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
