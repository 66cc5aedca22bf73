package io.duecast.console.projection;

import io.duecast.service.watch.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far the tables are behind the topics. Safe for threads. */
public final class Freshness {
  /** A projector at work speaks every second. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private final InstantSource clock;
  private final Map<String, Topic> topics = new TreeMap<>();
  private Standing standing = Standing.COMING;
  private String detail = "starts";
  private Instant since;
  private Instant heard;

  public Freshness(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
    this.heard = since;
  }

  /**
   * One topic.
   *
   * @param lag records that are there and not in the tables
   * @param behindSince when it fell behind; null if it is not
   */
  public record Topic(String topic, long lag, @Nullable Instant behindSince) {}

  /**
   * All of it.
   *
   * @param standing whether the projector does its work, since when, and why not
   * @param topics in order of their names
   */
  public record Reading(
      Standing standing, Instant since, String detail, Map<String, Topic> topics) {
    public Reading {
      topics = Map.copyOf(topics);
    }

    /** Whether what the tables say is what the topics say, as far as anybody can know. */
    public boolean isFresh() {
      return standing == Standing.READY
          && topics.values().stream().allMatch(it -> it.behindSince() == null);
    }
  }

  synchronized void say(Standing now, String why) {
    heard = clock.instant();
    if (now != standing) {
      since = heard;
    }
    standing = now;
    detail = why;
  }

  synchronized void lag(String topic, long lag) {
    Topic was = topics.get(topic);
    Instant behind = was == null || was.behindSince() == null ? clock.instant() : was.behindSince();
    topics.put(topic, new Topic(topic, lag, lag == 0 ? null : behind));
  }

  /** As it is now. */
  public synchronized Reading reading() {
    if (standing == Standing.READY && heard.plus(SILENCE).isBefore(clock.instant())) {
      return new Reading(Standing.COMING, heard, "the projector is held up", topics);
    }
    return new Reading(standing, since, detail, topics);
  }
}
