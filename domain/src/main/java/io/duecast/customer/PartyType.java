package io.duecast.customer;

/** What kind of party a customer is. */
public enum PartyType {
  UNKNOWN,
  COMPANY,
  SOLE_TRADER,
  PERSON,
  PUBLIC
}
