package dev.huikuan.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.KeyRefused;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.SimulationRun;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.ChangedWorkbook;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.WorklistQuery;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A house with something in every room: the default policy, the demo portfolio, a draft with errors
 * at its cells, one that changes a threshold against its scenarios, with the simulation of it, one
 * that its author may not approve and one to be activated. Its visitor has a key with every role.
 */
final class ShowHouse implements AutoCloseable {

  /** A page worth looking at. */
  record Shown(String name, String path) {}

  private static final Principal VISITOR = person("李伟 Li Wei");
  private static final String LEVELS = "decision-tables/dunning-level.xlsx";
  private static final String BROKEN =
      """
      Decision,calls,Calls,电话
      Hit policy,RULE ORDER,,
      ,,,
      ,When,,Then
      Row,daysPastDue,outstandng,nextAction
      C-010,60..31,,COLLECTION_CALL
      C-020,> 60,"> 10,000",FORMAL_DEMANT
      """;

  private final Database database;
  private final Workshops workshops;
  private final HttpServer server;
  private final List<PolicyFile> files;
  private final String secret;

  private ShowHouse() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    files = PolicyFolder.read(Path.of(""));
    database = Database.open(Databases.SQLITE.fresh());
    workshops = Workshops.over(database, new RulesOnDisk(Optional.empty()), clock);
    server = HttpServer.listen("127.0.0.1", 0, workshops);
    server.begin(files, Optional.of(DemoPortfolio.AS_OF));
    new PolicyAtStart(workshops, true).begin(files, PolicyLoader.load(files), false);
    Await.accounts(server, DemoPortfolio.asOf(DemoPortfolio.AS_OF).size());
    secret = key(clock);
  }

  private static Principal person(String name) {
    return new Principal(name, EnumSet.allOf(Role.class), Optional.empty(), false);
  }

  private String key(Clock clock) {
    try {
      return new KeyDesk(new SqlKeyRing(database), clock)
          .add(VISITOR.name(), VISITOR.roles(), Optional.empty(), "test")
          .secret();
    } catch (KeyRefused impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Signs the visitor in, as soon as the server asks for keys. */
  void enter(BrowserContext context) {
    try (Page page = context.newPage()) {
      page.navigate(url() + "/sign-in");
      while (!page.locator("#key").isVisible()) {
        LockSupport.parkNanos(100_000_000L);
        page.navigate(url() + "/sign-in");
      }
      page.locator("#key").fill(secret);
      page.locator("#key").press("Enter");
      page.waitForURL(url() + "/");
    }
  }

  static ShowHouse open() throws IOException {
    return new ShowHouse();
  }

  String url() {
    return server.url();
  }

  /** Every page, with what can stand on it. */
  List<Shown> pages() {
    PolicyLife life = workshops.life();
    String active = life.registry().active().orElseThrow().version();
    PolicyFile broken =
        new PolicyFile("decision-tables/calls.csv", BROKEN.getBytes(StandardCharsets.UTF_8));
    String wrong = draft(broken, "calls by hand", VISITOR);
    String changed =
        draft(levels("B22", ">= 14"), "large amounts reach level 3 a week sooner", VISITOR);
    String own = draft(levels("G22", "CFO, 2026-11-18"), "where DL-330 comes from", VISITOR);
    Principal colleague = person("陈静 Chen Jing");
    String approved = draft(levels("G23", "财务总监 2026-11-19"), "注明 DL-340 的依据", colleague);
    life.approvals().approve(approved, "同意，仅补充说明", person("王芳 Wang Fang"));
    SimulationRun run = life.simulations().start(changed, VISITOR);
    awaitEnd(run);
    List<Shown> pages = new ArrayList<>();
    pages.add(new Shown("desk", "/"));
    pages.add(new Shown("desk-filtered", "/?action=COLLECTION_CALL"));
    pages.add(new Shown("desk-none", "/?q=zzzz"));
    account("OFFER_INSTALLMENTS").ifPresent(id -> account(pages, "account", id));
    account("COLLECTION_CALL").ifPresent(id -> account(pages, "account-call", id));
    account("FILE_INSOLVENCY_CLAIM").ifPresent(id -> account(pages, "account-stayed", id));
    account("COLLECTION_CALL")
        .ifPresent(id -> pages.add(new Shown("what-if", "/decisions/" + id + "?pay=30")));
    pages.add(new Shown("overview", "/overview?from=2026-11-01&to=2026-11-30"));
    pages.add(new Shown("studio", "/studio"));
    pages.add(new Shown("version-wrong", "/studio/" + wrong));
    pages.add(new Shown("version", "/studio/" + changed));
    pages.add(new Shown("version-own", "/studio/" + own));
    pages.add(new Shown("version-approved", "/studio/" + approved));
    pages.add(new Shown("version-active", "/studio/" + active));
    pages.add(new Shown("sheet", sheet(active, LEVELS, "Dunning level due")));
    pages.add(new Shown("sheet-wrong", sheet(wrong, broken.path(), "")));
    pages.add(new Shown("simulation", "/studio/simulations/" + run.id()));
    pages.add(new Shown("try", "/try"));
    pages.add(new Shown("try-answer", "/try?case=demo-17-partial-dispute"));
    pages.add(new Shown("docs", "/docs"));
    pages.add(new Shown("sign-in", "/sign-in?next=%2Fstudio"));
    pages.add(new Shown("not-found", "/decisions/x"));
    return pages;
  }

  private void awaitEnd(SimulationRun run) {
    while (workshops.life().simulations().find(run.id(), VISITOR).status()
        == SimulationRun.Status.RUNNING) {
      LockSupport.parkNanos(100_000_000L);
    }
  }

  private static void account(List<Shown> pages, String name, String id) {
    pages.add(new Shown(name, "/decisions/" + id));
  }

  private static String sheet(String version, String file, String sheet) {
    return "/studio/"
        + version
        + "/sheet?file="
        + file.replace("/", "%2F")
        + "&sheet="
        + sheet.replace(" ", "+");
  }

  private String draft(PolicyFile file, String note, Principal who) {
    return workshops
        .life()
        .drafts()
        .make(Optional.empty(), new Upload(List.of(file), List.of(), note), who)
        .version();
  }

  /** The table of levels with another text in a cell. */
  private PolicyFile levels(String cell, String text) {
    PolicyFile levels =
        files.stream().filter(file -> file.path().equals(LEVELS)).findFirst().orElseThrow();
    byte[] changed =
        ChangedWorkbook.of(LEVELS, levels.bytes(), "Dunning level due", Map.of(cell, text))
            .bytes()
            .orElseThrow();
    return new PolicyFile(LEVELS, changed);
  }

  private Optional<String> account(String action) {
    Optional<String> any = Optional.empty();
    WorklistQuery first =
        new WorklistQuery(any, Optional.of(action), any, any, any, any, any, 1, any);
    return workshops.log().worklist(first).items().stream().findFirst().map(DecisionLine::id);
  }

  @Override
  public void close() {
    server.stop();
    database.close();
  }
}
