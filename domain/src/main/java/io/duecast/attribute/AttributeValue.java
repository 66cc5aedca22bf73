package io.duecast.attribute;

/** The value of a column of the company's own. */
public sealed interface AttributeValue {
  /** A number; never NaN: an unknown value is left out. */
  record Numeric(double value) implements AttributeValue {}

  /** One of a set of words. */
  record Category(String value) implements AttributeValue {}
}
