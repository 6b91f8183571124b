/** When: business days by jurisdiction, contact windows in the customer's time zone. */
package dev.huikuan.decision.timing;
