package dev.huikuan.simulation;

import dev.huikuan.domain.Text;

/** The kinds of offer whose count and money a simulation compares. */
public enum OfferKind {
  /** Money: the discount that is given. */
  DISCOUNT(new Text("折扣", "Discounts")),
  /** Money: the amount that is spread, down payment and principal. */
  INSTALLMENTS(new Text("分期", "Installments")),
  /** Money: the amount that is paid later. */
  EXTENSION(new Text("延期", "Extensions"));

  private final Text label;

  OfferKind(Text label) {
    this.label = label;
  }

  public Text label() {
    return label;
  }
}
