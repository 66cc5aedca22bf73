package io.duecast.risk;

/**
 * What the baseline compares a customer with.
 *
 * @param all every customer that is known here
 * @param segment those of the customer's segment; {@link PortfolioTally#NONE} if it has none
 */
public record Portfolio(PortfolioTally all, PortfolioTally segment) {
  public static final Portfolio UNKNOWN = new Portfolio(PortfolioTally.NONE, PortfolioTally.NONE);
}
