/**
 * How a JSON case is read: strictly, all faults at once. Start at {@link
 * dev.huikuan.decision.intake.CaseReader}. May import {@code policy} and {@code domain}.
 */
package dev.huikuan.decision.intake;
