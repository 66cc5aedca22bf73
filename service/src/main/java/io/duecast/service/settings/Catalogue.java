package io.duecast.service.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that can be set, and what is passed on to Kafka's and the registry's clients. */
public final class Catalogue {
  public static final Setting DATA_DIR =
      new Setting("data-dir", Kind.PATH, "", "where the embedded stack keeps all it knows");
  public static final Setting BOOTSTRAP =
      new Setting(
          "cluster.bootstrap",
          Kind.ADDRESSES,
          "",
          "the brokers of a real cluster; empty: embedded");
  public static final Setting REGISTRY =
      new Setting(
          "registry.url", Kind.URL, "", "the schema registry of a real cluster; empty: embedded");
  public static final Setting PREFIX =
      new Setting("topics.prefix", Kind.PREFIX, "", "in front of every topic's name");
  public static final Setting PARTITIONS =
      new Setting(
          "topics.partitions", Kind.wholeNumber(1, 1000), "4", "of each topic keyed by customer");
  public static final Setting REPLICAS =
      new Setting("topics.replicas", Kind.wholeNumber(1, 9), "1", "copies of each topic");
  public static final Setting ZONE =
      new Setting("business.zone", Kind.ZONE, "UTC", "time zone in which business days begin");
  public static final Setting GRACE_DAYS =
      new Setting(
          "policy.grace-days", Kind.wholeNumber(0, 365), "3", "days past due still forgiven");
  public static final Setting TOLERANCE =
      new Setting(
          "policy.settle-tolerance", Kind.AMOUNT, "0", "a balance up to this is nothing to pay");
  public static final Setting KEEP_CLOSED_DAYS =
      new Setting(
          "ledger.keep-closed-days",
          Kind.wholeNumber(1, 36_500),
          "3653",
          "how long a closed invoice is kept for reversals and repeats");
  public static final Setting MEDIUM =
      new Setting("risk.band.medium", Kind.PROBABILITY, "0.15", "lowest probability of the band");
  public static final Setting HIGH =
      new Setting("risk.band.high", Kind.PROBABILITY, "0.35", "lowest probability of the band");
  public static final Setting VERY_HIGH =
      new Setting("risk.band.very-high", Kind.PROBABILITY, "0.6", "lowest probability of the band");
  public static final Setting THREADS =
      new Setting("flow.threads", Kind.wholeNumber(1, 64), "2", "threads that process");
  public static final Setting STANDBYS =
      new Setting(
          "flow.standbys", Kind.wholeNumber(0, 8), "0", "warm copies of each store elsewhere");
  public static final Setting LEARNING =
      new Setting(
          "learning.enabled", Kind.oneOf("on", "off"), "on", "train and release models by itself");
  public static final Setting LEARNING_LABELS =
      new Setting(
          "learning.new-labels",
          Kind.wholeNumber(1, 100_000_000),
          "1000",
          "labelled invoices after which it learns again, and a tenth more than before");
  public static final Setting LEARNING_DAYS =
      new Setting(
          "learning.every-days",
          Kind.wholeNumber(1, 3650),
          "30",
          "days after which it learns again, however few the new labels");
  public static final Setting LEARNING_TRIAL =
      new Setting(
          "learning.trial-invoices",
          Kind.wholeNumber(0, 1_000_000),
          "200",
          "live invoices that a proven model scores silently before it takes over, or those of a"
              + " week; 0: at once");
  public static final Setting LEARNING_ON_DRIFT =
      new Setting(
          "learning.on-drift",
          Kind.oneOf("on", "off"),
          "on",
          "learn earlier if live invoices are no longer those that the model was trained on");
  public static final Setting LEARNING_ON_FALLING =
      new Setting(
          "learning.on-falling-estimate",
          Kind.oneOf("on", "off"),
          "on",
          "learn earlier if the model surely does worse than it claims, or than when released");
  public static final Setting LEARNING_EFFORT =
      new Setting(
          "learning.effort",
          Kind.oneOf("full", "quick"),
          "full",
          "quick: small forests, to see how learning works rather than to live by");
  public static final Setting LEARNING_ROWS =
      new Setting(
          "learning.most-rows",
          Kind.wholeNumber(1000, 50_000_000),
          "250000",
          "labelled invoices learned from; of more, a sample");
  public static final Setting OBSERVABILITY =
      new Setting(
          "observability.address",
          Kind.LISTEN,
          "",
          "where health and metrics are served, e.g. 0.0.0.0:9464; port 0: any; empty: nowhere");
  public static final Setting LOG_FORMAT =
      new Setting(
          "logging.format",
          Kind.oneOf("plain", "json"),
          "plain",
          "of each line of a service's log");
  public static final Setting RESERVE_STARTING_RATES =
      new Setting(
          "reserves.starting-rates",
          Kind.shares(5),
          "0.003,0.016,0.036,0.066,0.106",
          "the share that is lost of what is not due, 1-30, 31-60, 61-90 and over 90 days past due,"
              + " until the company's own losses tell");
  public static final Setting RESERVE_WINDOW =
      new Setting(
          "reserves.window-months",
          Kind.wholeNumber(1, 240),
          "24",
          "calendar months of losses that the rates rest on");
  public static final Setting RESERVE_STAND_ALONE =
      new Setting(
          "reserves.stand-alone-share",
          Kind.PROBABILITY,
          "0.05",
          "the share of all receivables at which a group's own losses count as much as those of"
              + " all");
  public static final Setting RESERVE_FORWARD_LOOKING =
      new Setting(
          "reserves.forward-looking",
          Kind.FACTOR,
          "1",
          "by which rates are multiplied for what is expected of the economy");
  public static final Setting KEY_TURNOVER =
      new Setting(
          "segments.key-turnover",
          Kind.AMOUNT,
          "50000",
          "billed in twelve months, in the customer's currency, that makes a key customer");
  public static final Setting CONSOLE =
      new Setting(
          "console.address",
          Kind.LISTEN,
          "127.0.0.1:8470",
          "where the console is served; port 0: any; empty: nowhere. Where others can reach it,"
              + " people must log in");
  public static final Setting CONSOLE_USERS =
      new Setting(
          "console.users",
          Kind.TEXT,
          "",
          "the file of those who may log in to the console ('duecast users' writes it); empty:"
              + " nobody has to");
  public static final Setting CONSOLE_PUBLIC_URL =
      new Setting(
          "console.public-url",
          Kind.ORIGIN,
          "",
          "how browsers call the console where it is not on their own machine");
  public static final Setting DATABASE_URL =
      new Setting(
          "database.url",
          Kind.DATABASE,
          "",
          "the PostgreSQL of the console; empty: one of its own in data-dir");
  public static final Setting DATABASE_USER =
      new Setting("database.user", Kind.TEXT, "duecast", "who logs in to that PostgreSQL");
  public static final Setting DATABASE_PASSWORD =
      new Setting("database.password", Kind.TEXT, "", "with which password");
  public static final Setting FEATURES =
      new Setting("features.declared", Kind.FEATURES, "", "the company's own columns as features");

  /** Settings of this start go to Kafka's clients, under the name that follows. */
  public static final String CLUSTER = "cluster.";

  /** Settings of this start go to the registry's client, under the name that follows. */
  public static final String TO_REGISTRY = "registry.";

  private static final List<Setting> OF_THE_FLOWS =
      List.of(
          DATA_DIR,
          BOOTSTRAP,
          REGISTRY,
          PREFIX,
          PARTITIONS,
          REPLICAS,
          ZONE,
          GRACE_DAYS,
          TOLERANCE,
          KEEP_CLOSED_DAYS,
          MEDIUM,
          HIGH,
          VERY_HIGH,
          THREADS,
          STANDBYS,
          LEARNING,
          LEARNING_LABELS,
          LEARNING_DAYS,
          LEARNING_TRIAL,
          LEARNING_ON_DRIFT,
          LEARNING_ON_FALLING,
          LEARNING_EFFORT,
          LEARNING_ROWS,
          OBSERVABILITY,
          LOG_FORMAT,
          RESERVE_STARTING_RATES,
          RESERVE_WINDOW,
          RESERVE_STAND_ALONE,
          RESERVE_FORWARD_LOOKING,
          KEY_TURNOVER,
          CONSOLE,
          CONSOLE_USERS,
          CONSOLE_PUBLIC_URL,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          FEATURES);

  private static final List<Setting> ALL =
      Stream.concat(OF_THE_FLOWS.stream(), ReminderSettings.ALL.stream()).toList();

  /** What the flows set by themselves, and would break if somebody else did. */
  private static final Set<String> OURS =
      Set.of(
          "bootstrap.servers",
          "group.id",
          "group.instance.id",
          "transactional.id",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer",
          "enable.auto.commit",
          "isolation.level",
          "auto.offset.reset");

  private Catalogue() {}

  public static List<Setting> all() {
    return ALL;
  }

  static Optional<Setting> find(String key) {
    return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** What is wrong with a key; empty if it can be set. */
  static Optional<String> objection(String key) {
    if (find(key).isPresent()) {
      return Optional.empty();
    }
    if (key.startsWith(CLUSTER)) {
      String name = key.substring(CLUSTER.length());
      return OURS.contains(name)
          ? Optional.of("Duecast sets " + name + " itself; drop it")
          : ClientNames.ofKafka().objection(name, CLUSTER);
    }
    if (key.startsWith(TO_REGISTRY)) {
      return ClientNames.ofRegistry().objection(key.substring(TO_REGISTRY.length()), TO_REGISTRY);
    }
    List<String> keys = ALL.stream().map(Setting::key).toList();
    return Optional.of(
        NearWord.to(key, keys)
            .map(near -> "unknown; did you mean " + near + "?")
            .orElse("unknown; 'duecast config' lists all keys"));
  }

  /** Whether a value must never be shown. */
  public static boolean isSecret(String key) {
    return key.matches(
        ".*(password|secret|jaas|user\\.info|token|ssl\\.keystore\\.key|credentials(?!\\.source)).*");
  }
}
