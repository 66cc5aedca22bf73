package io.duecast.service.settings;

import io.duecast.feature.DeclaredFeature;
import io.duecast.feature.FeatureSet;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.reserve.ReservePolicy;
import io.duecast.risk.BandLimits;
import io.duecast.risk.DeskSettings;
import io.duecast.segment.SegmentRules;
import io.duecast.wire.NamedTopics;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/** What is set, checked; made by {@link SettingsReader}. */
public final class DuecastSettings {
  private static final String REGISTRY_URL = "schema.registry.url";

  private final Map<String, Stated> effective;

  DuecastSettings(Map<String, Stated> effective) {
    this.effective = Map.copyOf(effective);
  }

  /** Every setting and what is passed on, in the order of the catalogue, with its origin. */
  public List<Stated> effective() {
    List<String> order = Catalogue.all().stream().map(Setting::key).toList();
    return effective.values().stream()
        .sorted(
            (a, b) -> {
              int byOrder = Integer.compare(rank(order, a), rank(order, b));
              return byOrder != 0 ? byOrder : a.key().compareTo(b.key());
            })
        .toList();
  }

  private static int rank(List<String> order, Stated it) {
    int index = order.indexOf(it.key());
    return index < 0 ? order.size() : index;
  }

  /** One setting, with its origin. */
  public Stated of(Setting setting) {
    return Objects.requireNonNull(effective.get(setting.key()), setting.key());
  }

  public String text(Setting setting) {
    return of(setting).text();
  }

  public int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** What Kafka's clients need, with these brokers. */
  public Properties cluster(String bootstrapServers) {
    Properties cluster = new Properties();
    passedOn(Catalogue.CLUSTER).forEach(cluster::put);
    cluster.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return cluster;
  }

  /** What the registry's client needs, at this address. */
  public Map<String, Object> registry(String url) {
    Map<String, Object> registry = new HashMap<>();
    passedOn(Catalogue.TO_REGISTRY)
        .forEach(
            (name, value) ->
                registry.put(name.startsWith("ssl.") ? "schema.registry." + name : name, value));
    registry.put(REGISTRY_URL, url);
    return registry;
  }

  public NamedTopics topics() {
    return new NamedTopics(text(Catalogue.PREFIX));
  }

  public ZoneId zone() {
    return ZoneId.of(text(Catalogue.ZONE));
  }

  public List<DeclaredFeature> features() {
    return FeatureText.parse(text(Catalogue.FEATURES));
  }

  /** What the ledger and the assessment of invoices go by. */
  public LedgerSettings ledger() {
    BandLimits limits =
        new BandLimits(share(Catalogue.MEDIUM), share(Catalogue.HIGH), share(Catalogue.VERY_HIGH));
    return new LedgerSettings(
        new LedgerPolicy(
            new BigDecimal(text(Catalogue.TOLERANCE)), number(Catalogue.KEEP_CLOSED_DAYS)),
        new DeskSettings(
            new LabelPolicy(number(Catalogue.GRACE_DAYS)),
            limits,
            FeatureSet.with(features()),
            zone()),
        reserve(),
        SegmentRules.of(limits, new BigDecimal(text(Catalogue.KEY_TURNOVER))));
  }

  private ReservePolicy reserve() {
    return new ReservePolicy(
        Kind.shares(text(Catalogue.RESERVE_STARTING_RATES)),
        number(Catalogue.RESERVE_WINDOW),
        new BigDecimal(text(Catalogue.RESERVE_STAND_ALONE)),
        new BigDecimal(text(Catalogue.RESERVE_FORWARD_LOOKING)));
  }

  private double share(Setting setting) {
    return Double.parseDouble(text(setting));
  }

  private Map<String, String> passedOn(String start) {
    Map<String, String> values = new HashMap<>();
    effective
        .values()
        .forEach(
            it -> {
              if (it.key().startsWith(start) && Catalogue.find(it.key()).isEmpty()) {
                values.put(it.key().substring(start.length()), it.text());
              }
            });
    return values;
  }
}
