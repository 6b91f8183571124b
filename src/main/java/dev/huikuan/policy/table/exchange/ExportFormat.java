package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.PolicyTables;
import dev.huikuan.policy.table.exchange.dmn.DmnExport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The forms in which the tables of a policy can be written. */
public enum ExportFormat {
  XLSX(each(TidyWorkbook::new)),
  CSV(each(language -> new CsvExport())),
  MD(each(language -> new MarkdownExport())),
  DRL(each(language -> new DrlExport())),
  DMN(ExportFormat::model);

  /** Writes the tables of a policy. */
  private interface Form {
    Exported write(PolicyTables policy, Language language);
  }

  /**
   * What was written.
   *
   * @param notes what the form cannot say as the policy does
   */
  public record Exported(List<ExportedFile> files, List<Text> notes) {}

  private final Form form;

  ExportFormat(Form form) {
    this.form = form;
  }

  /** By name, without regard to case. */
  public static Optional<ExportFormat> named(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
  }

  /** As one writes it: {@code csv}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The files of a policy's tables.
   *
   * @param language of the words of a layout that has them in both
   */
  public Exported files(PolicyTables policy, Language language) {
    return form.write(policy, language);
  }

  /** One file for each table in its order, named after its decision. */
  private static Form each(Function<Language, TableExport> exports) {
    return (policy, language) -> {
      TableExport export = exports.apply(language);
      FileNames names = new FileNames();
      List<ExportedFile> files = new ArrayList<>();
      for (DecisionTable table : policy.tables()) {
        String name = names.of(table) + "." + export.extension();
        files.add(new ExportedFile(name, export.write(table, policy.vocabulary())));
      }
      return new Exported(List.copyOf(files), List.of());
    };
  }

  /** All tables in one model. */
  private static Exported model(PolicyTables policy, Language language) {
    DmnExport.Written written = DmnExport.write(policy);
    return new Exported(List.of(new ExportedFile("policy.dmn", written.xml())), written.notes());
  }
}
