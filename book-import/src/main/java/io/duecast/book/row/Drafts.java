package io.duecast.book.row;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.quality.Rule;
import io.duecast.check.RejectedException;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What rows of every kind have in common. */
final class Drafts {
  /** The envelope of a fact that has no identity yet. */
  static final Envelope ENVELOPE =
      new Envelope(
          new EventId("draft"), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, "draft", null, true);

  private Drafts() {}

  /** The currency of the row, else the book's. */
  static Currency currency(Cells cells) {
    String code = cells.text(FieldName.CURRENCY);
    if (code == null) {
      return cells.binding().book().currency();
    }
    try {
      return Money.currencyOf(code);
    } catch (RejectedException e) {
      throw cells.rejected(Rule.CURRENCY_UNKNOWN, FieldName.CURRENCY);
    }
  }

  /** A positive amount; null if the field is optional and empty. */
  static @Nullable Money positive(Cells cells, FieldName name, Currency currency) {
    BigDecimal amount = cells.number(name, Rule.AMOUNT_UNREADABLE);
    if (amount == null) {
      BoundField field = cells.binding().field(name);
      if (field == null || !field.optional()) {
        throw cells.rejected(Rule.AMOUNT_MISSING, name);
      }
      cells.note(Rule.AMOUNT_MISSING, name);
      return null;
    }
    if (amount.signum() <= 0) {
      throw cells.rejected(amount.signum() == 0 ? Rule.AMOUNT_ZERO : Rule.AMOUNT_NEGATIVE, name);
    }
    return new Money(amount, currency);
  }

  /** An amount that need not be there and may be zero, but not negative. */
  static @Nullable Money notNegative(Cells cells, FieldName name, Currency currency) {
    BigDecimal amount = cells.number(name, Rule.AMOUNT_UNREADABLE);
    if (amount != null && amount.signum() < 0) {
      throw cells.rejected(Rule.AMOUNT_NEGATIVE, name);
    }
    return amount == null ? null : new Money(amount, currency);
  }

  /** What is fixed from the beginning, as it stands in the file, as one text to compare by. */
  static String content(Cells cells) {
    StringBuilder content = new StringBuilder(120);
    for (BoundField field : cells.binding().firstKnown()) {
      content.append(field.raw(cells.row())).append('\u001f');
    }
    for (Binding.BoundAttribute attribute : cells.binding().attributes()) {
      content.append(attribute.field().raw(cells.row())).append('\u001f');
    }
    return content.toString();
  }
}
