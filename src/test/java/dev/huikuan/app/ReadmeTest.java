package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the README shows is what happens: its request, its answer, its table and its errors. */
class ReadmeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
  }

  private static String block(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL).matcher(readme());
    assertThat(block.find()).as("a block of " + language).isTrue();
    return block.group(1);
  }

  @Test
  void itsRequestGetsItsAnswer() throws IOException {
    String command = block("sh");
    assertThat(command).contains("'http://127.0.0.1:7070/v1/decisions?dryRun=true'");
    String request = command.substring(command.indexOf("--data '") + 8, command.lastIndexOf('\''));
    JsonNode answer = JSON.readTree(Running.decide(request, "Accept-Language", "en").body());
    JsonNode shown = JSON.readTree(block("json"));
    assertThat(holds(shown, answer)).as("shown %s, answered %s", shown, answer).isTrue();
  }

  /** Everything shown stands in the answer; of lists, each element in some element. */
  private static boolean holds(JsonNode shown, JsonNode answer) {
    if (shown.isObject()) {
      return answer.isObject()
          && shown.properties().stream()
              .allMatch(e -> answer.has(e.getKey()) && holds(e.getValue(), answer.get(e.getKey())));
    }
    if (shown.isArray()) {
      return answer.isArray()
          && each(shown).allMatch(one -> each(answer).anyMatch(a -> holds(one, a)));
    }
    return shown.asText().equals(answer.asText());
  }

  private static java.util.stream.Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Test
  void itsTableHasItsErrorsAtTheirCells() throws IOException {
    PolicyFile table =
        new PolicyFile("decision-tables/calls.csv", block("csv").getBytes(StandardCharsets.UTF_8));
    List<String> messages =
        PolicyLoader.load(List.of(table)).findings().stream()
            .map(f -> f.location() + ": " + f.message().in(Language.EN) + "  [" + f.code() + "]")
            .toList();
    assertThat(messages).hasSize(3).allSatisfy(message -> assertThat(readme()).contains(message));
  }
}
