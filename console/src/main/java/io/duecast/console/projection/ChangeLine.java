package io.duecast.console.projection;

import io.duecast.money.Money;
import io.duecast.receivable.Change;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of an invoice as a line of its time line.
 *
 * @param amount null if it is about none, or it is unknown
 * @param detail what else there is to say, by name
 */
record ChangeLine(
    String kind, @Nullable LocalDate on, @Nullable Money amount, Map<String, Object> detail) {

  static ChangeLine of(Change change) {
    return switch (change) {
      case Change.Opened it -> line(it, it.invoice().issuedOn(), it.invoice().payable());
      case Change.Amended it -> line(it, it.on(), null).with("type", it.type().name());
      case Change.PartlyPaid it ->
          line(it, it.on(), it.amount()).with("paymentMeans", it.paymentMeansCode());
      case Change.TakenBack it -> line(it, it.on(), it.amount());
      case Change.Settled it ->
          line(it, it.settlement().on(), null)
              .with("daysPastDue", it.settlement().daysPastDue())
              .with("by", it.settlement().by().name());
      case Change.Reopened it -> line(it, it.on(), null);
      case Change.Disputed it ->
          line(it, it.on(), it.amount())
              .with("dispute", it.dispute().value())
              .with("reason", it.reasonCode());
      case Change.DisputeEnded it ->
          line(it, it.on(), null)
              .with("dispute", it.dispute().value())
              .with("resolution", it.resolution())
              .with("days", it.cycleDays());
      case Change.Promised it ->
          line(it, it.on(), it.promise().amount())
              .with("promisedOn", it.promise().on().toString())
              .with("source", it.promise().source().name());
      case Change.PromiseKept it ->
          line(it, it.on(), null).with("promisedOn", it.promisedOn().toString());
      case Change.PromiseBroken it ->
          line(it, it.on(), null).with("promisedOn", it.promisedOn().toString());
      case Change.HoldPlaced it -> line(it, it.on(), null);
      case Change.HoldReleased it -> line(it, it.on(), null);
      case Change.Credited it -> line(it, it.on(), it.amount());
      case Change.WrittenOff it -> line(it, it.on(), it.amount());
      case Change.Recovered it -> line(it, it.on(), it.amount());
      case Change.Withdrawn it -> line(it, it.on(), null);
    };
  }

  private static ChangeLine line(Change change, LocalDate on, @Nullable Money amount) {
    String kind = change.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return new ChangeLine(kind.toUpperCase(java.util.Locale.ROOT), on, amount, Map.of());
  }

  private ChangeLine with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(detail);
    more.put(name, value);
    return new ChangeLine(kind, on, amount, more);
  }
}
