package io.duecast.book.mapping;

import io.duecast.feature.DeclaredFeature;

/** A column of the company's own that goes along with a fact. */
public record DeclaredAttribute(String name, Type type, Field field) {
  /** How its values are read. */
  public enum Type {
    NUMERIC,
    CATEGORY
  }

  DeclaredFeature featureIn(SectionKind section) {
    DeclaredFeature.Source source =
        switch (section) {
          case INVOICES, PAYMENTS -> DeclaredFeature.Source.INVOICE;
          case CUSTOMERS, CUSTOMER_MONTHS -> DeclaredFeature.Source.CUSTOMER;
        };
    return new DeclaredFeature(name, source, type == Type.CATEGORY);
  }
}
