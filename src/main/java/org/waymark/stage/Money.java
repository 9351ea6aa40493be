package org.waymark.stage;

import java.math.BigDecimal;

/**
 * What a program costs and brings, in the program's currency: all its costs, the net value and the net value of cash
 * alone, each discounted to today over the horizon of the case (dcfts.md 3.4).
 */
public record Money(BigDecimal investment, BigDecimal npv, BigDecimal npvCash) {}
