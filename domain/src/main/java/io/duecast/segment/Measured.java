package io.duecast.segment;

import java.math.BigDecimal;

/**
 * A customer in figures, as of a day. Shares and risks are per mille.
 *
 * @param judged invoices of twelve months that have come due
 * @param late of these
 * @param assessedRisk mean calibrated risk of its latest invoices; 0 if none was assessed
 * @param lateRisk the expected share of late invoices, see {@link Measuring}
 * @param exposure what it owes
 * @param overdueShare of that: late
 * @param longOverdueShare of that: more than 60 days past due
 * @param recentChange by how many thousandths of a standard deviation the share late of the recent
 *     months is above that of the months before; 0 where too little is known
 * @param turnover billed in twelve months
 * @param paidAMonth on average
 */
public record Measured(
    int judged,
    int late,
    int assessedRisk,
    int lateRisk,
    BigDecimal exposure,
    int overdueShare,
    int longOverdueShare,
    int recentChange,
    BigDecimal turnover,
    BigDecimal paidAMonth) {}
