package id.kentongan.integrations.memory;

import id.kentongan.integrations.Files;
import id.kentongan.integrations.contract.FilesContract;

class MemoryFilesTest extends FilesContract {
  private final MemoryFiles files = new MemoryFiles();

  @Override
  protected Files files() {
    return files;
  }
}
