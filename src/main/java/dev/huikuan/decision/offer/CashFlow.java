package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Money that an offer asks for, in the offer's currency, on a business day. */
public record CashFlow(LocalDate on, BigDecimal amount) {}
