package dev.huikuan.decision.option;

import java.math.BigDecimal;

/**
 * What the option tables say of the money of one option.
 *
 * @param probability that it comes this way within the parameter {@code horizonDays}, 0–1
 * @param feePercent of what comes, 0–100
 * @param advancePercent of each cash flow that is paid at once and therefore certain, 0–100
 */
public record Chance(BigDecimal probability, BigDecimal feePercent, BigDecimal advancePercent) {}
