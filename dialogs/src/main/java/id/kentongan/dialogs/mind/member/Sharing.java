package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What is known and to be kept apart where several people share one phone (S2).
public final class Sharing {
  /// The fact that this conversation belongs to more than one person.
  static final String SEVERAL = "several";

  /// What is one person's alone.
  private static final Set<String> PERSONAL =
      Set.of(
          Status.MEMBERSHIP,
          Status.CONTRIBUTION,
          Status.ENROLLMENT,
          Status.CLAIM,
          "card.get",
          Privacy.READ,
          Privacy.ERASE,
          Card.INTENT);

  /// The fact that it is somebody of the family whose matter is being asked for.
  private static final String KINS = "status.kins";

  /// Who is spoken to is nobody of the family: `mas, aku wis daftar`.
  private static final Pattern CALLED = Pattern.compile("^\\s*\\p{L}+\\s*,");

  private Sharing() {}

  /// Of whom of the family a matter is asked that only they may see: `cek punya istri saya`; not
  /// `suami saya daftarkan saya kemarin`.
  public static Optional<String> kin(Scene scene, String intent, String text) {
    boolean personal = Status.STANDING.contains(intent) || intent.equals(Card.INTENT);
    if (!personal
        || scene.fact(AgentLogin.AGENT) != null
        || Listed.any(scene, "accident.death-words", text)) {
      return Optional.empty();
    }
    Set<String> kin = scene.heard("claim.whose-words");
    Set<String> own = scene.heard("claim.relation-own");
    List<String> told = Listed.tokens(text);
    boolean self =
        IntStream.range(0, told.size())
            .filter(i -> own.contains(told.get(i)))
            .filter(i -> i == 0 || !kin.contains(told.get(i - 1)))
            .anyMatch(i -> !behind(scene, "profile.wanting-words", told, i + 1));
    return self
        ? Optional.empty()
        : IntStream.range(CALLED.matcher(text).find() ? 1 : 0, told.size())
            .filter(i -> theirs(scene, told, i))
            .mapToObj(told::get)
            .map(who -> who.replaceFirst("ku$", ""))
            .findFirst();
  }

  /// `istriku`, `istri saya`, `punya istri`.
  private static boolean theirs(Scene scene, List<String> told, int at) {
    Set<String> kin = scene.heard("claim.whose-words");
    return Bereaved.joined(kin, told.get(at))
        || (kin.contains(told.get(at))
            && (behind(scene, "claim.relation-own", told, at + 1)
                || behind(scene, "profile.of-words", told, at - 1)));
  }

  private static boolean behind(Scene scene, String key, List<String> told, int at) {
    return at >= 0 && at < told.size() && scene.heard(key).contains(told.get(at));
  }

  /// What comes next is of somebody of the family.
  static void ofKin(Scene scene) {
    scene.remember(KINS, "yes");
  }

  /// What comes next is one's own again.
  static void ofOwn(Scene scene) {
    scene.forget(KINS);
  }

  /// Whether a wish must not be answered before it is clear whose it is.
  public static boolean guards(Scene scene, String intent) {
    return several(scene) && PERSONAL.contains(intent);
  }

  public static boolean several(Scene scene) {
    return scene.fact(SEVERAL) != null;
  }

  /// Whether words say that it is for somebody else than before.
  public static boolean asked(Scene scene, String text) {
    return Commands.listed(scene, "profile.switch-words", text);
  }

  /// Whether with this person the phone is shared; noted from then on.
  public static boolean joins(Scene scene, String person) {
    String before = scene.turn().talk().person();
    boolean other = before != null && !before.equals(person);
    if (other || scene.fact(KINS) != null) {
      scene.remember(SEVERAL, "yes");
    }
    ofOwn(scene);
    return several(scene);
  }

  /// What one person came for is done: the next one is asked again for whom it is.
  static void close(Scene scene) {
    if (several(scene)) {
      scene.bind(null);
    }
  }
}
