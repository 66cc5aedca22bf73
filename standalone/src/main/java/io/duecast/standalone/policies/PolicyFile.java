package io.duecast.standalone.policies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duecast.dunning.Channel;
import io.duecast.dunning.ContactCap;
import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.DunningStep;
import io.duecast.dunning.Holdout;
import io.duecast.dunning.Holiday;
import io.duecast.dunning.Ladder;
import io.duecast.dunning.SendTimes;
import io.duecast.risk.RiskBand;
import io.duecast.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A policy as a person writes it, in YAML; all that is wrong with it is said at once. */
final class PolicyFile {
  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String HOLIDAY = "(\\d{4}-)?\\d{2}-\\d{2}";

  private final List<String> mistakes = new ArrayList<>();

  private PolicyFile() {}

  /**
   * The policy in a file.
   *
   * @throws CommandFailure with every mistake and its path
   */
  static DunningPolicy read(Path file) {
    try {
      return parse(Files.readString(file), file.getFileName().toString());
    } catch (IOException e) {
      throw new CommandFailure("%s cannot be read: %s", file, e.getClass().getSimpleName());
    }
  }

  /**
   * The policy in a text.
   *
   * @param name the file's, for the message
   */
  static DunningPolicy parse(String text, String name) {
    PolicyFile file = new PolicyFile();
    Optional<DunningPolicy> policy = file.policy(file.tree(text));
    if (policy.isEmpty() || !file.mistakes.isEmpty()) {
      throw new CommandFailure("%s: %s", name, String.join("\n  ", file.mistakes));
    }
    return policy.get();
  }

  private JsonNode tree(String text) {
    YAMLMapper yaml = new YAMLMapper();
    yaml.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    try {
      JsonNode tree = yaml.readTree(text);
      if (tree.isObject()) {
        return tree;
      }
      mistakes.add("it has no keys; begin with 'policy: NAME'");
    } catch (JsonProcessingException e) {
      mistakes.add(
          "line %d: no YAML: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
    return yaml.createObjectNode();
  }

  private Optional<DunningPolicy> policy(JsonNode tree) {
    if (!mistakes.isEmpty()) {
      return Optional.empty();
    }
    PolicyPart root = new PolicyPart("", tree, mistakes);
    root.knowing(
        "policy", "version", "ladders", "send", "holidays", "cap", "expire-days", "holdout");
    List<Ladder> ladders = new ArrayList<>();
    root.parts("ladders").forEach(it -> ladder(it).ifPresent(ladders::add));
    SendTimes times =
        root.has("send")
            ? times(root.of("send")).orElse(SendTimes.OFFICE_HOURS)
            : SendTimes.OFFICE_HOURS;
    PolicyPart cap = root.of("cap").knowing("most", "days");
    ContactCap most =
        cap.build(() -> new ContactCap(cap.whole("most"), cap.whole("days")))
            .orElse(new ContactCap(1, 1));
    Holdout holdout =
        root.has("holdout") ? holdout(root.of("holdout")).orElse(Holdout.DEFAULT) : Holdout.DEFAULT;
    List<Holiday> holidays = holidays(root.of("holidays"));
    return root.build(
        () ->
            new DunningPolicy(
                root.text("policy"),
                root.whole("version"),
                ladders,
                times,
                holidays,
                most,
                root.whole("expire-days"),
                holdout));
  }

  private static Optional<Ladder> ladder(PolicyPart part) {
    part.knowing("name", "bands", "segments", "steps");
    List<DunningStep> steps = new ArrayList<>();
    part.parts("steps").forEach(it -> step(it).ifPresent(steps::add));
    return part.build(
        () ->
            new Ladder(
                part.text("name"),
                part.constants("bands", RiskBand.class),
                part.words("segments"),
                steps));
  }

  private static Optional<DunningStep> step(PolicyPart part) {
    part.knowing("step", "days", "channels", "template");
    return part.build(
        () ->
            new DunningStep(
                part.text("step"),
                part.whole("days"),
                part.constants("channels", Channel.class),
                part.text("template", part.text("step"))));
  }

  private static Optional<SendTimes> times(PolicyPart part) {
    part.knowing("from", "until", "weekdays");
    return part.build(
        () -> new SendTimes(part.minute("from"), part.minute("until"), weekdays(part)));
  }

  private static List<Integer> weekdays(PolicyPart part) {
    if (!part.has("weekdays")) {
      return SendTimes.OFFICE_HOURS.weekdays();
    }
    List<Integer> days = new ArrayList<>();
    for (String word : part.words("weekdays")) {
      int index = WEEKDAYS.indexOf(word.toLowerCase(Locale.ROOT));
      if (index < 0) {
        part.mistake(
            part.at("weekdays"), "'" + word + "' is none of " + String.join(", ", WEEKDAYS));
      } else {
        days.add(index + 1);
      }
    }
    return days;
  }

  private static Optional<Holdout> holdout(PolicyPart part) {
    part.knowing("share", "seed");
    return part.build(() -> new Holdout(part.share("share"), part.text("seed", "1")));
  }

  private static List<Holiday> holidays(PolicyPart part) {
    List<Holiday> holidays = new ArrayList<>();
    for (String country : part.keys()) {
      for (String day : part.words(country)) {
        if (day.matches(HOLIDAY)) {
          part.build(() -> holiday(country, day)).ifPresent(holidays::add);
        } else {
          part.mistake(part.at(country), "'" + day + "' is no day such as 12-25, or 2026-04-03");
        }
      }
    }
    return holidays;
  }

  private static Holiday holiday(String country, String day) {
    int length = day.length();
    int month = Integer.parseInt(day.substring(length - 5, length - 3));
    int ofMonth = Integer.parseInt(day.substring(length - 2));
    Integer year = length == 10 ? Integer.valueOf(day.substring(0, 4)) : null;
    return new Holiday(country, month, ofMonth, year);
  }
}
