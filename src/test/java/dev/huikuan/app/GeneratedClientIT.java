package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A client that openapi-generator makes of the running service's document compiles, and a program
 * that is written against it alone gets its answers.
 */
class GeneratedClientIT {

  private static final Path TOOLS = Path.of("target", "openapi-generator").toAbsolutePath();
  private static final Path GENERATOR = TOOLS.resolve("openapi-generator-cli.jar");
  private static final Path CLIENT = Path.of("target", "generated-client").toAbsolutePath();
  private static final Path PROGRAM = Path.of("src/test/resources/openapi/UseTheClient.java");

  @Test
  void theDocumentIsValid() throws Exception {
    String said = java("-jar", GENERATOR.toString(), "validate", "-i", document());
    assertThat(said).doesNotContain("Errors:", "error(s)");
  }

  @Test
  void aGeneratedClientWorksAgainstTheService() throws Exception {
    generate();
    compile();
    String said =
        java("-cp", classPath(CLIENT.resolve("classes")), "UseTheClient", Running.server().url());
    assertThat(said.lines())
        .contains(
            "customer C-1",
            "action COLLECTION_CALL",
            "outstanding 1234.56",
            "hypothetical true",
            "problem 422 urn:huikuan:problem:INVALID_CASE",
            "pointer /receivables/0/amount")
        .anyMatch(line -> line.matches("row NA-\\d+ decision-tables/next-action\\.xlsx#.*"))
        .anyMatch(line -> line.matches("terms \\d{2,}"))
        .anyMatch(line -> line.matches("tables \\d+"));
  }

  private static String document() {
    return Running.server().url() + "/openapi.json";
  }

  private static void generate() throws Exception {
    delete(CLIENT);
    java(
        "-jar",
        GENERATOR.toString(),
        "generate",
        "--generator-name=java",
        "--library=native",
        "--input-spec=" + document(),
        "--output=" + CLIENT,
        "--invoker-package=dev.huikuan.client",
        "--api-package=dev.huikuan.client.api",
        "--model-package=dev.huikuan.client.model",
        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,"
            + "apiDocs=false,modelDocs=false");
  }

  private static void compile() throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-cp",
                classPath(TOOLS),
                "-d",
                CLIENT.resolve("classes").toString(),
                PROGRAM.toString()));
    try (Stream<Path> sources = Files.walk(CLIENT.resolve("src/main/java"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }

  /** These classes, and what generated clients need. */
  private static String classPath(Path first) throws IOException {
    List<String> entries = new ArrayList<>(List.of(first.toString()));
    try (Stream<Path> jars = Files.list(TOOLS)) {
      jars.filter(jar -> !jar.equals(GENERATOR)).map(Path::toString).forEach(entries::add);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(Path.of("target"), "client", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    assertThat(ended && process.exitValue() == 0).as(said).isTrue();
    return said;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted((a, b) -> b.compareTo(a)).forEach(GeneratedClientIT::deleteOne);
      }
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
