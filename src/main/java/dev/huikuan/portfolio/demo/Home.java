package dev.huikuan.portfolio.demo;

import java.time.ZoneId;
import java.util.List;

/** Where customers are: their law, money and clock, and how companies are called there. */
enum Home {
  CN("CN", "CNY", "Asia/Shanghai", 1, "INV", List.of(), List.of()),
  DE(
      "DE",
      "EUR",
      "Europe/Berlin",
      8,
      "RE",
      List.of(
          "Brennhof",
          "Ostfelden",
          "Steinwehr",
          "Grauwald",
          "Eichenrode",
          "Talbrück",
          "Hartenau",
          "Weidenkamp",
          "Quellental",
          "Moorkamp",
          "Rabenfurt"),
      List.of(
          "Fördertechnik GmbH",
          "Anlagenbau AG",
          "Messtechnik GmbH & Co. KG",
          "Verpackungen GmbH",
          "Holzbau GmbH",
          "Pumpen AG")),
  GB(
      "GB",
      "GBP",
      "Europe/London",
      9,
      "SI",
      List.of(
          "Aldermoor",
          "Harcastle",
          "Kestrelby",
          "Dunwater",
          "Northmere",
          "Ferncombe",
          "Wexmoor",
          "Tilbourne",
          "Stonebeck",
          "Larkhythe",
          "Oakenshore"),
      List.of("Engineering Ltd", "Marine Supplies Ltd", "Foods plc")),
  FR(
      "FR",
      "EUR",
      "Europe/Paris",
      8,
      "FA",
      List.of(
          "Valcroy",
          "Marchebois",
          "Clairmonde",
          "Saintvaury",
          "Lormandie",
          "Beauvarin",
          "Chanterive",
          "Boisvallon",
          "Pierrelune"),
      List.of("Mécanique SAS", "Énergies SA", "Emballages SARL")),
  IT(
      "IT",
      "EUR",
      "Europe/Rome",
      8,
      "FT",
      List.of(
          "Torrevia",
          "Rovenna",
          "Bellarco",
          "Montelga",
          "Arvigno",
          "Casavento",
          "Valdorsa",
          "Pietranera",
          "Fontelara"),
      List.of("Macchine S.r.l.", "Tessuti S.p.A.", "Impianti S.r.l.")),
  NL(
      "NL",
      "EUR",
      "Europe/Amsterdam",
      8,
      "F",
      List.of(
          "Waterlinde",
          "Hoogzand",
          "Duinkerf",
          "Polderwijk",
          "Zilverbeek",
          "Rietmeer",
          "Veenhoek",
          "Oosterlaan",
          "Molengaarde"),
      List.of("Logistiek B.V.", "Kassenbouw B.V.", "Techniek B.V.")),
  US(
      "US",
      "USD",
      "America/Chicago",
      7,
      "IN",
      List.of(
          "Prairie Fork",
          "Silverpine",
          "Ashgrove Mill",
          "Cedar Notch",
          "Bluestem",
          "Iron Ferry",
          "Lakehollow",
          "Redwillow",
          "Granite Fall"),
      List.of("Controls Inc.", "Packaging LLC", "Tooling Co."));

  /** Most customers are in China. */
  private static final List<Home> USUAL =
      List.of(CN, CN, CN, CN, CN, CN, CN, DE, CN, GB, CN, CN, FR, CN, CN, IT, CN, NL, CN, US);

  private final String law;
  private final String currency;
  private final String zone;
  private final int worth;
  private final String invoices;
  private final List<String> stems;
  private final List<String> trades;

  Home(
      String law,
      String currency,
      String zone,
      int worth,
      String invoices,
      List<String> stems,
      List<String> trades) {
    this.law = law;
    this.currency = currency;
    this.zone = zone;
    this.worth = worth;
    this.invoices = invoices;
    this.stems = stems;
    this.trades = trades;
  }

  static Home usual(int number) {
    return USUAL.get(number % USUAL.size());
  }

  String law() {
    return law;
  }

  String currency() {
    return currency;
  }

  ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** About how many CNY one unit of its money is worth, to keep accounts of like size. */
  int worth() {
    return worth;
  }

  /** How invoice numbers begin. */
  String invoices() {
    return invoices;
  }

  /** How companies are called there; empty in China, where {@link Names} knows more. */
  List<String> stems() {
    return stems;
  }

  /** What companies do there; empty in China, where {@link Names} knows more. */
  List<String> trades() {
    return trades;
  }
}
