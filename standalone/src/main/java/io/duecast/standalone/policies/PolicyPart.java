package io.duecast.standalone.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A part of a policy's file that knows where it stands; what is wrong with it is noted.
 *
 * @param path keys from the root, joined by dots; empty for the root
 */
record PolicyPart(String path, JsonNode node, List<String> mistakes) {
  /** The part under a key; one that holds nothing if it is not there. */
  PolicyPart of(String key) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isObject()) {
      mistake(at(key), "keys are expected here");
    }
    return new PolicyPart(at(key), value.isObject() ? value : MissingNode.getInstance(), mistakes);
  }

  boolean has(String key) {
    return node.has(key);
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Notes every key that is not known. */
  PolicyPart knowing(String... known) {
    List<String> all = List.of(known);
    for (String key : keys()) {
      if (!all.contains(key)) {
        mistake(at(key), "unknown; known here: " + String.join(", ", known));
      }
    }
    return this;
  }

  /** The parts of a list. */
  List<PolicyPart> parts(String key) {
    List<PolicyPart> parts = new ArrayList<>();
    JsonNode list = node.path(key);
    if (!list.isArray()) {
      mistake(at(key), "a list is expected here, each entry beginning with '- '");
    }
    for (JsonNode each : list) {
      parts.add(new PolicyPart(at(key) + "[" + parts.size() + "]", each, mistakes));
    }
    return parts;
  }

  String text(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isContainerNode() || value.asText().isBlank()) {
      mistake(at(key), "a word is expected here");
      return "?";
    }
    return value.asText();
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  int whole(String key) {
    String text = text(key);
    if (!text.matches("[+-]?\\d{1,6}")) {
      mistake(at(key), "'" + text + "' is no whole number");
      return 1;
    }
    return Integer.parseInt(text);
  }

  double share(String key) {
    String text = text(key);
    if (!text.matches("0?\\.\\d{1,9}|0")) {
      mistake(at(key), "'" + text + "' is no share from 0 to below 1, such as 0.05");
      return 0;
    }
    return Double.parseDouble(text);
  }

  /** Minutes of the day. */
  int minute(String key) {
    String text = text(key);
    if (!text.matches("([01]?\\d|2[0-3]):[0-5]\\d|24:00")) {
      mistake(at(key), "'" + text + "' is no time of the day, such as \"09:00\"");
      return 0;
    }
    int colon = text.indexOf(':');
    return 60 * Integer.parseInt(text.substring(0, colon))
        + Integer.parseInt(text.substring(colon + 1));
  }

  /** Words of a list; none if it is not there. */
  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    JsonNode list = node.path(key);
    if (!list.isMissingNode() && !list.isArray()) {
      mistake(at(key), "a list is expected here, such as [a, b]");
    }
    list.forEach(it -> words.add(it.asText()));
    return words;
  }

  /** Words of a list as constants, in any case. */
  <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
    List<E> constants = new ArrayList<>();
    for (String word : words(key)) {
      String wanted = word.toUpperCase(Locale.ROOT).replace('-', '_');
      Arrays.stream(type.getEnumConstants())
          .filter(it -> it.name().equals(wanted) && !wanted.equals("UNKNOWN"))
          .findFirst()
          .ifPresentOrElse(constants::add, () -> mistake(at(key), unknown(word, type)));
    }
    return constants;
  }

  private static <E extends Enum<E>> String unknown(String word, Class<E> type) {
    TreeSet<String> known = new TreeSet<>();
    for (E each : type.getEnumConstants()) {
      known.add(each.name().toLowerCase(Locale.ROOT));
    }
    known.remove("unknown");
    return "'" + word + "' is none of " + String.join(", ", known);
  }

  /** Builds something; what it refuses is a mistake of this part. */
  <T> Optional<T> build(Supplier<T> make) {
    int before = mistakes.size();
    try {
      T made = make.get();
      return mistakes.size() == before ? Optional.of(made) : Optional.empty();
    } catch (IllegalArgumentException e) {
      if (mistakes.size() == before) {
        mistake(path.isEmpty() ? "policy" : path, String.valueOf(e.getMessage()));
      }
      return Optional.empty();
    }
  }

  void mistake(String where, String what) {
    mistakes.add(where + ": " + what);
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
