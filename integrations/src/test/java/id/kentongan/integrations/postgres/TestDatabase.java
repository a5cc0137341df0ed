package id.kentongan.integrations.postgres;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.stores.Stores;

/// An empty database of the test's own, with its tables.
record TestDatabase(String url, Database database) implements AutoCloseable {
  static final MasterKey KEY = MasterKey.of(new byte[32]);

  static TestDatabase start() {
    String url = Stores.newDatabase();
    return new TestDatabase(url, Database.start(DatabaseUrl.parse(url, null, null), KEY));
  }

  @Override
  public void close() {
    database.close();
  }
}
