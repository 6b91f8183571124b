package dev.huikuan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.policy.Policy;
import dev.huikuan.web.view.AnswerView;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.DeskView.CaseForm;
import dev.huikuan.web.view.DeskView.Worklist;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.ReadAnswer;
import dev.huikuan.web.view.ReadWorklist;
import dev.huikuan.web.view.ReadWorklist.Decided;
import dev.huikuan.web.view.WorklistQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk over one policy: its demo accounts, decided once, and any case that is asked about. */
final class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final ObjectWriter PRETTY =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build()
          .writerWithDefaultPrettyPrinter();

  private final DecisionPipeline pipeline;
  private final CaseReader reader;
  private final Supplier<List<Demo>> source;
  private final Instant opened;
  private List<Demo> demos = List.of();
  private boolean made;
  private List<Decided> accounts = List.of();
  private boolean decided;

  /**
   * @param demos made when they are first asked for
   * @param opened the moment for demo cases that do not say theirs
   */
  Desk(DecisionPipeline pipeline, Supplier<List<Demo>> demos, Instant opened) {
    this.pipeline = pipeline;
    this.reader = new CaseReader(pipeline.policy());
    this.source = demos;
    this.opened = opened;
  }

  /** Decides the accounts in the background, so that the first page need not wait for all. */
  void begin() {
    Thread worker = new Thread(this::accounts, "demo-portfolio");
    worker.setDaemon(true);
    worker.start();
  }

  private synchronized List<Demo> demos() {
    if (!made) {
      demos = source.get();
      made = true;
    }
    return demos;
  }

  /** The demo accounts in the order of work, decided when they are first asked for. */
  private synchronized List<Decided> accounts() {
    if (!decided) {
      accounts =
          demos().parallelStream()
              .flatMap(demo -> decide(demo).stream())
              .sorted(ReadWorklist.ORDER)
              .toList();
      decided = true;
    }
    return accounts;
  }

  private Optional<Decided> decide(Demo demo) {
    try {
      byte[] json = demo.json().getBytes(StandardCharsets.UTF_8);
      Recommendation answer = pipeline.decide(reader.read(json, Optional.empty(), opened));
      return Optional.of(new Decided(demo.id(), demo.title(), answer));
    } catch (InvalidCase unfit) {
      LOG.warn("demo case {} does not fit this policy: {}", demo.id(), unfit.getMessage());
      return Optional.empty();
    }
  }

  Policy policy() {
    return pipeline.policy();
  }

  Optional<Demo> demo(String id) {
    return demos().stream().filter(demo -> demo.id().equals(id)).findFirst();
  }

  DeskView worklist(Frame frame, CaseForm form, WorklistQuery query) {
    Worklist worklist =
        ReadWorklist.of(
            accounts(),
            labels(frame.language()),
            query,
            id -> url(id, frame.language()),
            parameters -> listUrl(parameters, frame.language()));
    return new DeskView(
        frame, worklist, form, "", Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** The case of the form, or what it assumes, with its recommendation, or with its faults. */
  DeskView decided(Frame frame, CaseForm form, Instant now) {
    try {
      Recommendation answer = pipeline.decide(asked(form, now));
      return account(
          form.pay().isEmpty() ? frame : frame.aroundWhatIf(),
          form,
          Optional.of(view(answer, frame.language())),
          List.of());
    } catch (InvalidCase invalid) {
      return account(
          frame, form, Optional.empty(), Faults.in(form.json(), invalid, frame.language()));
    }
  }

  private Asked asked(CaseForm form, Instant now) throws InvalidCase {
    byte[] json = form.json().getBytes(StandardCharsets.UTF_8);
    Optional<String> asOf = Optional.of(form.asOf()).filter(date -> !date.isEmpty());
    if (form.pay().isEmpty()) {
      return reader.ask(json, asOf, now);
    }
    ObjectNode whatIf = JsonNodeFactory.instance.objectNode();
    whatIf.putObject("pay").set("percent", percent(form.pay()));
    return reader.ask(json, whatIf, asOf, now);
  }

  /** A text that is no number stays one: the reader says what is wrong with it. */
  private static JsonNode percent(String written) {
    return written.matches("\\d{1,9}(\\.\\d{1,6})?")
        ? DecimalNode.valueOf(new BigDecimal(written))
        : TextNode.valueOf(written);
  }

  private DeskView account(
      Frame frame, CaseForm form, Optional<AnswerView> answer, List<DeskView.FaultLine> faults) {
    String title = demo(form.demo()).map(d -> d.title().in(frame.language())).orElse("");
    return new DeskView(
        frame,
        Worklist.NONE,
        form,
        title,
        answer,
        faults,
        neighbour(form.demo(), -1, frame.language()),
        neighbour(form.demo(), 1, frame.language()));
  }

  private Optional<String> neighbour(String id, int step, Language language) {
    List<Decided> all = id.isEmpty() ? List.of() : accounts();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).id().equals(id))
        .map(i -> i + step)
        .filter(i -> i >= 0 && i < all.size())
        .mapToObj(i -> url(all.get(i).id(), language))
        .findFirst();
  }

  private AnswerView view(Recommendation answer, Language language) {
    try {
      String json = PRETTY.writeValueAsString(RecommendationJson.answer(answer, language));
      return ReadAnswer.of(answer, labels(language), json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Labels labels(Language language) {
    return new Labels(pipeline.policy(), language);
  }

  private static String listUrl(List<String> parameters, Language language) {
    List<String> query = new ArrayList<>(parameters);
    query.addAll(List.of("lang", language.tag()));
    return PageLanguage.url(query);
  }

  private static String url(String id, Language language) {
    return PageLanguage.url(List.of("case", id, "lang", language.tag()));
  }
}
