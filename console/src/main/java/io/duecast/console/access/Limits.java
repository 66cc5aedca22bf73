package io.duecast.console.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often each of many may do something. Safe for threads. */
public final class Limits {
  private static final int MOST_KNOWN = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  /**
   * @param atOnce without waiting
   * @param perMinute in the long run
   */
  public Limits(int atOnce, int perMinute) {
    Bandwidth limit =
        Bandwidth.builder().capacity(atOnce).refillGreedy(perMinute, Duration.ofMinutes(1)).build();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(Duration.ofHours(1))
            .build(who -> Bucket.builder().addLimit(limit).build());
  }

  /** Whether somebody may do it now; counted if so. */
  public boolean allows(String who) {
    return buckets.get(who).tryConsume(1);
  }
}
