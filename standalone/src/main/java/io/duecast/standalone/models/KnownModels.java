package io.duecast.standalone.models;

import io.duecast.model.RiskModel;
import io.duecast.release.ModelReleased;
import io.duecast.release.Releases;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.trainer.release.ModelStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of an installation and what was decided about them. */
final class KnownModels {
  static final int SHORT_ID = 12;

  private final ModelStore store;
  private final Releases releases;

  KnownModels(Connection connection) {
    this.store = new ModelStore(connection.cluster(), connection.topics(), connection.serdes());
    this.releases = store.releases();
  }

  ModelStore store() {
    return store;
  }

  Releases releases() {
    return releases;
  }

  /** The id of the model that a person means. */
  String idOf(String meant) {
    if (meant.equals("champion")) {
      return releases
          .champion()
          .map(ModelReleased::modelId)
          .orElseThrow(() -> new CommandFailure("no model is in charge yet"));
    }
    List<String> found =
        releases.inOrder().stream()
            .map(ModelReleased::modelId)
            .distinct()
            .filter(id -> id.startsWith(meant))
            .toList();
    if (found.size() != 1) {
      throw new CommandFailure(
          found.isEmpty()
              ? "no model %s; 'duecast models list' has them"
              : "several models begin with %s: give more of the id",
          meant);
    }
    return found.getFirst();
  }

  /** The model of an id. */
  RiskModel model(String id) {
    @Nullable RiskModel model = store.model(id);
    if (model == null) {
      throw new CommandFailure("model %s was never released: its file was not kept", id);
    }
    return model;
  }

  static String brief(String modelId) {
    return modelId.length() > SHORT_ID ? modelId.substring(0, SHORT_ID) : modelId;
  }
}
