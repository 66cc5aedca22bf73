package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of a receivable in which something is different. */
final class ReceivableBuilder {
  private final Receivable from;
  private @Nullable Invoice invoice;
  private @Nullable Money payable;
  private @Nullable LocalDate dueOn;
  private long version;
  private List<Posting> postings;
  private @Nullable LocalDate declaredSettledOn;
  private @Nullable Instant declaredAt;
  private Closing closing;
  private @Nullable LocalDate closedOn;
  private @Nullable Settlement settlement;
  private List<Dispute> disputes;
  private @Nullable PromiseToPay promise;
  private boolean onHold;
  private List<InvoiceAmended> waiting;

  ReceivableBuilder(Receivable from) {
    this.from = from;
    this.invoice = from.invoice();
    this.payable = from.payable();
    this.dueOn = from.dueOn();
    this.version = from.version();
    this.postings = from.postings();
    this.declaredSettledOn = from.declaredSettledOn();
    this.declaredAt = from.declaredAt();
    this.closing = from.closing();
    this.closedOn = from.closedOn();
    this.settlement = from.settlement();
    this.disputes = from.disputes();
    this.promise = from.promise();
    this.onHold = from.onHold();
    this.waiting = from.waiting();
  }

  ReceivableBuilder invoice(Invoice value) {
    invoice = value;
    return payable(value.payable()).dueOn(value.dueOn());
  }

  ReceivableBuilder payable(@Nullable Money value) {
    payable = value;
    return this;
  }

  ReceivableBuilder dueOn(LocalDate value) {
    dueOn = value;
    return this;
  }

  ReceivableBuilder version(long value) {
    version = value;
    return this;
  }

  ReceivableBuilder postings(List<Posting> value) {
    postings = value;
    return this;
  }

  ReceivableBuilder declaredSettledOn(@Nullable LocalDate value, @Nullable Instant at) {
    declaredSettledOn = value;
    declaredAt = at;
    return this;
  }

  /** The word that all is paid is taken back, unless it was given later. */
  ReceivableBuilder unsaid(Instant at) {
    return declaredAt != null && declaredAt.isAfter(at) ? this : declaredSettledOn(null, at);
  }

  ReceivableBuilder closing(Closing value, @Nullable LocalDate on) {
    closing = value;
    closedOn = on;
    return this;
  }

  ReceivableBuilder settlement(@Nullable Settlement value) {
    settlement = value;
    return this;
  }

  ReceivableBuilder disputes(List<Dispute> value) {
    disputes = value;
    return this;
  }

  ReceivableBuilder promise(@Nullable PromiseToPay value) {
    promise = value;
    return this;
  }

  ReceivableBuilder onHold(boolean value) {
    onHold = value;
    return this;
  }

  ReceivableBuilder waiting(List<InvoiceAmended> value) {
    waiting = value;
    return this;
  }

  Receivable build() {
    return new Receivable(
        from.customer(),
        from.id(),
        invoice,
        payable,
        dueOn,
        version,
        postings,
        declaredSettledOn,
        declaredAt,
        closing,
        closedOn,
        settlement,
        disputes,
        promise,
        onHold,
        waiting);
  }
}
