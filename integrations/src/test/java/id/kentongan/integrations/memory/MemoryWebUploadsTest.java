package id.kentongan.integrations.memory;

import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.contract.WebUploadsContract;
import java.time.InstantSource;

class MemoryWebUploadsTest extends WebUploadsContract {
  private final WebUploads uploads = new MemoryWebUploads(InstantSource.system());

  @Override
  protected WebUploads uploads() {
    return uploads;
  }
}
