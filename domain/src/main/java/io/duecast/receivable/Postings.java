package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The postings of one invoice, in order of value date; one a source. */
final class Postings {
  /** Beyond this the two earliest of a kind become one, and can no longer be taken back alone. */
  static final int LIMIT = 200;

  /** The source of what was merged: blank, as no id is. */
  static final String EARLIER = "";

  /** The source of what was paid before the invoice was issued: blank, as no id is. */
  static final String PREPAID = " ";

  private static final Comparator<Posting> BY_VALUE_DATE =
      Comparator.comparing(Posting::on).thenComparing(Posting::source);

  private Postings() {}

  /**
   * These and one more, which replaces the one of its source.
   *
   * @param currency the invoice's; null while it is unknown
   * @throws io.duecast.check.RejectedException if more wait for the currency than can be kept
   */
  static List<Posting> with(List<Posting> postings, Posting posting, @Nullable Currency currency) {
    List<Posting> all = without(postings, posting.source(), posting.kind());
    all.add(posting);
    all.sort(BY_VALUE_DATE);
    if (all.size() > LIMIT) {
      accept(
          mergedEarliest(all, currency),
          RejectReason.CONTRACT_VIOLATION,
          "%s: %d postings in as many currencies and rates wait for an invoice",
          posting.source(),
          LIMIT);
    }
    return List.copyOf(all);
  }

  static List<Posting> without(List<Posting> postings, String source, PostingKind kind) {
    List<Posting> rest = new ArrayList<>(postings.size() + 1);
    for (Posting posting : postings) {
      if (posting.kind() != kind || !posting.source().equals(source)) {
        rest.add(posting);
      }
    }
    return rest;
  }

  /** Whether there is none of the posting's source, or the same. */
  static boolean agree(List<Posting> postings, Posting posting) {
    return postings.stream()
        .filter(p -> p.kind() == posting.kind() && p.source().equals(posting.source()))
        .allMatch(posting::equals);
  }

  private static boolean mergedEarliest(List<Posting> all, @Nullable Currency currency) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (canMerge(all.get(i), all.get(j), currency)) {
          Posting later = all.remove(j);
          all.set(i, merged(all.get(i), later, currency));
          all.sort(BY_VALUE_DATE);
          return true;
        }
      }
    }
    return false;
  }

  private static boolean canMerge(Posting a, Posting b, @Nullable Currency currency) {
    boolean alike =
        a.amount().currency().equals(b.amount().currency()) && Objects.equals(a.rate(), b.rate());
    return a.kind() == b.kind() && (currency != null || alike);
  }

  private static Posting merged(Posting earlier, Posting later, @Nullable Currency currency) {
    Posting a = currency == null ? earlier : converted(earlier, currency);
    Posting b = currency == null ? later : converted(later, currency);
    return new Posting(
        EARLIER,
        a.kind(),
        a.amount().plus(b.amount()),
        sum(a.granted(), b.granted()),
        a.rate(),
        b.on(),
        b.paymentMeansCode());
  }

  private static Posting converted(Posting posting, Currency currency) {
    Money value = posting.valueIn(currency);
    return new Posting(
        posting.source(),
        posting.kind(),
        value,
        posting.granted() == null ? null : posting.reliefIn(currency).minus(value),
        null,
        posting.on(),
        posting.paymentMeansCode());
  }

  static @Nullable Money sum(@Nullable Money a, @Nullable Money b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : a.plus(b);
  }
}
