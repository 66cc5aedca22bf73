package io.duecast.containers;

import io.duecast.streams.Flows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** A transaction of the ledger as the broker sees it; another begin makes it another. */
record Transaction(String transactionalId, int epoch, long beganAt) {

  /** Those that are open now. */
  static Set<Transaction> open(Admin admin, Installation installation)
      throws InterruptedException, ExecutionException {
    String ours = installation.groupOf(Flows.LEDGER);
    ListTransactionsOptions ongoing =
        new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
    List<String> ids =
        admin.listTransactions(ongoing).all().get().stream()
            .map(TransactionListing::transactionalId)
            .filter(it -> it.startsWith(ours))
            .toList();
    Set<Transaction> open = new HashSet<>();
    admin
        .describeTransactions(ids)
        .all()
        .get()
        .forEach(
            (id, it) -> {
              if (it.state() == TransactionState.ONGOING) {
                open.add(of(id, it));
              }
            });
    return open;
  }

  private static Transaction of(String id, TransactionDescription it) {
    return new Transaction(id, it.producerEpoch(), it.transactionStartTimeMs().orElse(0));
  }
}
