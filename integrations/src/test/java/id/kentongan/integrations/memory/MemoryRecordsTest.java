package id.kentongan.integrations.memory;

import id.kentongan.integrations.Records;
import id.kentongan.integrations.contract.RecordsContract;

class MemoryRecordsTest extends RecordsContract {
  private final MemoryRecords records = new MemoryRecords(clock);

  @Override
  protected Records records() {
    return records;
  }
}
