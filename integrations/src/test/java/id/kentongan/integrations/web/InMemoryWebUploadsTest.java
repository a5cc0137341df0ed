package id.kentongan.integrations.web;

import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.fakes.InMemoryWebUploads;
import java.time.InstantSource;

class InMemoryWebUploadsTest extends WebUploadsContract {
  private final WebUploads uploads = new InMemoryWebUploads(InstantSource.system());

  @Override
  protected WebUploads uploads() {
    return uploads;
  }
}
