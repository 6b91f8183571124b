package dev.huikuan.decision;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints values by type and language, and fills the placeholders of a policy's texts: {@code 逾期
 * {daysPastDue} 天}. What is filled in is text and never parsed again.
 */
final class Printer {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)\\}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final List<String> ACCOUNT_PREFIXES = List.of("account.", "客户·");
  private static final Text UNKNOWN = new Text("未知", "unknown");
  private static final Text YES = new Text("是", "yes");
  private static final Text NO = new Text("否", "no");
  private static final Text NOT_YET = new Text("尚未", "not yet");

  private final Draft draft;

  Printer(Draft draft) {
    this.draft = draft;
  }

  /** Fills a text as seen from the account, or from one receivable. */
  Text fill(Text text, Optional<String> receivable) {
    return new Text(fill(text.zh(), Text::zh, receivable), fill(text.en(), Text::en, receivable));
  }

  /** True when every term that a text quotes has a value. */
  boolean knowsAll(Text text, Optional<String> receivable) {
    return Stream.of(text.zh(), text.en())
        .flatMap(template -> PLACEHOLDER.matcher(template).results())
        .map(match -> printed(match.group(1).strip(), receivable))
        .noneMatch(Optional.of(UNKNOWN)::equals);
  }

  private String fill(
      String template, Function<Text, String> language, Optional<String> receivable) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    printed(match.group(1).strip(), receivable)
                        .map(language)
                        .orElse(match.group())));
  }

  private Optional<Text> printed(String word, Optional<String> receivable) {
    Optional<String> prefix = ACCOUNT_PREFIXES.stream().filter(word::startsWith).findFirst();
    String name = prefix.map(p -> word.substring(p.length())).orElse(word);
    Optional<String> place = prefix.isPresent() ? Optional.empty() : receivable;
    return draft
        .policy()
        .vocabulary()
        .named(name)
        .map(term -> print(value(term, place), term, draft.book().currency(term, place)));
  }

  /** The value of a term as read from the account, or from one receivable. */
  Value value(Term term, Optional<String> receivable) {
    boolean below = term.level() == Level.RECEIVABLE || term.level() == Level.CONTRACT;
    return receivable
        .filter(id -> below)
        .map(id -> draft.book().receivable(id, term.code()))
        .orElseGet(() -> draft.book().account(term.code()));
  }

  Text print(Value value, Term term, String currency) {
    if (value instanceof Value.Num number) {
      return Text.same(number(number.decimal(), term.type(), currency));
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes() ? YES : NO;
    }
    if (value instanceof Value.Code code) {
      return label(term, code.code());
    }
    if (value instanceof Value.Codes list) {
      return list.codes().isEmpty() ? new Text("无", "none") : labels(term, list.codes());
    }
    if (value instanceof Value.Words words) {
      return words.text();
    }
    if (value instanceof Value.Day day) {
      return Text.same(day.date().toString());
    }
    if (value instanceof Value.Clock clock) {
      return Text.same(clock.time().toString());
    }
    return value == Value.NOT_YET ? NOT_YET : UNKNOWN;
  }

  private static String number(BigDecimal number, TermType type, String currency) {
    return switch (type) {
      case MONEY -> money(number, currency);
      case PERCENT -> plain(number) + " %";
      case RATIO -> plain(number.movePointRight(2)) + " %";
      default -> plain(number);
    };
  }

  /** With its currency, thousands grouped, rounded HALF_UP to its minor unit. */
  static String money(BigDecimal amount, String currency) {
    int digits;
    try {
      digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException notIso) {
      digits = 2;
    }
    return currency + " " + grouped(amount.setScale(digits, RoundingMode.HALF_UP).toPlainString());
  }

  /** {@code 1234567.50} as {@code 1,234,567.50}. */
  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    int whole = point < 0 ? plain.length() : point;
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = whole - 3; at > (plain.startsWith("-") ? 1 : 0); at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A cell as an analyst reads it: codes and terms that it names by their labels. */
  Text test(String source, Term term) {
    return new Text(test(source, term, Text::zh), test(source, term, Text::en));
  }

  private String test(String source, Term term, Function<Text, String> language) {
    return WORD.matcher(source.strip())
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    named(match.group(), term).map(language).orElse(match.group())));
  }

  private Optional<Text> named(String word, Term term) {
    Optional<Term> other = draft.policy().vocabulary().find(word);
    Text label = label(term, word);
    if (!label.equals(Text.same(word))) {
      return Optional.of(label);
    }
    return switch (word) {
      case "yes" -> Optional.of(YES);
      case "no" -> Optional.of(NO);
      case "unknown" -> Optional.of(UNKNOWN);
      case "known" -> Optional.of(new Text("已知", "known"));
      case "not" -> Optional.of(new Text("非", "not"));
      default -> other.map(Term::label);
    };
  }

  private Text labels(Term term, List<String> codes) {
    List<Text> labels = codes.stream().map(code -> label(term, code)).toList();
    return new Text(
        String.join("、", labels.stream().map(Text::zh).toList()),
        String.join(", ", labels.stream().map(Text::en).toList()));
  }

  private Text label(Term term, String code) {
    Optional<Catalogue> catalogue =
        Optional.ofNullable(draft.policy().catalogues().get(term.catalogue()));
    return term.allowed(code)
        .map(AllowedValue::label)
        .or(() -> catalogue.flatMap(c -> c.find(code)).map(CatalogueEntry::label))
        .orElse(Text.same(code));
  }
}
