package io.duecast.book.mapping;

import io.duecast.customer.PartyType;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.PaymentStatus;
import java.util.Arrays;
import java.util.List;

/** What a section must have, and what may not stand beside what. */
final class SectionRules {
  private final Mistakes mistakes;

  SectionRules(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  void check(Section section, YamlNode.Keys node) {
    need(section, node, FieldName.CUSTOMER, "customer: {column: NAME}");
    switch (section.kind()) {
      case INVOICES -> checkInvoices(section, node);
      case PAYMENTS -> checkPayments(section, node);
      case CUSTOMERS -> {}
      case CUSTOMER_MONTHS ->
          need(
              section,
              node,
              FieldName.KNOWN_FROM,
              "knownFrom: {column: MONTH, format: yyyy-MM}, the day from which the row is known");
    }
    section.fields().forEach((name, field) -> checkMeanings(name, field));
  }

  private void checkInvoices(Section section, YamlNode.Keys node) {
    need(
        section,
        node,
        FieldName.ID,
        "id: {column: NAME}, or id: {template: \"{A}-{B}\"} of columns fixed at issue");
    need(section, node, FieldName.ISSUED_ON, "issuedOn: {column: NAME, format: yyyy-MM-dd}");
    if (!section.has(FieldName.DUE_ON) && !section.has(FieldName.TERM_DAYS)) {
      mistakes.add(node, "neither dueOn nor termDays", "map one of them");
    }
    if (!section.has(FieldName.AMOUNT)) {
      mistakes.add(
          node,
          "no amount",
          "map amount: {column: NAME}, or amount: {constant: \"\", optional: true} if it is"
              + " unknown");
    }
    if (section.combined() != section.has(FieldName.SETTLED_ON)) {
      mistakes.add(
          node,
          section.combined() ? "combined without settledOn" : "settledOn without combined",
          "a settlement date in the invoice's row needs both 'combined: true' and 'settledOn'");
    }
  }

  private void checkPayments(Section section, YamlNode.Keys node) {
    boolean settled = section.has(FieldName.SETTLED_ON);
    if (settled == section.has(FieldName.VALUE_ON)) {
      mistakes.add(
          node,
          settled ? "both settledOn and valueOn" : "neither settledOn nor valueOn",
          "settledOn if a row closes an invoice, valueOn if it is money that came in");
    }
    if (settled) {
      need(section, node, FieldName.INVOICE, "invoice: {column: NAME}");
    } else {
      need(section, node, FieldName.PAYMENT, "payment: {column: NAME}, the payment's number");
      need(section, node, FieldName.AMOUNT, "amount: {column: NAME}");
    }
  }

  private void need(Section section, YamlNode.Keys node, FieldName name, String example) {
    Field field = section.field(name);
    if (field == null && !node.nodes().containsKey(name.key())) {
      mistakes.add(node.pathOf(name.key()), node.line(), "the field is missing", "add " + example);
    } else if (field != null && field.optional() && name != FieldName.AMOUNT) {
      mistakes.add(
          field.path(), field.line(), name.key() + " cannot be optional", "drop 'optional'");
    }
  }

  private void checkMeanings(FieldName name, Field field) {
    List<String> known =
        switch (name.type()) {
          case PARTY_TYPE -> names(PartyType.values());
          case DOCUMENT_TYPE -> names(DocumentType.values());
          case PAYMENT_STATUS -> names(PaymentStatus.values());
          case FLAG -> List.of("true", "false");
          default -> List.of();
        };
    if (known.isEmpty()) {
      return;
    }
    for (String meaning : field.translated().values()) {
      if (!known.contains(meaning)) {
        mistakes.add(
            field.path() + ".map",
            field.line(),
            "'" + meaning + "' is no " + name.key(),
            "choose from " + String.join(", ", known));
      }
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
