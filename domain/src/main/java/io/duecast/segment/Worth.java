package io.duecast.segment;

/** How much a customer matters, by what was billed to it. */
public enum Worth {
  UNKNOWN,
  STANDARD,
  KEY
}
