package dev.huikuan.domain;

import java.util.List;
import java.util.Map;

/** The fixed columns of each catalogue; the names in Java are the headers in a workbook. */
public final class CatalogueColumns {

  // actions
  public static final String KIND = "Kind";
  public static final String DUNNING_LEVEL = "Level";
  public static final String CHANNEL = "Channel";
  public static final String TONE = "Tone";
  public static final String OWNER_ROLE = "Owner";
  public static final String DUE_DAYS = "Due days";
  public static final String COST = "Cost";
  public static final String NEEDS_EVIDENCE = "Needs evidence";
  public static final String COORDINATE_WITH = "Coordinate with";
  public static final String INSTRUCTIONS = "Instructions";
  // holds
  public static final String EFFECT = "Effect";
  public static final String BLOCKS = "Blocks";
  public static final String INSTEAD = "Instead";
  public static final String REVIEW_DAYS = "Review days";
  public static final String TEXT = "Text";
  // alerts
  public static final String SEVERITY = "Severity";

  /** Catalogue name → its columns; a name ending in {@code *} stands for a (zh)/(en) pair. */
  public static final Map<String, List<String>> BY_CATALOGUE =
      Map.of(
          "actions",
          List.of(
              KIND,
              DUNNING_LEVEL,
              CHANNEL,
              TONE,
              OWNER_ROLE,
              DUE_DAYS,
              COST,
              NEEDS_EVIDENCE,
              COORDINATE_WITH,
              INSTRUCTIONS + "*"),
          "holds",
          List.of(EFFECT, BLOCKS, INSTEAD, REVIEW_DAYS, OWNER_ROLE, TEXT + "*"),
          "alerts",
          List.of(SEVERITY, TEXT + "*"),
          "advice",
          List.of(OWNER_ROLE, TEXT + "*"),
          "roles",
          List.of());

  /** Kinds of action; a hold may block a kind or a single code. */
  public static final List<String> ACTION_KINDS =
      List.of("INTERNAL", "SERVICE", "REMINDER", "PRESSURE", "OFFER", "EXIT", "LEGAL", "WAIT");

  private CatalogueColumns() {}
}
