package dev.huikuan.portfolio.demo;

import java.time.ZoneId;
import java.util.List;

/** Where customers are: their law, money and clock, and how companies are called there. */
enum Home {
  CN("CN", "CNY", "Asia/Shanghai", 1, "INV", List.of()),
  DE(
      "DE",
      "EUR",
      "Europe/Berlin",
      8,
      "RE",
      List.of(
          "Fördertechnik GmbH", "Anlagenbau GmbH", "Werkzeuge AG", "Messtechnik GmbH & Co. KG")),
  GB(
      "GB",
      "GBP",
      "Europe/London",
      9,
      "SI",
      List.of("Engineering Ltd", "Marine Supplies Ltd", "Foods plc", "Instruments Ltd")),
  FR(
      "FR",
      "EUR",
      "Europe/Paris",
      8,
      "FA",
      List.of("Mécanique SAS", "Énergies SA", "Emballages SARL", "Céramiques SAS")),
  IT(
      "IT",
      "EUR",
      "Europe/Rome",
      8,
      "FT",
      List.of("Macchine S.r.l.", "Tessuti S.p.A.", "Impianti S.r.l.")),
  NL("NL", "EUR", "Europe/Amsterdam", 8, "F", List.of("Logistiek B.V.", "Kassenbouw B.V.")),
  US("US", "USD", "America/Chicago", 7, "IN", List.of("Controls Inc.", "Packaging LLC"));

  /** Most customers are in China. */
  private static final List<Home> USUAL =
      List.of(CN, CN, CN, CN, CN, CN, CN, DE, CN, GB, CN, CN, FR, CN, CN, IT, CN, NL, CN, US);

  private final String law;
  private final String currency;
  private final String zone;
  private final int worth;
  private final String invoices;
  private final List<String> trades;

  Home(String law, String currency, String zone, int worth, String invoices, List<String> trades) {
    this.law = law;
    this.currency = currency;
    this.zone = zone;
    this.worth = worth;
    this.invoices = invoices;
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

  /** What companies do there; empty in China, where {@link Names} knows more. */
  List<String> trades() {
    return trades;
  }
}
