package io.duecast.customer;

import static io.duecast.Examples.aCustomer;
import static io.duecast.Examples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.CustomerExample;
import io.duecast.attribute.AttributeValue;
import org.junit.jupiter.api.Test;

class CustomerProfileTest {
  @Test
  void whatAnUpdateDoesNotSayStays() {
    CustomerProfile profile =
        after(
            aCustomer().country("DE").segment("key").crm("visits", 3),
            aCustomer().from("2026-04-01").country("AT").crm("calls", 5));

    assertThat(profile.country()).isEqualTo("AT");
    assertThat(profile.segment()).isEqualTo("key");
    assertThat(profile.crmSignals()).containsEntry("visits", 3.0).containsEntry("calls", 5.0);
    assertThat(profile.effectiveFrom()).isEqualTo("2026-04-01");
  }

  @Test
  void anUpdateOfAnEarlierDayOnlyFillsGaps() {
    CustomerProfile profile =
        after(
            aCustomer()
                .from("2026-04-01")
                .country("AT")
                .crm("visits", 3)
                .attribute("region", new AttributeValue.Category("south")),
            aCustomer()
                .from("2026-03-01")
                .country("DE")
                .rating("B")
                .crm("visits", 7)
                .crm("calls", 5)
                .attribute("region", new AttributeValue.Category("north")));

    assertThat(profile.country()).isEqualTo("AT");
    assertThat(profile.rating()).isEqualTo("B");
    assertThat(profile.crmSignals()).containsEntry("visits", 3.0).containsEntry("calls", 5.0);
    assertThat(profile.attributes().get("region")).isEqualTo(new AttributeValue.Category("south"));
    assertThat(profile.effectiveFrom()).isEqualTo("2026-04-01");
  }

  @Test
  void ofOneDayTheLastWordCounts() {
    assertThat(after(aCustomer().country("DE"), aCustomer().country("AT")).country())
        .isEqualTo("AT");
  }

  @Test
  void aRepeatChangesNothing() {
    CustomerExample update = aCustomer().country("DE").creditLimit(eur("1300")).directDebit(false);

    assertThat(after(update, update)).isEqualTo(after(update));
  }

  private static CustomerProfile after(CustomerExample... updates) {
    CustomerProfile profile = CustomerProfile.UNKNOWN;
    for (CustomerExample update : updates) {
      profile = profile.after(update.fact().profile());
    }
    return profile;
  }
}
