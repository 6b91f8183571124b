package dev.huikuan.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option can be an environment variable: {@code --as-of} is {@code HUIKUAN_AS_OF}. */
final class EnvironmentDefaults implements IDefaultValueProvider {

  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String value = environment.get(variable(option.longestName()));
    return value == null || value.isBlank() ? null : value;
  }

  static String variable(String option) {
    String name = option.replaceFirst("^-+", "").replace('-', '_');
    return "HUIKUAN_" + name.toUpperCase(Locale.ROOT);
  }
}
