package dev.huikuan.decision.offer;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that explain why an offer is not made and that no table can use. */
public final class OfferWords {

  static final String AGREEMENT = "agreementState";
  static final String BROKEN_ON = "agreementBrokenOn";
  static final String PAY_BY = "payBy";
  static final String DISCOUNT_AMOUNT = "discountAmount";
  static final String EXPECTED_ON = "expectedPaymentOn";

  private static final Map<String, Term> TERMS =
      Stream.of(
              term(
                  AGREEMENT,
                  new Text("协议状态", "Agreement"),
                  TermType.CODE,
                  new AllowedValue("RUNNING", new Text("执行中", "running")),
                  new AllowedValue("LAPSED", new Text("已到期", "lapsed"))),
              term(BROKEN_ON, new Text("协议违约日", "Agreement broken on"), TermType.DATE),
              term(DISCOUNT_AMOUNT, new Text("折扣金额", "Discount amount"), TermType.NUMBER),
              term(PAY_BY, new Text("最迟付款日", "Pay by"), TermType.DATE),
              term(EXPECTED_ON, new Text("预计付款日", "Expected payment on"), TermType.DATE))
          .collect(Collectors.toUnmodifiableMap(Term::code, Function.identity()));

  private static final Map<String, Text> REMARKS =
      Map.of(
          EXPECTED_ON, new Text("客户本来就会提前付款。", "The customer pays early anyway."),
          BROKEN_ON, new Text("协议违约后一段时间内不再给予优惠。", "An agreement was broken not long ago."));

  private OfferWords() {}

  public static Optional<Term> find(String code) {
    return Optional.ofNullable(TERMS.get(code));
  }

  /** What the failed condition means, for a reader. */
  public static Optional<Text> remark(String code) {
    return Optional.ofNullable(REMARKS.get(code));
  }

  private static Term term(String code, Text label, TermType type, AllowedValue... values) {
    return new Term(
        code,
        label,
        Level.RECEIVABLE,
        false,
        Origin.DERIVED,
        type,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(values),
        "",
        false);
  }
}
