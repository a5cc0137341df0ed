package id.kentongan.dialogs.ear;

/// Understands one message. Total and pure: any text gets an [Understood], in microseconds.
public interface Ear {
  Understood hear(String text);
}
