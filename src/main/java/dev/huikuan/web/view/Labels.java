package dev.huikuan.web.view;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Codes, values and amounts in one reader's words; what the policy does not name stays a code. */
public record Labels(Policy policy, Language language) {

  private static final String OF_ACCOUNT = "account.";
  private static final Text ACCOUNTS = new Text("客户·{term}", "Account’s {term}");

  public String of(Wording phrase) {
    return phrase.in(language);
  }

  public String of(Text text) {
    return text.in(language);
  }

  /** A term, also one that a table reads as the account's. */
  public String term(String code) {
    if (code.startsWith(OF_ACCOUNT)) {
      return of(ACCOUNTS).replace("{term}", term(code.substring(OF_ACCOUNT.length())));
    }
    return policy.vocabulary().find(code).map(term -> of(term.label())).orElse(code);
  }

  /** A code that is a value of a term: a channel, a tone, a bucket. */
  public String code(String termCode, String code) {
    return policy
        .vocabulary()
        .find(termCode)
        .flatMap(term -> allowed(term, code))
        .map(allowed -> of(allowed.label()))
        .filter(label -> !label.isEmpty())
        .orElse(code);
  }

  private Optional<AllowedValue> allowed(Term term, String code) {
    Optional<AllowedValue> own = term.allowed(code);
    return own.isPresent()
        ? own
        : entry(term.catalogue(), code).map(e -> new AllowedValue(code, e.label()));
  }

  public String role(String code) {
    return entry("roles", code).map(e -> of(e.label())).orElse(code);
  }

  public String roles(List<String> codes) {
    return codes.stream().map(this::role).collect(Collectors.joining(separator()));
  }

  /** Roles in the order in which they agree. */
  public String chain(List<String> codes) {
    return codes.stream().map(this::role).collect(Collectors.joining(" → "));
  }

  /** An action's code, or a kind of action, as a hold may name either. */
  public String actionOrKind(String code) {
    return entry("actions", code).map(e -> of(e.label())).orElseGet(() -> Kind.label(code, this));
  }

  public Optional<CatalogueEntry> entry(String catalogue, String code) {
    return Optional.ofNullable(policy.catalogues().get(catalogue))
        .flatMap((Catalogue known) -> known.find(code));
  }

  /** As {@link #value(String, Value)}, an amount with its currency. */
  public String value(String termCode, Value value, Optional<String> currency) {
    return value instanceof Value.Num num && currency.isPresent()
        ? money(num.decimal(), currency.get())
        : value(termCode, value);
  }

  public String value(String qualified, Value value) {
    String termCode =
        qualified.startsWith(OF_ACCOUNT) ? qualified.substring(OF_ACCOUNT.length()) : qualified;
    if (value instanceof Value.Num num) {
      return number(termCode, num.decimal());
    }
    if (value instanceof Value.Day day) {
      return day.date().toString();
    }
    if (value instanceof Value.Clock clock) {
      return clock.time().toString();
    }
    if (value instanceof Value.Flag flag) {
      return of(flag.yes() ? Phrase.YES : Phrase.NO);
    }
    if (value instanceof Value.Code code) {
      return code(termCode, code.code());
    }
    if (value instanceof Value.Codes codes) {
      return codes.codes().isEmpty() ? of(Phrase.NONE) : joined(termCode, codes);
    }
    if (value instanceof Value.Words words) {
      return of(words.text());
    }
    return of(value.isUnknown() ? Phrase.UNKNOWN : Phrase.NOT_YET);
  }

  private String joined(String termCode, Value.Codes codes) {
    return codes.codes().stream()
        .map(code -> code(termCode, code))
        .collect(Collectors.joining(separator()));
  }

  private String number(String termCode, BigDecimal number) {
    TermType type = policy.vocabulary().find(termCode).map(Term::type).orElse(TermType.NUMBER);
    return switch (type) {
      case MONEY -> amount(number);
      case PERCENT -> number.toPlainString() + " %";
      default -> number.toPlainString();
    };
  }

  /** Digits in groups of three; two decimals when there are any. */
  public String amount(BigDecimal amount) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return new DecimalFormat(whole ? "#,##0" : "#,##0.00", symbols).format(amount);
  }

  /** Digits in groups of three and two decimals, for columns that add up. */
  public String cents(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }

  public String money(BigDecimal amount, String currency) {
    return currency + "\u00a0" + amount(amount);
  }

  public String separator() {
    return language == Language.ZH ? "、" : ", ";
  }
}
