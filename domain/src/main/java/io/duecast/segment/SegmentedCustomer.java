package io.duecast.segment;

import io.duecast.customer.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a customer to tell its segment.
 *
 * @param currency what is owed and billed in another one is not counted; null before the first
 *     amount
 * @param assessed the calibrated risk of its latest {@value #ASSESSED} invoices, per mille
 * @param outcomes days past due of its latest {@value #OUTCOMES} payments, as they became known
 * @param beyond due dates of its latest {@value #BEYOND} invoices that were later than its own past
 *     allows, since it last paid as usual
 * @param evidence invoices judged since its segment was last another
 * @param told what was said of it last; null before the first time
 * @param departedOn when somebody was last told that it departs from what is usual; null if never
 * @param lookOn the day on which to look at it again; null if only an event can change anything
 */
public record SegmentedCustomer(
    CustomerId id,
    @Nullable String currency,
    MonthsOfAccount account,
    List<Integer> assessed,
    List<Integer> outcomes,
    List<LocalDate> beyond,
    int evidence,
    @Nullable CustomerSegmented told,
    @Nullable LocalDate departedOn,
    @Nullable LocalDate lookOn) {
  static final int ASSESSED = 10;
  static final int OUTCOMES = 24;
  static final int BEYOND = 8;

  public SegmentedCustomer {
    assessed = List.copyOf(assessed);
    outcomes = List.copyOf(outcomes);
    beyond = List.copyOf(beyond);
  }

  /** One of whom nothing was heard. */
  public static SegmentedCustomer unheardOf(CustomerId id) {
    return new SegmentedCustomer(
        id, null, MonthsOfAccount.NONE, List.of(), List.of(), List.of(), 0, null, null, null);
  }

  /** Where it is now. */
  RiskSegment segment() {
    return told == null ? RiskSegment.UNKNOWN : told.segment();
  }

  SegmentedCustomer in(String other) {
    return new SegmentedCustomer(
        id, other, account, assessed, outcomes, beyond, evidence, told, departedOn, lookOn);
  }

  SegmentedCustomer assessed(int risk) {
    return new SegmentedCustomer(
        id,
        currency,
        account,
        latest(assessed, risk, ASSESSED),
        outcomes,
        beyond,
        evidence,
        told,
        departedOn,
        lookOn);
  }

  SegmentedCustomer paying(int daysPastDue) {
    return new SegmentedCustomer(
        id,
        currency,
        account,
        assessed,
        latest(outcomes, daysPastDue, OUTCOMES),
        beyond,
        evidence,
        told,
        departedOn,
        lookOn);
  }

  SegmentedCustomer judging(LocalDate day, boolean isLate) {
    return new SegmentedCustomer(
        id,
        currency,
        account.with(day, it -> it.judging(isLate)),
        assessed,
        outcomes,
        beyond,
        evidence + 1,
        told,
        departedOn,
        lookOn);
  }

  SegmentedCustomer account(LocalDate day, UnaryOperator<MonthOfAccount> change) {
    return new SegmentedCustomer(
        id,
        currency,
        account.with(day, change),
        assessed,
        outcomes,
        beyond,
        evidence,
        told,
        departedOn,
        lookOn);
  }

  /** Something was said of it; if its segment is another one, evidence is counted anew. */
  SegmentedCustomer telling(CustomerSegmented now) {
    int left = now.isMove() ? 0 : evidence;
    return new SegmentedCustomer(
        id, currency, account, assessed, outcomes, beyond, left, now, departedOn, lookOn);
  }

  /** One more invoice is later than its own past allows. */
  SegmentedCustomer beyond(LocalDate dueOn) {
    return new SegmentedCustomer(
        id,
        currency,
        account,
        assessed,
        outcomes,
        latest(beyond, dueOn, BEYOND),
        evidence,
        told,
        departedOn,
        lookOn);
  }

  /** An invoice was paid as usual: what was due before it had its own reason. */
  SegmentedCustomer asUsual(LocalDate dueOn) {
    return new SegmentedCustomer(
        id,
        currency,
        account,
        assessed,
        outcomes,
        beyond.stream().filter(it -> it.isAfter(dueOn)).toList(),
        evidence,
        told,
        departedOn,
        lookOn);
  }

  SegmentedCustomer departing(LocalDate day) {
    return new SegmentedCustomer(
        id, currency, account, assessed, outcomes, beyond, evidence, told, day, lookOn);
  }

  SegmentedCustomer lookingOn(@Nullable LocalDate day) {
    return new SegmentedCustomer(
        id, currency, account, assessed, outcomes, beyond, evidence, told, departedOn, day);
  }

  private static <T> List<T> latest(List<T> all, T next, int most) {
    List<T> now = new ArrayList<>(all);
    now.add(next);
    return now.size() > most ? now.subList(1, now.size()) : now;
  }
}
