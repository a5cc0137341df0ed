package id.kentongan.integrations.memory;

import id.kentongan.integrations.Resting;
import id.kentongan.integrations.contract.RestingContract;

class MemoryRestingTest extends RestingContract {
  private final Resting resting = new MemoryResting();

  @Override
  protected Resting resting() {
    return resting;
  }
}
