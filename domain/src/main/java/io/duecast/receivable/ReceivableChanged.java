package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of one receivable: everything downstream is a fold of these.
 *
 * @param changeId the causing event's id and the number of the change among those that it caused
 * @param before null if the invoice was not known before
 * @param cause the event that brought it about
 * @param recordedAt when the source system learned it; the Kafka record's timestamp
 * @param replayed true if it is history
 * @param sellerEntity which of the company's entities sold; null if it has one only
 */
public record ReceivableChanged(
    String changeId,
    CustomerId customer,
    InvoiceId invoice,
    Change change,
    @Nullable Standing before,
    Standing after,
    EventId cause,
    Instant recordedAt,
    boolean replayed,
    @Nullable String sellerEntity)
    implements AccountEntry {}
