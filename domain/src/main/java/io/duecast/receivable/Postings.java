package io.duecast.receivable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The postings of one invoice, in order of value date; one a source. */
final class Postings {
  /** Beyond this the two earliest of a kind become one, and can no longer be taken back alone. */
  static final int LIMIT = 200;

  static final String EARLIER = "earlier";

  private static final Comparator<Posting> BY_VALUE_DATE =
      Comparator.comparing(Posting::on).thenComparing(Posting::source);

  private Postings() {}

  static List<Posting> with(List<Posting> postings, Posting posting) {
    List<Posting> all = new ArrayList<>(without(postings, posting.source(), posting.kind()));
    all.add(posting);
    all.sort(BY_VALUE_DATE);
    if (all.size() > LIMIT) {
      mergeEarliest(all);
    }
    return List.copyOf(all);
  }

  static List<Posting> without(List<Posting> postings, String source, PostingKind kind) {
    return postings.stream().filter(p -> p.kind() != kind || !p.source().equals(source)).toList();
  }

  private static void mergeEarliest(List<Posting> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (canMerge(all.get(i), all.get(j))) {
          Posting later = all.remove(j);
          all.set(i, merged(all.get(i), later));
          return;
        }
      }
    }
  }

  private static boolean canMerge(Posting a, Posting b) {
    return a.kind() == b.kind() && a.relief().currency().equals(b.relief().currency());
  }

  private static Posting merged(Posting earlier, Posting later) {
    return new Posting(
        EARLIER,
        earlier.kind(),
        earlier.relief().plus(later.relief()),
        null,
        null,
        later.on(),
        later.paymentMeansCode());
  }
}
