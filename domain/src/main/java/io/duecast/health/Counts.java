package io.duecast.health;

import static io.duecast.check.Check.require;

import java.util.ArrayList;
import java.util.List;

/**
 * How many lie in each of many places, of which most are empty.
 *
 * @param places that are not empty, rising
 * @param rows in each of these; negative where more was taken back than was told
 */
public record Counts(List<Integer> places, List<Long> rows) {
  public static final Counts NONE = new Counts(List.of(), List.of());

  public Counts {
    places = List.copyOf(places);
    rows = List.copyOf(rows);
    require(places.size() == rows.size(), "%d places, %d counts", places.size(), rows.size());
  }

  /** What is in each place, the empty ones too. */
  static Counts of(long[] dense) {
    List<Integer> places = new ArrayList<>();
    List<Long> rows = new ArrayList<>();
    for (int place = 0; place < dense.length; place++) {
      if (dense[place] != 0) {
        places.add(place);
        rows.add(dense[place]);
      }
    }
    return new Counts(places, rows);
  }

  /** These, the empty places too, from one place on. */
  long[] dense(int from, int count) {
    long[] dense = new long[count];
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i) - from;
      if (place >= 0 && place < count) {
        dense[place] += rows.get(i);
      }
    }
    return dense;
  }

  Counts plus(Counts more) {
    List<Integer> sumPlaces = new ArrayList<>();
    List<Long> sums = new ArrayList<>();
    int mine = 0;
    int its = 0;
    while (mine < places.size() || its < more.places.size()) {
      int myPlace = mine < places.size() ? places.get(mine) : Integer.MAX_VALUE;
      int itsPlace = its < more.places.size() ? more.places.get(its) : Integer.MAX_VALUE;
      long sum = 0;
      if (myPlace <= itsPlace) {
        sum += rows.get(mine++);
      }
      if (itsPlace <= myPlace) {
        sum += more.rows.get(its++);
      }
      if (sum != 0) {
        sumPlaces.add(Math.min(myPlace, itsPlace));
        sums.add(sum);
      }
    }
    return new Counts(sumPlaces, sums);
  }
}
