package dev.huikuan.policy.table.exchange.dmn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The drawing of a requirements graph, without which modelers show nothing: what is given below,
 * each decision above all that it needs, neighbours near to what they are needed for.
 */
final class DmnDiagram {

  private static final int WIDTH = 170;
  private static final int HEIGHT = 60;
  private static final int GAP = 30;
  private static final int LAYER_GAP = 70;
  private static final int IN_A_ROW = 14;

  private record Place(int x, int y) {}

  private final Drg drg;
  private final Map<String, String> ids;
  private final Map<String, Drg.Decision> decisions = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  DmnDiagram(Drg drg, Map<String, String> ids) {
    this.drg = drg;
    this.ids = ids;
    drg.decisions().forEach(decision -> decisions.put(decision.name(), decision));
  }

  void write(XmlText xml) {
    arrange();
    xml.open("dmndi:DMNDI").open("dmndi:DMNDiagram", "id", "diagram", "name", "DRG");
    List<Drg.Node> nodes = new ArrayList<>(drg.inputs());
    nodes.addAll(drg.decisions());
    nodes.forEach(node -> shape(node.name(), xml));
    drg.decisions()
        .forEach(decision -> decision.needs().forEach(need -> edge(decision.name(), need, xml)));
    xml.close().close();
  }

  private void shape(String name, XmlText xml) {
    Place place = places.get(name);
    xml.open("dmndi:DMNShape", "id", "shape_" + ids.get(name), "dmnElementRef", ids.get(name));
    xml.empty(
        "dc:Bounds",
        "x",
        "" + place.x(),
        "y",
        "" + place.y(),
        "width",
        "" + WIDTH,
        "height",
        "" + HEIGHT);
    xml.close();
  }

  private void edge(String decision, String need, XmlText xml) {
    String id = DmnExport.requirement(decision, need);
    Place from = places.get(need);
    Place to = places.get(decision);
    xml.open("dmndi:DMNEdge", "id", "edge_" + id, "dmnElementRef", id);
    xml.empty("di:waypoint", "x", "" + (from.x() + WIDTH / 2), "y", "" + from.y());
    xml.empty("di:waypoint", "x", "" + (to.x() + WIDTH / 2), "y", "" + (to.y() + HEIGHT));
    xml.close();
  }

  private int depth(String name) {
    Integer known = depths.get(name);
    if (known == null) {
      int below = -1;
      Drg.Decision decision = decisions.get(name);
      for (String need : decision == null ? List.<String>of() : decision.needs()) {
        below = Math.max(below, depth(need));
      }
      known = below + 1;
      depths.put(name, known);
    }
    return known;
  }

  private void arrange() {
    TreeMap<Integer, List<String>> layers = new TreeMap<>(Comparator.reverseOrder());
    drg.decisions()
        .forEach(
            d ->
                layers
                    .computeIfAbsent(Math.max(1, depth(d.name())), n -> new ArrayList<>())
                    .add(d.name()));
    layers.put(0, new ArrayList<>(drg.inputs().stream().map(Drg.Input::name).toList()));
    int y = GAP;
    for (List<String> layer : layers.values()) {
      layer.sort(Comparator.comparingDouble(this::pull));
      y = place(layer, y) + LAYER_GAP;
    }
  }

  /** The mean place of what needs a node; those stand above it and have their places already. */
  private double pull(String name) {
    return drg.decisions().stream()
        .filter(d -> d.needs().contains(name) && places.containsKey(d.name()))
        .mapToInt(d -> places.get(d.name()).x())
        .average()
        .orElse(0);
  }

  /** Places one layer in as many rows as it takes; the y below it. */
  private int place(List<String> layer, int top) {
    int rows = (layer.size() + IN_A_ROW - 1) / IN_A_ROW;
    int y = top;
    for (int i = 0; i < layer.size(); i++) {
      int row = i % Math.max(1, rows);
      y = top + row * (HEIGHT + GAP);
      places.put(
          layer.get(i), new Place(GAP + i / Math.max(1, rows) * (WIDTH + GAP) + row * GAP, y));
    }
    return top + rows * (HEIGHT + GAP);
  }
}
