package io.duecast.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duecast.feature.DeclaredFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir Path directory;

  @Test
  void whereNobodySetsAnythingTheDefaultsOfTheDomainHold() {
    LedgerSettings settings = new SettingsReader().read().ledger();

    assertThat(settings.ledger()).isEqualTo(LedgerSettings.DEFAULT.ledger());
    assertThat(settings.desk().policy()).isEqualTo(LedgerSettings.DEFAULT.desk().policy());
    assertThat(settings.desk().limits()).isEqualTo(LedgerSettings.DEFAULT.desk().limits());
    assertThat(settings.desk().zone()).isEqualTo(LedgerSettings.DEFAULT.desk().zone());
    assertThat(settings.desk().features().fingerprint())
        .isEqualTo(LedgerSettings.DEFAULT.desk().features().fingerprint());
  }

  @Test
  void eachSourceWinsOverTheOneBefore() throws IOException {
    Path file = yaml("topics:", "  partitions: 11", "  replicas: 2", "flow.threads: 3");

    DuecastSettings settings =
        new SettingsReader()
            .file(file)
            .environment(Map.of("DUECAST_TOPICS_PARTITIONS", "13", "DUECAST_FLOW_THREADS", "5"))
            .assignment("topics.partitions=17", "--set")
            .read();

    assertThat(settings.of(Catalogue.PARTITIONS))
        .isEqualTo(new Stated("topics.partitions", "17", "--set"));
    assertThat(settings.of(Catalogue.THREADS).origin()).isEqualTo("DUECAST_FLOW_THREADS");
    assertThat(settings.of(Catalogue.REPLICAS).origin()).isEqualTo(file + ":3");
    assertThat(settings.of(Catalogue.ZONE).isStated()).isFalse();
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsPlace() throws IOException {
    Path file = yaml("topics:", "  partitons: 4", "policy.grace-days: -1", "business.zone: Mars");

    List<SettingMistake> mistakes =
        mistakesOf(
            new SettingsReader()
                .file(file)
                .environment(Map.of("DUECAST_FLOW_TREADS", "2"))
                .assignment("topics.replicas=many", "--set")
                .assignment("nonsense", "--set"));

    assertThat(mistakes)
        .extracting(SettingMistake::toString)
        .containsExactly(
            file + ":2: topics.partitons: unknown; did you mean topics.partitions?",
            file + ":3: policy.grace-days: '-1' is not a whole number from 0 to 365",
            file + ":4: business.zone: 'Mars' is not a time zone such as Europe/Berlin or UTC",
            "DUECAST_FLOW_TREADS: unknown; did you mean DUECAST_FLOW_THREADS?",
            "--set: topics.replicas: 'many' is not a whole number from 1 to 9",
            "--set nonsense: expected key=value");
  }

  @Test
  void bandsThatDoNotRiseAreRefused() {
    assertThat(
            mistakesOf(
                new SettingsReader()
                    .assignment("risk.band.medium=0.5", "--set")
                    .assignment("risk.band.high=0.4", "--set")))
        .singleElement()
        .asString()
        .contains("must rise", "0.5 (--set)", "0.4 (--set)", "0.6 (default)");
  }

  @Test
  void whatIsNoYamlIsToldWithItsLine() throws IOException {
    Path file = yaml("topics:", "  prefix: [");

    assertThat(mistakesOf(new SettingsReader().file(file)))
        .singleElement()
        .asString()
        .startsWith(file + ":")
        .contains("no YAML");
  }

  @Test
  void aFileThatIsNotThereStatesNothing() {
    assertThat(new SettingsReader().file(directory.resolve("none.yaml")).read().effective())
        .noneMatch(Stated::isStated);
  }

  @Test
  void clientsGetWhatIsMeantForThem() {
    DuecastSettings settings =
        new SettingsReader()
            .environment(Map.of("DUECAST_CLUSTER_SECURITY_PROTOCOL", "SASL_SSL"))
            .assignment("registry.ssl.truststore.location=/t", "--set")
            .assignment("registry.basic.auth.user.info=me:secret", "--set")
            .read();

    assertThat(settings.cluster("a:1"))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("bootstrap.servers", "a:1")
        .hasSize(2);
    assertThat(settings.registry("http://r"))
        .containsEntry("schema.registry.url", "http://r")
        .containsEntry("schema.registry.ssl.truststore.location", "/t")
        .containsEntry("basic.auth.user.info", "me:secret")
        .hasSize(3);
  }

  @Test
  void aSlipInTheNameOfAClientsSettingIsFoundAndAPlugInsNameIsNot() {
    assertThat(mistakesOf(new SettingsReader().assignment("cluster.security.protocl=SSL", "--set")))
        .singleElement()
        .asString()
        .contains("did you mean cluster.security.protocol?");
    assertThat(new SettingsReader().assignment("cluster.my.plugin.key=1", "--set").read())
        .isNotNull();
  }

  @Test
  void whatTheFlowsSetThemselvesCannotBeSet() {
    assertThat(mistakesOf(new SettingsReader().assignment("cluster.group.id=mine", "--set")))
        .singleElement()
        .asString()
        .contains("Duecast sets group.id itself");
  }

  @Test
  void secretsAreNeverShown() {
    DuecastSettings settings =
        new SettingsReader()
            .assignment("cluster.ssl.key.password=hush", "--set")
            .assignment("cluster.sasl.jaas.config=hush", "--set")
            .assignment("registry.basic.auth.user.info=me:hush", "--set")
            .assignment("registry.url=http://me:hush@host/", "--set")
            .read();

    assertThat(settings.effective()).extracting(Stated::shown).noneMatch(it -> it.contains("hush"));
    assertThat(settings.effective()).extracting(Stated::shown).contains("http://********@host/");
  }

  @Test
  void aWrongSecretIsNotShownInTheMistakeEither() {
    assertThat(
            mistakesOf(new SettingsReader().assignment("registry.url=ftp://me:hush@host", "--set")))
        .singleElement()
        .asString()
        .contains("registry.url")
        .doesNotContain("hush");
  }

  @Test
  void featuresAreDeclaredAsTextOrAsMaps() throws IOException {
    Path file =
        yaml(
            "features.declared:",
            "  - invoice.rate:number",
            "  - {source: customer, name: region, type: category}");

    assertThat(new SettingsReader().file(file).read().features())
        .containsExactly(
            new DeclaredFeature("rate", DeclaredFeature.Source.INVOICE, false),
            new DeclaredFeature("region", DeclaredFeature.Source.CUSTOMER, true));
  }

  @Test
  void aWordFromTheCrmOrAFeatureTwiceIsRefused() {
    assertThat(mistakesOf(new SettingsReader().assignment("features.declared=crm.x:category", "-")))
        .hasSize(1);
    assertThat(
            mistakesOf(
                new SettingsReader()
                    .assignment("features.declared=crm.x:number,crm.x:number", "-")))
        .hasSize(1);
  }

  private Path yaml(String... lines) throws IOException {
    return Files.write(directory.resolve("duecast.yaml"), List.of(lines));
  }

  private static List<SettingMistake> mistakesOf(SettingsReader reader) {
    return catchThrowableOfType(SettingsException.class, reader::read).mistakes();
  }
}
