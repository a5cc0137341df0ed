package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Parted;
import id.kentongan.dialogs.mind.claim.ClaimAside;
import id.kentongan.dialogs.mind.claim.ClaimTold;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.heard.Ages;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.KinsWork;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.village.VillageBudget;
import id.kentongan.dialogs.mind.village.VillageCoverage;
import id.kentongan.dialogs.talk.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Questions that go on with the one before (`kalau setahun?`, `kalau istri saya?`, `kalau baru
/// daftar 2 bulan?`): they keep its subject and what was told for it.
public final class FollowUps {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

  /// As many words as only go on with a question: `kalau anak saya gimana`.
  private static final int BRIEF = 4;

  /// Why a price rises: the discount ends.
  private static final String DISCOUNT = "ask.discount";

  private FollowUps() {}

  /// The intent that these words go on with (who tells work and income, and may want to enrol,
  /// does); a sure wish of another kind is not overruled unless
  /// they suppose (`kalau ...`).
  public static Optional<String> subject(Scene scene, @Nullable State top, Understood words) {
    String before = scene.learnt().subject();
    boolean brief = words(words).count() <= BRIEF;
    Optional<String> near =
        top == null && before != null
            ? Further.asked(scene, before, words)
                .or(() -> brief ? detail(scene, before, words) : Optional.empty())
            : Optional.empty();
    if (near.isPresent()) {
      return near;
    }
    boolean sure = Doubt.of(words) instanceof Doubt.Sure;
    boolean goesOn = supposes(scene, words) || Benefits.nothing(scene, words.text());
    if (sure && !(goesOn && mild(words))) {
      return Optional.empty();
    }
    if (!sure && brief && KinsWork.over(scene, words)) {
      return Optional.of(Contribution.INTENT);
    }
    Facts all = Facts.of(scene, words);
    Facts told = Benefits.award(scene, words) ? all.withoutIncome() : all;
    boolean dearer = top == null && brief && told.empty() && dearer(scene, before, words);
    return dearer
        ? Optional.of(DISCOUNT)
        : village(scene, top, words)
            .or(() -> Benefits.follows(scene, words))
            .or(() -> price(scene, top, words, told))
            .or(() -> sameForKin(scene, words, sure));
  }

  /// Why a price rises.
  private static boolean dearer(Scene scene, @Nullable String before, Understood words) {
    return Contribution.INTENT.equals(before)
        && Listed.any(scene, "follow.rise-words", words.text());
  }

  private static Optional<String> village(Scene scene, @Nullable State top, Understood words) {
    if (VillageBudget.follows(scene, words)) {
      return Optional.of(VillageBudget.INTENT);
    }
    return top == null && VillageCoverage.follows(scene, words.text())
        ? Optional.of(VillageCoverage.INTENT)
        : Optional.empty();
  }

  /// The price for the work and income told, or enrolling with them.
  private static Optional<String> price(
      Scene scene, @Nullable State top, Understood words, Facts told) {
    boolean shown =
        top == null
            && told.income().isPresent()
            && scene.turn().talk().memory().showed(Commands.DO + Contribution.INTENT);
    boolean priced = shown || priced(scene.learnt().subject()) || top instanceof Enroll.Waiting;
    // why: `Sutrisno 3510... petani 1jt` is a line of a list, and no question
    if (top == null && ClaimTold.nik(scene, words).isPresent()) {
      return Optional.empty();
    }
    boolean work = told.occupation().isPresent() && told.income().isPresent();
    boolean asked =
        Listed.any(scene, "follow.price-words", words.text()) && Reading.questioning(scene, words);
    if (work && !asked && top == null && words.best().intent().startsWith("enroll.")) {
      return Optional.of(words.best().intent());
    }
    // why: `penghasilan saya 2 sampai 3 juta` tells what a price is for, before it is asked
    boolean early =
        top == null
            && told.income().isPresent()
            && Listed.any(scene, "follow.income-words", words.text());
    boolean of = priced && priceable(scene, words, told);
    return work || early || (of && (top == null || supposes(scene, words)))
        ? Optional.of(Contribution.INTENT)
        : Optional.empty();
  }

  /// What was just answered, for somebody else of the family.
  private static Optional<String> sameForKin(Scene scene, Understood words, boolean sure) {
    String before = scene.learnt().subject();
    return before != null
            && !before.equals(VillageCoverage.INTENT)
            && !(elsewhere(words, before, sure) && words(words).count() > BRIEF)
            && supposes(scene, words)
            && kin(scene, words).isPresent()
        ? Optional.of(before)
        : Optional.empty();
  }

  /// A detail of what was just answered, asked in a word or two: `diambil kapan` of savings,
  /// `syaratnya` of a death benefit, `berapa persen` of savings, `kalau 66` of an age.
  private static Optional<String> detail(Scene scene, @Nullable String before, Understood words) {
    if (before == null) {
      return Optional.empty();
    }
    return switch (before) {
      case Benefits.DEATH, Benefits.HEIRS ->
          listed(scene, "follow.papers-words", words, ClaimAside.DOCUMENTS);
      case "ask.fraud" -> listed(scene, "follow.report-words", words, before);
      case DISCOUNT, Contribution.INTENT -> listed(scene, "follow.until-words", words, DISCOUNT);
      case "ask.arrears" -> listed(scene, "follow.fine-words", words, before);
      case "ask.jht" -> listed(scene, "follow.withdraw-words", words, "ask.jht.withdraw");
      case "ask.jht.withdraw" -> listed(scene, "follow.savings-words", words, before);
      case Ages.WHO -> Ages.alone(words.text()).map(_ -> before);
      default -> Optional.empty();
    };
  }

  private static Optional<String> listed(Scene scene, String key, Understood words, String intent) {
    return Listed.any(scene, key, words.text()) ? Optional.of(intent) : Optional.empty();
  }

  /// Whether a longer question is likely one of its own: `kalau meninggal anak saya dapat sekolah?`
  private static boolean elsewhere(Understood words, String before, boolean sure) {
    String intent = words.best().intent();
    return sure || (intent.startsWith("ask.") && !intent.equals(before));
  }

  private static boolean priced(@Nullable String before) {
    return Contribution.INTENT.equals(before) || DISCOUNT.equals(before);
  }

  private static boolean priceable(Scene scene, Understood words, Facts told) {
    return !told.empty() || Contribution.month(scene, words.text()).isPresent();
  }

  /// A wish that only means the same: joining, a price, who may join. Months without paying are no
  /// months to pay for.
  private static boolean mild(Understood words) {
    String intent = words.best().intent();
    if (intent.equals("ask.arrears")) {
      return false;
    }
    return intent.startsWith("ask.")
        || intent.startsWith("enroll.")
        || intent.equals("pay.start")
        || Reading.answer(intent);
  }

  /// Whether the words suppose something: `kalau`, `klo`, `nek`.
  public static boolean supposes(Scene scene, Understood words) {
    return first(scene.heard("follow.signs"), words).isPresent();
  }

  /// Whom the words ask about instead: `istri`.
  public static Optional<String> kin(Scene scene, Understood words) {
    return first(scene.heard("follow.kin"), words);
  }

  private static Optional<String> first(Set<String> known, Understood words) {
    String low = words.text().toLowerCase(Locale.ROOT);
    for (String word : Parted.by(low, Character::isLetter)) {
      if (known.contains(word)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static java.util.stream.Stream<String> words(Understood words) {
    return Arrays.stream(WORDS.split(words.text().toLowerCase(Locale.ROOT)));
  }

  /// Whether the words are a whole question of their own: `klo anak saya 2 sekolah, dapat
  /// beasiswa?`
  private static boolean itself(Understood words, String intent) {
    return Doubt.of(words) instanceof Doubt.Sure(String sure)
        && sure.equals(intent)
        && words(words).count() > BRIEF;
  }

  /// Answers what is the same for somebody else of the family; false when nobody is named.
  static boolean family(Scene scene, Opening opening) {
    Understood words = opening.words();
    if (words == null || !supposes(scene, words) || !Facts.of(scene, words).empty()) {
      return false;
    }
    boolean priced = opening.intent().equals(Contribution.INTENT);
    // why: `kalau istri saya dua` asks who inherits, not who may join
    if (opening.intent().equals(Benefits.HEIRS) || (!priced && itself(words, opening.intent()))) {
      return false;
    }
    Optional<String> kin = kin(scene, words);
    if (priced && kin.isPresent()) {
      KinsWork.begin(scene);
    }
    kin.ifPresent(who -> scene.say(priced ? "follow.price" : "follow.same", "siapa", who));
    return kin.isPresent();
  }
}
