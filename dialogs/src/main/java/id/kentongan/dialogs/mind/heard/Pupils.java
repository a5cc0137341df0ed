package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.content.Rules.School.Level;
import id.kentongan.dialogs.content.Scholarship;
import id.kentongan.dialogs.content.Scholarship.Pupil;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads children as a family tells them: `10 tahun kelas 4 SD, yang besar umur 16 kelas 1 SMA`. A
/// child begins where a value is told that the one before already has.
public final class Pupils {
  private static final int OLDEST = 40;

  private final Scene scene;
  private final List<String> words;
  private final List<Pupil> read = new ArrayList<>();
  private @Nullable String level;
  private @Nullable Integer grade;
  private @Nullable Integer age;
  private boolean half;

  private Pupils(Scene scene, String text) {
    this.scene = scene;
    String spaced =
        text.toLowerCase(Locale.ROOT).replaceAll("(?<=\\d)(?=\\p{L})|(?<=\\p{L})(?=\\d)", " ");
    this.words = List.of(spaced.strip().split("[^\\p{L}\\p{N}]+"));
  }

  /// The children told, or a reason that asks for what is missing.
  public static Parsed<List<Pupil>> read(Scene scene, String text) {
    return new Pupils(scene, text).read();
  }

  private Parsed<List<Pupil>> read() {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.matches("\\d{1,2}")) {
        number(i, Integer.parseInt(word));
      } else {
        level(i).ifPresent(this::level);
      }
    }
    ends();
    if (half || read.isEmpty()) {
      return new Parsed.Invalid<>("claim.children-unclear", "");
    }
    return new Parsed.Value<>(List.copyOf(read));
  }

  private void number(int at, int number) {
    boolean ofGrade = says(at - 1, "claim.school.grade") || (after(at) && age != null);
    boolean ofAge = says(at - 1, "claim.school.age") || says(at + 1, "claim.school.years");
    if (ofGrade && !ofAge) {
      if (grade != null) {
        ends();
      }
      grade = number;
    } else if (ofAge || age == null) {
      if (age != null) {
        ends();
      }
      age = number;
    }
  }

  private void level(String key) {
    if (level != null && !level.equals(key)) {
      ends();
    }
    level = key;
  }

  private boolean after(int at) {
    return at > 0 && level(at - 1).isPresent();
  }

  private boolean says(int at, String key) {
    return at >= 0 && at < words.size() && Listed.any(scene, key, words.get(at));
  }

  /// The level that a word names; `belum sekolah` is two words.
  private Optional<String> level(int at) {
    String two = at + 1 < words.size() ? words.get(at) + ' ' + words.get(at + 1) : words.get(at);
    if (Listed.any(scene, "claim.school.none", two)) {
      return Optional.of(Scholarship.NOT_YET);
    }
    return levels().stream()
        .map(Level::key)
        .filter(key -> says(at, "claim.school." + key))
        .findFirst();
  }

  private List<Level> levels() {
    return scene.content().rules().school().levels();
  }

  private void ends() {
    if (level == null && grade == null && age == null) {
      return;
    }
    Optional<Pupil> child = child();
    child.ifPresent(read::add);
    half |= child.isEmpty();
    level = null;
    grade = null;
    age = null;
  }

  private Optional<Pupil> child() {
    Integer years = age;
    if (level == null || years == null || years > OLDEST) {
      return Optional.empty();
    }
    if (level.equals(Scholarship.NOT_YET)) {
      return Optional.of(new Pupil(level, 1, years));
    }
    int before = 0;
    for (Level known : levels()) {
      if (known.key().equals(level)) {
        return within(known, before).map(g -> new Pupil(known.key(), g, years));
      }
      before += known.key().equals("tk") ? 0 : known.years();
    }
    return Optional.empty();
  }

  /// The year within the level: `kelas 8` is the second of SMP. The first where the level has no
  /// classes to tell.
  private Optional<Integer> within(Level known, int before) {
    Integer told = grade;
    if (told == null) {
      boolean untold = known.key().equals("tk") || known.key().equals("kuliah");
      return untold ? Optional.of(1) : Optional.empty();
    }
    int within = told > known.years() ? told - before : told;
    return within >= 1 && within <= known.years() ? Optional.of(within) : Optional.empty();
  }
}
