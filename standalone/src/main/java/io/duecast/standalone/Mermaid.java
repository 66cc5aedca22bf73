package io.duecast.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A topology as a picture in Mermaid's language: topics, operators, stores. */
final class Mermaid {
  private Mermaid() {}

  static List<String> of(TopologyDescription topology) {
    List<String> lines = new ArrayList<>(List.of("flowchart LR"));
    for (Subtopology part : topology.subtopologies()) {
      lines.add("  subgraph part-%d".formatted(part.id()));
      part.nodes().forEach(node -> add(node, lines));
      lines.add("  end");
    }
    return lines;
  }

  private static void add(Node node, List<String> lines) {
    switch (node) {
      case Source it -> {
        for (String topic : new TreeSet<>(it.topicSet())) {
          lines.add("    topic-%s[[%s]] --> %s".formatted(topic, topic, it.name()));
        }
      }
      case Sink it ->
          lines.add("    %s --> topic-%s[[%s]]".formatted(it.name(), it.topic(), it.topic()));
      case Processor it -> {
        for (String store : new TreeSet<>(it.stores())) {
          lines.add("    %s -.- store-%s[(%s)]".formatted(it.name(), store, store));
        }
      }
      default -> throw new IllegalStateException("a node of another kind: " + node);
    }
    for (Node next : node.successors()) {
      lines.add("    %s --> %s".formatted(node.name(), next.name()));
    }
  }
}
