package io.duecast.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duecast.attribute.AttributeValue.Numeric;
import io.duecast.customer.CustomerId;
import io.duecast.label.Label;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final List<Label> ON_TIME =
      List.of(Label.ON_TIME, Label.ON_TIME, Label.ON_TIME, Label.ON_TIME);
  private static final List<Label> LATE_SO_FAR =
      List.of(Label.LATE, Label.LATE, Label.CENSORED, Label.CENSORED);
  private static final List<Label> OPEN =
      List.of(Label.CENSORED, Label.CENSORED, Label.CENSORED, Label.CENSORED);

  private final TrainingRows.Builder builder =
      TrainingRows.builder(new Columns(List.of("amount"), new BitSet()));

  @Test
  void eachLinkLearnsFromThoseThatWereLateForTheOneBefore() {
    TrainingRows rows =
        add(11, "a", 3, ON_TIME, -2)
            .add(
                Map.of("amount", new Numeric(13)),
                id("b"),
                DAY.plusDays(1),
                DAY.plusDays(31),
                LATE_SO_FAR,
                null)
            .add(
                Map.of("amount", new Numeric(17)),
                id("a"),
                DAY.plusDays(2),
                DAY.plusDays(32),
                OPEN,
                null)
            .build();

    assertThat(rows.learnable(0)).containsExactly(0, 1);
    assertThat(rows.learnable(1)).containsExactly(1);
    assertThat(rows.learnable(2)).isEmpty();
    assertThat(rows.late(new int[] {0, 1}, 0).stream()).containsExactly(1);
    assertThat(rows.byIssue()).containsExactly(1, 2, 0);
  }

  @Test
  void selectedRowsKeepAllThatIsKnownOfThem() {
    for (int i = 0; i < 40; i++) {
      add(i, "c" + i % 7, i, i % 2 == 0 ? ON_TIME : LATE_SO_FAR, i % 3 == 0 ? i : null);
    }
    TrainingRows rows = builder.build().select(row -> row > 30).select(new int[] {2, 8});

    assertThat(rows.rows()).isEqualTo(2);
    assertThat(rows.data().number(0, 1)).isEqualTo(39);
    assertThat(rows.customer(1)).isEqualTo(id("c4"));
    assertThat(rows.issuedOn(1)).isEqualTo(DAY.plusDays(39));
    assertThat(rows.dueOn(1)).isEqualTo(DAY.plusDays(69));
    assertThat(rows.label(1, 1)).isEqualTo(Label.LATE);
    assertThat(rows.daysPastDue(0)).isEqualTo(33);
    assertThat(rows.daysPastDue(1)).isEqualTo(39);
    assertThat(rows.isPaid(0)).isTrue();
  }

  @Test
  void whatIsNotPaidHasNoDayOfPayment() {
    TrainingRows rows = add(11, "a", 0, OPEN, null).build();

    assertThat(rows.isPaid(0)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> rows.daysPastDue(0));
  }

  @Test
  void aRowWithoutALabelForEachHorizonIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(11, "a", 0, List.of(Label.LATE), null))
        .withMessageContaining("1 labels for the horizons");
  }

  private TrainingRows.Builder add(
      double amount, String customer, int day, List<Label> labels, @Nullable Integer daysPastDue) {
    return builder.add(
        Map.of("amount", new Numeric(amount)),
        id(customer),
        DAY.plusDays(day),
        DAY.plusDays(day + 30),
        labels,
        daysPastDue);
  }

  private static CustomerId id(String value) {
    return new CustomerId(value);
  }
}
