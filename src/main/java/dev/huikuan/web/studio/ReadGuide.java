package dev.huikuan.web.studio;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.InputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.web.studio.StudioView.Step;
import dev.huikuan.web.view.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A first change, step by step, on a threshold that really stands in the policy in service. */
final class ReadGuide {

  private static final String NEXT_ACTION = "nextAction";
  private static final Pattern THRESHOLD = Pattern.compile("([<>]=?|[≥≤])(\\s*)([1-9]\\d{0,5})");

  /** A threshold that is large enough to be moved by a few. */
  private static final int TELLING = 10;

  /** A cell that holds a threshold. */
  private record Found(DecisionTable table, Row row, int column, Matcher written) {

    int number() {
      return Integer.parseInt(written.group(3));
    }

    InputCell cell() {
      return row.inputs().get(column);
    }

    String old() {
      return cell().source().strip();
    }

    /** A third less, or one more where that would be too little. */
    String changed() {
      int other = number() >= TELLING ? number() - number() / 3 : number() + 1;
      return written.group(1) + written.group(2) + other;
    }
  }

  private ReadGuide() {}

  /** The steps; without an example when no cell of the policy is a plain threshold. */
  static List<Step> of(Policy policy, String version, Frame frame) {
    List<DecisionTable> tables = policy.tables().stream().map(TableIndex::table).toList();
    Optional<DecisionTable> usual =
        tables.stream().filter(ReadGuide::decidesNextAction).findFirst();
    Optional<Found> found = usual.flatMap(ReadGuide::best);
    if (found.isEmpty()) {
      found = tables.stream().flatMap(table -> best(table).stream()).findFirst();
    }
    Optional<DecisionTable> table = found.map(Found::table).or(() -> usual);
    Optional<SheetAddress> sheet = table.flatMap(one -> SheetAddress.of(version, one.location()));
    List<Step> steps = new ArrayList<>();
    steps.add(download(sheet, version, frame));
    steps.add(change(found, sheet, frame));
    steps.add(
        new Step(
            frame.t(StudioPhrase.STEP_3),
            frame.t(StudioPhrase.STEP_3_TEXT),
            "#propose",
            frame.t(StudioPhrase.STEP_3_LINK)));
    steps.add(plain(StudioPhrase.STEP_4, StudioPhrase.STEP_4_TEXT, frame));
    steps.add(plain(StudioPhrase.STEP_5, StudioPhrase.STEP_5_TEXT, frame));
    steps.add(plain(StudioPhrase.STEP_6, StudioPhrase.STEP_6_TEXT, frame));
    steps.add(plain(StudioPhrase.STEP_7, StudioPhrase.STEP_7_TEXT, frame));
    steps.add(plain(StudioPhrase.STEP_8, StudioPhrase.STEP_8_TEXT, frame));
    return steps;
  }

  private static boolean decidesNextAction(DecisionTable table) {
    return table.outputs().stream()
        .anyMatch(column -> column.term().term().code().equals(NEXT_ACTION));
  }

  /** The first threshold worth moving, else the first of any size. */
  private static Optional<Found> best(DecisionTable table) {
    List<Found> all = new ArrayList<>();
    for (Row row : table.rows()) {
      for (int i = 0; i < row.inputs().size(); i++) {
        Matcher written = THRESHOLD.matcher(row.inputs().get(i).source().strip());
        if (written.matches()) {
          all.add(new Found(table, row, i, written));
        }
      }
    }
    return all.stream()
        .filter(one -> one.number() >= TELLING)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static Step download(Optional<SheetAddress> sheet, String version, Frame frame) {
    String file = sheet.map(SheetAddress::file).orElse("");
    String name = file.substring(file.lastIndexOf('/') + 1);
    return new Step(
        frame.t(StudioPhrase.STEP_1).replace("{file}", name),
        frame.t(StudioPhrase.STEP_1_TEXT),
        file.isEmpty() ? VersionWords.url(version) + "#downloads" : Downloads.url(version, file),
        frame.t(StudioPhrase.STEP_1_LINK));
  }

  private static Step change(Optional<Found> found, Optional<SheetAddress> sheet, Frame frame) {
    String title = frame.t(StudioPhrase.STEP_2);
    if (found.isEmpty() || sheet.isEmpty()) {
      return new Step(title, frame.t(StudioPhrase.STEP_2_ANY), "", "");
    }
    Found one = found.get();
    SheetAddress at = sheet.get();
    String column =
        one.table().inputs().get(one.column()).term().term().label().in(frame.language());
    String name = at.sheet().isEmpty() ? at.file() : at.sheet();
    String text =
        frame
            .t(StudioPhrase.STEP_2_TEXT)
            .replace("{sheet}", name)
            .replace("{row}", one.row().id())
            .replace("{cell}", one.cell().address())
            .replace("{column}", column)
            .replace("{old}", one.old())
            .replace("{new}", one.changed());
    SheetAddress cell = new SheetAddress(at.version(), at.file(), at.sheet(), one.cell().address());
    return new Step(title, text, cell.url(), frame.t(StudioPhrase.STEP_2_LINK));
  }

  private static Step plain(StudioPhrase title, StudioPhrase text, Frame frame) {
    return new Step(frame.t(title), frame.t(text), "", "");
  }
}
