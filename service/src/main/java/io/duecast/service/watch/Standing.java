package io.duecast.service.watch;

/** How a part of a service stands. */
public enum Standing {
  /** It does its work. */
  READY,
  /** It starts, restores, catches up, or waits for the world; it will be ready by itself. */
  COMING,
  /** It has stopped and will not go on by itself. */
  DEAD
}
