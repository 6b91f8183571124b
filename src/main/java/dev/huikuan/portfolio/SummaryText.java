package dev.huikuan.portfolio;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/** A summary for people. */
public final class SummaryText {

  private final Language language;
  private final StringBuilder text = new StringBuilder();

  public SummaryText(Language language) {
    this.language = language;
  }

  public String written(Summary s) {
    String asOf = s.asOf().isEmpty() ? "" : word("截至 ", "as of ") + s.asOf() + word("：", ": ");
    line(
        asOf
            + word(
                s.accounts() + " 个客户，列出 " + s.listed() + " 个，共 " + s.openReceivables() + " 笔未结应收",
                s.accounts()
                    + " accounts, "
                    + s.listed()
                    + " listed with "
                    + s.openReceivables()
                    + " open receivables"));
    line(
        word(
            "未列出："
                + s.nothingOpen()
                + " 个客户无未结款项；已结清 "
                + s.settled()
                + " 笔计入付款历史；"
                + s.invoicedLater()
                + " 笔开票晚于该日",
            "not listed: "
                + s.nothingOpen()
                + " accounts with nothing open; "
                + s.settled()
                + " settled rows are history; "
                + s.invoicedLater()
                + " rows invoiced later"));
    counts(word("动作", "Actions"), s.actions(), s.labels());
    counts(word("暂缓", "Holds"), s.holds(), s.labels());
    aging(s);
    totals(s);
    if (s.faultCount() > 0) {
      line("");
      line(word("有 " + s.faultCount() + " 处错误", s.faultCount() + " errors"));
    }
    line("");
    text.append(word("策略版本 ", "policy version ")).append(s.policyVersion());
    return text.toString();
  }

  private void counts(String title, Map<String, Integer> counts, Map<String, Text> labels) {
    if (!counts.isEmpty()) {
      line("");
      line(title);
      counts.forEach(
          (code, count) -> line(String.format(Locale.ROOT, "%8d  ", count) + label(code, labels)));
    }
  }

  private String label(String code, Map<String, Text> labels) {
    return labels.containsKey(code) ? labels.get(code).in(language) + " (" + code + ")" : code;
  }

  private void aging(Summary s) {
    s.aging()
        .forEach(
            (currency, buckets) -> {
              line("");
              line(word("账龄 ", "Aging ") + currency);
              buckets.forEach(
                  (bucket, sum) ->
                      line(
                          String.format(
                                  Locale.ROOT,
                                  "%8d  %16s  ",
                                  sum.receivables(),
                                  money(sum.outstanding()))
                              + (s.labels().containsKey(bucket)
                                  ? s.labels().get(bucket).in(language)
                                  : bucket)));
            });
  }

  private void totals(Summary s) {
    s.totals()
        .forEach(
            (currency, sums) -> {
              line("");
              line(
                  word("合计 ", "Totals ")
                      + currency
                      + word("：未收 ", ": outstanding ")
                      + money(sums.outstanding())
                      + word("，逾期 ", ", overdue ")
                      + money(sums.overdue())
                      + word("，争议 ", ", disputed ")
                      + money(sums.disputed())
                      + word("，可催收 ", ", collectible ")
                      + money(sums.collectible()));
            });
  }

  private void line(String content) {
    text.append(content).append('\n');
  }

  private static String money(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }

  private String word(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }
}
