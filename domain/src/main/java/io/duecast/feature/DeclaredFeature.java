package io.duecast.feature;

import static io.duecast.check.Check.require;

/**
 * A column of the company's own, or a published indicator, that becomes a feature by declaration.
 *
 * @param name as it stands in the events
 * @param source where it is looked up
 * @param isCategory a word, not a number
 */
public record DeclaredFeature(String name, Source source, boolean isCategory) {

  /** Where a declared feature is looked up. */
  public enum Source {
    INVOICE,
    CUSTOMER,
    CRM,
    INDICATOR
  }

  public DeclaredFeature {
    require(!name.isBlank(), "a declared feature has no name");
    require(
        !isCategory || source == Source.INVOICE || source == Source.CUSTOMER,
        "%s: a word cannot come from %s",
        name,
        source);
  }

  /** The name on the wire: the source keeps it apart from the catalogue. */
  public String key() {
    return switch (source) {
      case INVOICE -> "invoice." + name;
      case CUSTOMER -> "customer." + name;
      case CRM -> "crm." + name;
      case INDICATOR -> "indicator." + name;
    };
  }
}
