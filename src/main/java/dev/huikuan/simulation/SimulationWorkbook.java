package dev.huikuan.simulation;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.simulation.SimulationResult.Count;
import dev.huikuan.simulation.SimulationResult.Move;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The result of a simulation as a workbook; texts are string cells only. */
public final class SimulationWorkbook {

  private static final int LONGEST_CELL = 32_767;
  private static final String SHADE = "D9E2F3";

  private final Words words;
  private final Workbook workbook;
  private Worksheet sheet;
  private int row;

  private SimulationWorkbook(Words words, Workbook workbook) {
    this.words = words;
    this.workbook = workbook;
  }

  /**
   * Writes it; the stream stays open.
   *
   * @param language of texts and labels
   */
  public static void write(SimulationResult result, Language language, OutputStream out)
      throws IOException {
    Workbook workbook = new Workbook(out, "Huikuan", "1.0");
    new SimulationWorkbook(new Words(language, result.labels()), workbook).all(result);
    workbook.finish();
  }

  private void all(SimulationResult result) throws IOException {
    summary(result);
    matrix(result);
    holds(result);
    offers(result);
    counts("工作量", "Workload", "角色", "Role", result.workload());
    accounts(result);
    traces(result);
  }

  private void summary(SimulationResult result) throws IOException {
    begin("概要", "Summary", List.of(34, 22, 22, 22));
    head(words.say("项目", "Item"), words.say("数值", "Value"));
    pair(
        words.say("截至", "As of"),
        result.asOf().isEmpty() ? words.say("各案例自带的日期", "each case's own date") : result.asOf());
    pair(words.say("现行策略", "Active policy"), result.activeVersion());
    pair(words.say("候选策略", "Candidate policy"), result.candidateVersion());
    pair(words.say("客户数", "Accounts"), result.accounts());
    pair(words.say("处理结果不同", "Treated differently"), result.changed());
    pair(words.say("其中换了动作", "Of them another action"), result.otherAction());
    pair(words.say("只是解释不同", "Only explained differently"), result.onlyExplained());
    result
        .differs()
        .forEach((name, n) -> pair(words.say("不同之处：", "Differs in: ") + words.property(name), n));
    pair(words.say("输入中的错误", "Errors in the input"), result.faultCount());
    row++;
    head(
        words.say("预期净回款", "Expected net"),
        words.say("现行", "Active"),
        words.say("候选", "Candidate"),
        words.say("变化", "Change"));
    for (SimulationResult.Recovery net : result.recovery()) {
      text(0, net.currency());
      money(1, net.before().amount());
      money(2, net.after().amount());
      money(3, net.after().amount().subtract(net.before().amount()));
      row++;
    }
    sheet.finish();
  }

  /** Rows: the action under the active policy; columns: under the candidate. */
  private void matrix(SimulationResult result) throws IOException {
    Map<String, Long> cells = new HashMap<>();
    TreeSet<String> codes = new TreeSet<>();
    for (Move move : result.moves()) {
      cells.put(move.from() + " " + move.to(), move.accounts());
      codes.add(move.from());
      codes.add(move.to());
    }
    List<Integer> widths = new ArrayList<>(List.of(34));
    codes.forEach(code -> widths.add(14));
    begin("动作矩阵", "Action matrix", widths);
    List<String> headers = new ArrayList<>();
    headers.add(words.say("现行 ↓　候选 →", "Active ↓  candidate →"));
    codes.forEach(code -> headers.add(words.label(code)));
    head(headers.toArray(String[]::new));
    for (String from : codes) {
      text(0, words.label(from));
      int column = 1;
      for (String to : codes) {
        Long accounts = cells.get(from + " " + to);
        if (accounts != null) {
          sheet.value(row, column, accounts);
          if (!from.equals(to)) {
            sheet.style(row, column).bold().fillColor("FCE4D6").set();
          }
        }
        column++;
      }
      row++;
    }
    sheet.freezePane(1, 1);
    sheet.finish();
  }

  private void holds(SimulationResult result) throws IOException {
    begin("保留事项", "Holds", List.of(34, 12, 12, 12, 12));
    head(
        words.say("保留事项", "Hold"),
        words.say("现行", "Active"),
        words.say("候选", "Candidate"),
        words.say("新增", "Gained"),
        words.say("解除", "Lost"));
    for (SimulationResult.Hold hold : result.holds()) {
      text(0, words.named(hold.code()));
      sheet.value(row, 1, hold.before());
      sheet.value(row, 2, hold.after());
      sheet.value(row, 3, hold.gained());
      sheet.value(row, 4, hold.lost());
      row++;
    }
    sheet.finish();
  }

  private void offers(SimulationResult result) throws IOException {
    begin("优惠", "Offers", List.of(22, 22, 12, 12, 18, 18, 18));
    head(
        words.say("优惠", "Offer"),
        words.say("币种", "Currency"),
        words.say("现行笔数", "Active, count"),
        words.say("候选笔数", "Candidate, count"),
        words.say("现行金额", "Active, amount"),
        words.say("候选金额", "Candidate, amount"),
        words.say("变化", "Change"));
    for (SimulationResult.Offer offer : result.offers()) {
      text(0, offer.kind().label().in(words.language()));
      text(1, offer.total() ? words.say("合计折 ", "all in ") + offer.currency() : offer.currency());
      sheet.value(row, 2, offer.before().count());
      sheet.value(row, 3, offer.after().count());
      money(4, offer.before().amount());
      money(5, offer.after().amount());
      money(6, offer.after().amount().subtract(offer.before().amount()));
      row++;
    }
    sheet.finish();
  }

  private void counts(String zh, String en, String whatZh, String whatEn, List<Count> counts)
      throws IOException {
    begin(zh, en, List.of(34, 12, 12, 12));
    head(
        words.say(whatZh, whatEn),
        words.say("现行", "Active"),
        words.say("候选", "Candidate"),
        words.say("变化", "Change"));
    for (Count count : counts) {
      text(0, words.named(count.code()));
      sheet.value(row, 1, count.before());
      sheet.value(row, 2, count.after());
      sheet.value(row, 3, count.after() - count.before());
      row++;
    }
    sheet.finish();
  }

  private void accounts(SimulationResult result) throws IOException {
    begin(
        "变化最大的客户",
        "Accounts that change most",
        List.of(16, 28, 12, 24, 24, 12, 12, 10, 18, 18, 18, 40, 40, 40));
    head(
        words.say("客户编号", "Customer"),
        words.say("名称", "Name"),
        words.say("账套", "Ledger"),
        words.say("现行动作", "Active action"),
        words.say("候选动作", "Candidate action"),
        words.say("现行优先级", "Active priority"),
        words.say("候选优先级", "Candidate priority"),
        words.say("币种", "Currency"),
        words.say("现行预期净回款", "Active expected net"),
        words.say("候选预期净回款", "Candidate expected net"),
        words.say("变化（", "Change (") + result.baseCurrency() + words.say("）", ")"),
        words.say("现行理由", "Active reason"),
        words.say("候选理由", "Candidate reason"),
        words.say("不同之处", "Differs in"));
    for (ChangedAccount account : result.top()) {
      ChangedAccount.Side before = account.before();
      ChangedAccount.Side after = account.after();
      text(0, account.customerId());
      text(1, account.customerName().orElse(""));
      text(2, account.ledger());
      text(3, decided(before));
      text(4, decided(after));
      sheet.value(row, 5, before.priority());
      sheet.value(row, 6, after.priority());
      text(7, after.net().or(before::net).map(Recommendation.Amount::currency).orElse(""));
      before.net().ifPresent(net -> money(8, net.amount()));
      after.net().ifPresent(net -> money(9, net.amount()));
      money(10, account.netChange());
      text(11, before.reason().in(words.language()));
      text(12, after.reason().in(words.language()));
      text(13, words.properties(account.properties()));
      row++;
    }
    sheet.freezePane(2, 1);
    sheet.finish();
  }

  private String decided(ChangedAccount.Side side) {
    String label = side.label().in(words.language());
    return side.decidedBy().isEmpty() ? label : label + " (" + side.decidedBy() + ")";
  }

  private void traces(SimulationResult result) throws IOException {
    begin("轨迹对照", "Traces side by side", List.of(16, 24, 20, 60, 60));
    head(
        words.say("客户编号", "Customer"),
        words.say("决策表或规则", "Table or rule"),
        words.say("应收款", "Receivables"),
        words.say("现行", "Active"),
        words.say("候选", "Candidate"));
    for (ChangedAccount account : result.top()) {
      for (ChangedAccount.Step step : account.steps()) {
        text(0, account.customerId());
        text(1, step.decision());
        text(2, String.join(", ", step.receivables()));
        text(3, words.rows(step.before(), step.after()));
        text(4, words.rows(step.after(), step.before()));
        row++;
      }
    }
    sheet.freezePane(1, 1);
    sheet.finish();
  }

  private void begin(String zh, String en, List<Integer> widths) {
    sheet = workbook.newWorksheet(words.say(zh, en));
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    row = 0;
    for (int column = 0; column < widths.size(); column++) {
      sheet.width(column, widths.get(column));
    }
  }

  private void head(String... headers) {
    for (int column = 0; column < headers.length; column++) {
      sheet.inlineString(row, column, headers[column]);
      sheet.style(row, column).bold().fillColor(SHADE).wrapText(true).set();
    }
    row++;
  }

  private void pair(String what, String value) {
    text(0, what);
    text(1, value);
    row++;
  }

  private void pair(String what, long value) {
    text(0, what);
    sheet.value(row, 1, value);
    row++;
  }

  private void text(int column, String text) {
    if (!text.isEmpty()) {
      String fits = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
      sheet.inlineString(row, column, fits);
      sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }
  }

  private void money(int column, BigDecimal amount) {
    sheet.value(row, column, amount);
    sheet.style(row, column).format("#,##0.00").verticalAlignment("top").set();
  }
}
