package id.kentongan.dialogs.mind;

/// The contribution calculator in a conversation (A2): price by month for what the message tells.
final class Contribution {
  boolean calculated(Scene scene, Opening opening) {
    return false;
  }
}
