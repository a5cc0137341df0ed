package id.kentongan.integrations.postgres.matters;

/// Where a ticket stands: nobody has it yet, an officer has the conversation, it is done.
public enum TicketState {
  WAITING,
  TAKEN,
  DONE
}
