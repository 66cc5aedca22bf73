package io.duecast.book.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A quality report as JSON. */
final class QualityJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QualityJson() {}

  static String of(QualityReport report) {
    ObjectNode root = JSON.createObjectNode().put("book", report.book());
    ArrayNode files = root.putArray("files");
    for (QualityReport.OfFile file : report.files()) {
      ObjectNode node =
          files
              .addObject()
              .put("section", file.section().key())
              .put("file", file.file())
              .put("rows", file.rows())
              .put("kept", file.kept())
              .put("rejected", file.rejected());
      ArrayNode rules = node.putArray("rules");
      file.rules().forEach(rule -> add(rules, rule));
    }
    return root.toPrettyString();
  }

  private static void add(ArrayNode rules, QualityReport.OfRule rule) {
    ObjectNode node =
        rules
            .addObject()
            .put("rule", rule.rule().name())
            .put("severity", rule.severity().name())
            .put("meaning", rule.rule().meaning())
            .put("count", rule.count());
    ArrayNode examples = node.putArray("examples");
    for (QualityReport.Example example : rule.examples()) {
      examples
          .addObject()
          .put("row", example.row())
          .put("column", example.column())
          .put("value", example.value());
    }
  }
}
