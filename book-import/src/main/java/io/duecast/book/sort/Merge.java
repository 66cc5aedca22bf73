package io.duecast.book.sort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several sorted runs as one. */
final class Merge<T> implements Iterator<T>, AutoCloseable {
  private final PriorityQueue<Head<T>> heads;
  private final List<Run<T>> runs = new ArrayList<>();

  Merge(List<Run.OnDisk> files, Codec<T> codec, Comparator<T> order) {
    heads =
        new PriorityQueue<>(
            Comparator.<Head<T>, T>comparing(head -> head.value, order)
                .thenComparingInt(head -> head.run));
    for (Run.OnDisk file : files) {
      Run<T> run = Run.open(file, codec);
      push(run, runs.size());
      runs.add(run);
    }
  }

  private record Head<T>(T value, int run) {}

  private void push(Run<T> run, int index) {
    if (run.hasNext()) {
      heads.add(new Head<>(run.next(), index));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public T next() {
    Head<T> least = heads.poll();
    if (least == null) {
      throw new NoSuchElementException("the runs are read");
    }
    push(runs.get(least.run), least.run);
    return least.value;
  }

  @Override
  public void close() {
    runs.forEach(Run::close);
  }
}
