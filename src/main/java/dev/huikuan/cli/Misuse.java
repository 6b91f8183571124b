package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.exchange.ExportFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in both languages; the option is named as it is written. */
final class Misuse {

  private Misuse() {}

  /**
   * @param arguments as they were given
   */
  static Text of(ParameterException e, String[] arguments) {
    if (e instanceof MissingParameterException missing) {
      return missing(missing.getMissing(), arguments);
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof OverwrittenOptionException overwritten) {
      String name = name(overwritten.getOverwritten());
      return new Text("`" + name + "` 只能给一次", "`" + name + "` may be given only once");
    }
    return e.getArgSpec() == null ? Text.same(e.getMessage()) : unfit(e);
  }

  private static Text missing(List<ArgSpec> missing, String[] arguments) {
    boolean given =
        missing.size() == 1
            && missing.get(0) instanceof OptionSpec option
            && Arrays.stream(option.names()).anyMatch(List.of(arguments)::contains);
    if (given) {
      ArgSpec option = missing.get(0);
      String form = name(option) + " " + option.paramLabel();
      return new Text(
          "`" + name(option) + "` 后面缺少值；应写成 `" + form + "`",
          "`" + name(option) + "` lacks its value; write `" + form + "`");
    }
    String all =
        missing.stream().map(one -> "`" + written(one) + "`").collect(Collectors.joining(", "));
    return new Text("缺少 " + all.replace(", ", "、"), "missing " + all);
  }

  private static Text unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    String near = String.join(", ", e.getSuggestions());
    Text what =
        first.startsWith("-")
            ? new Text("没有选项 `" + first + "`", "there is no option `" + first + "`")
            : new Text("不认识的参数 `" + first + "`", "unexpected argument `" + first + "`");
    return near.isEmpty()
        ? what
        : new Text(
            what.zh() + "；最接近的：" + near.replace(", ", "、"), what.en() + "; nearest: " + near);
  }

  private static Text unfit(ParameterException e) {
    String name = name(e.getArgSpec());
    String value = e.getValue() == null ? "" : e.getValue();
    Class<?> type = e.getArgSpec().type();
    Text right = Text.same(e.getArgSpec().paramLabel());
    if (type == Language.class) {
      right = new Text(" zh 或 en", "zh or en");
    } else if (type == Choice.Format.class) {
      right = new Text(" text 或 json", "text or json");
    } else if (type == ExportFormat.class) {
      List<String> forms = Arrays.stream(ExportFormat.values()).map(ExportFormat::written).toList();
      right = new Text(" " + String.join("、", forms) + " 之一", "one of " + String.join(", ", forms));
    } else if (type == int.class) {
      right = new Text("整数", "a whole number");
    }
    return new Text(
        "`" + name + "` 应为" + right.zh() + "，实为 `" + value + "`",
        "`" + name + "` must be " + right.en() + ", got `" + value + "`");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String written(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }
}
