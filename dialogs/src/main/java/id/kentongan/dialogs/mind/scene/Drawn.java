package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.Answer;

/// What a village is told of something that was to be drawn: the file, or why there is none.
public final class Drawn {
  private Drawn() {}

  public static void tell(Scene scene, Answer answer) {
    if (answer instanceof Answer.FileMade made) {
      scene.say("village.drawn");
      scene.attach(made.file());
    } else if (answer instanceof Answer.NoCertificate) {
      scene.say("village.certificate.none", "kantor", scene.content().offices().branch());
    } else {
      scene.say("given-up");
    }
  }
}
