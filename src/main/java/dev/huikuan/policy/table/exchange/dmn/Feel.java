package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Interval.Axis;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.stream.Collectors;

/** Literals of FEEL, the expression language of DMN. */
final class Feel {

  static final String NULL = "null";

  private Feel() {}

  /** A string literal; whatever it holds, it ends only at its own closing quote. */
  static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7F || c >= 0xFFFE) {
            literal.append(String.format("\\u%04x", (int) c));
          } else {
            literal.append(c);
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  static String texts(Collection<String> texts) {
    return texts.stream().map(Feel::text).collect(Collectors.joining(", "));
  }

  /** A number given in millionths. */
  static String number(long micros) {
    return Micros.toDecimal(micros).toPlainString();
  }

  static String date(LocalDate date) {
    return "date(" + text(date.toString()) + ")";
  }

  private static String time(LocalTime time) {
    String written = time.toString();
    return "time(" + text(written.length() == 5 ? written + ":00" : written) + ")";
  }

  /** A point of an axis. */
  static String point(Axis axis, long point) {
    return switch (axis) {
      case NUMBER -> number(point);
      case DATE -> date(LocalDate.ofEpochDay(point));
      case TIME -> time(LocalTime.ofNanoOfDay(point));
    };
  }

  /** A value but for texts, which are written once for each language. */
  static String value(Value value) {
    if (value instanceof Value.Num number) {
      return number(number.micros());
    }
    if (value instanceof Value.Day day) {
      return date(day.date());
    }
    if (value instanceof Value.Clock clock) {
      return time(clock.time());
    }
    if (value instanceof Value.Flag flag) {
      return String.valueOf(flag.yes());
    }
    if (value instanceof Value.Code code) {
      return text(code.code());
    }
    if (value instanceof Value.Codes codes) {
      return "[" + texts(codes.codes()) + "]";
    }
    if (value instanceof Value.Words) {
      throw new IllegalArgumentException("a text has two languages");
    }
    return NULL;
  }
}
