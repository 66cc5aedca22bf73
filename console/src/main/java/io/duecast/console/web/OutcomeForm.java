package io.duecast.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.duecast.receivable.OutcomeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a collector sends, as it came.
 *
 * @param invoice null if it is about the customer as a whole
 * @param promise there if, and only if, the outcome is a promise
 * @param dispute opens one, where the outcome is one
 * @param disputeEnd ends one that is open
 * @param verdict what the collector thinks of an assessment
 * @param contactedOn null for the business day
 */
record OutcomeForm(
    @Nullable String customer,
    @Nullable String invoice,
    @Nullable String outcome,
    @Nullable Promise promise,
    @Nullable Dispute dispute,
    @Nullable DisputeEnd disputeEnd,
    @Nullable Verdict verdict,
    @Nullable String channel,
    @Nullable String agent,
    @Nullable Integer effortSeconds,
    @Nullable String contactedOn) {
  /**
   * The same, under the name of whoever has logged in.
   *
   * @throws Problem if it is said to be another's
   */
  OutcomeForm signed(String user) {
    if (agent != null && !agent.equals(user)) {
      throw Problem.forbidden("%s has logged in, and records nothing as %s", user, agent);
    }
    return new OutcomeForm(
        customer,
        invoice,
        outcome,
        promise,
        dispute,
        disputeEnd,
        verdict,
        channel,
        user,
        effortSeconds,
        contactedOn);
  }

  /** What each part may hold, for the description of the API. */
  static final String OUTCOMES =
      Arrays.stream(OutcomeKind.values())
          .filter(it -> it != OutcomeKind.UNKNOWN)
          .map(Enum::name)
          .collect(Collectors.joining(", "));

  /**
   * @param amount a decimal in the invoice's currency; null for the whole balance
   */
  record Promise(@Nullable String on, @Nullable String amount) {}

  /**
   * @param amount a decimal in the invoice's currency; null for the whole invoice
   */
  record Dispute(@Nullable String reason, @Nullable String amount) {}

  /**
   * @param dispute its id
   * @param resolution in the company's own words
   */
  record DisputeEnd(@Nullable String dispute, @Nullable String resolution) {}

  /** What the collector thinks of one assessment. */
  record Verdict(@Nullable String assessment, @Nullable Boolean agrees) {}

  /**
   * Reads one.
   *
   * @throws Problem if it cannot be understood
   */
  static OutcomeForm read(String body) {
    try {
      OutcomeForm form = StrictJson.MAPPER.readValue(body, OutcomeForm.class);
      if (form == null) {
        throw Problem.badRequest("the body is to be an object");
      }
      return form;
    } catch (JsonProcessingException e) {
      throw StrictJson.problem(e);
    }
  }

  OutcomeKind kind() {
    for (OutcomeKind it : OutcomeKind.values()) {
      if (it != OutcomeKind.UNKNOWN && it.name().equals(outcome)) {
        return it;
      }
    }
    throw Problem.badRequest("'outcome' is one of %s", OUTCOMES);
  }

  static @Nullable LocalDate day(String name, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest("'%s' is a day such as 2026-03-31", name);
    }
  }

  static @Nullable BigDecimal amount(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,15}(\\.\\d{1,4})?")) {
      throw Problem.badRequest("'%s' is an amount such as 1250.00", name);
    }
    BigDecimal amount = new BigDecimal(text);
    if (amount.signum() == 0) {
      throw Problem.badRequest("'%s' is more than nothing", name);
    }
    return amount;
  }
}
