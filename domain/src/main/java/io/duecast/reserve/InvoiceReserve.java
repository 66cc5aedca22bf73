package io.duecast.reserve;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.OpenItem;
import java.math.BigDecimal;

/**
 * The part of a reserve that is for one invoice.
 *
 * @param rate of its group in its bucket
 */
public record InvoiceReserve(
    OpenItem item, AgingBucket bucket, BigDecimal rate, BigDecimal reserve) {}
