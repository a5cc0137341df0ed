package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.mind.claim.ClaimSlots;
import id.kentongan.dialogs.mind.enroll.EnrollSlots;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.scene.Form;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Any event in any state gives a step: never an exception, never a dead end, and the state
/// survives being stored.
class AnyEventTest {
  private static final ConversationId WHO = new ConversationId("telegram", "1");
  private static final List<String> WORDS =
      List.of(
          "halo",
          "mau daftar",
          "cakupan desa saya",
          "cakupan kecamatan tegaldlimo",
          "anggaran 100 pekerja rentan dan 9 bpd setahun",
          "anggaran 10 juta",
          "ya",
          "tidak",
          "Budi Santoso",
          "3510171708850003",
          "petani",
          "sejuta",
          "60rb sehari",
          "20",
          "tegaldlimo",
          "3 program",
          "3 bulan",
          "berapa iuran",
          "kemarin",
          "masuk agen K7M4-92QX",
          "daftar banyak",
          "Budi; 3510171708850003; petani\nSiti; 3510175708850004; ojek",
          "template",
          "hasil",
          "lewati",
          "nanti",
          "lanjut",
          "suami saya meninggal",
          "kecelakaan kerja",
          "sudah aktif belum",
          "menu",
          "batal",
          "kembali",
          "petugas",
          "17 agustus 1985",
          "K7M4-92QX",
          "kode lanjut K7M4-92QX",
          "ganti bahasa",
          "nama saya salah",
          "selesai",
          "apa ya??",
          "xyz",
          "",
          "😀",
          "{sapa}",
          "1",
          "2",
          "ktp suami",
          "a".repeat(4000),
          "di sawah",
          "sakit");

  private static final AreaCoverage AREA =
      new AreaCoverage(
          new AreaCoverage.Area("35.10", "Banyuwangi", List.of("Jawa Timur")),
          YearMonth.of(2026, 11),
          new AreaCoverage.Totals(0, 0, true, 40L),
          List.of(),
          List.of(new AreaCoverage.Year(2026, 0, 0, false)),
          List.of(),
          true);

  private static final Sponsored SPONSORED =
      new Sponsored(
          "ADD-2026-000001",
          "35.10.04.2005",
          2,
          3,
          new Rupiah(100_800),
          Sponsored.State.DONE,
          null);
  private static final BatchStand.Known KNOWN =
      new BatchStand.Known(new BatchStand.Spot(2, 3), "Siti", BatchStand.Known.Why.IN_LIST, "1:2");

  /// Taps that no button of ours sends: a modified client may.
  private static final List<String> FORGED =
      List.of(
          "stale",
          "batch.skip",
          "batch.later",
          "batch.new",
          "batch.go-on",
          "batch.result",
          "months.x",
          "months.999",
          "rp.",
          "rp.99999999999999999999.MONTH",
          "rp.1.EON",
          "v.",
          "v.99",
          "area.",
          "area.99.99",
          "do.village.picture",
          "do.village.picture:x",
          "do.village.sheet:35.10",
          "do.village.budget.sheet",
          "do.village.budget.page:1",
          "field.zzz",
          "paper.zzz",
          "do.",
          "do.xyz",
          "language.zz",
          "relation.",
          "cause.",
          "summary.maybe",
          "",
          "resume",
          "menu",
          "cancel",
          "back",
          "do.draft.resume");

  private final Content content = TestContent.load();
  private final Mind mind = new DialogMind(content);
  private final KeywordEar ear = new KeywordEar();
  private final TalkJson json = Dialogs.json();

  @Test
  void neverThrowsAndNeverFallsSilent() {
    long seed = Long.getLong("seed", 20261121L);
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      walk(new Random(random.nextLong()), "seed " + seed + " walk " + i);
    }
  }

  private void walk(Random random, String name) {
    Talk talk = Talk.fresh();
    var asked = new ArrayList<EffectId>();
    Instant now = Transcript.START;
    for (int version = 1; version <= 60; version++) {
      Event event = event(random, talk, asked);
      now = now.plusSeconds(random.nextInt(4000));
      var turn = new Turn(WHO, version, talk, now, now, null, null);
      Step step = mind.step(turn, event);
      Talk kept = json.read(json.write(step.next()));
      assertThat(kept).as(name).isEqualTo(step.next());
      answeredOrSilent(name + " " + event, talk, event, step);
      for (int i = 0; i < step.effects().size(); i++) {
        if (step.effects().get(i) instanceof Effect.Ask) {
          asked.add(turn.effect(i));
        }
      }
      talk = kept;
    }
  }

  /// Whoever says something is answered at once, or by a timer or an effect on its way.
  private static void answeredOrSilent(String name, Talk before, Event event, Step step) {
    State top = before.top();
    if (event instanceof Event.FromPerson && (top == null || !HandOver.silent(top))) {
      boolean coming = step.effects().stream().anyMatch(e -> e instanceof Effect.Ask);
      boolean said = step.effects().stream().anyMatch(e -> e instanceof Effect.Send);
      assertThat(coming || said).as(name).isTrue();
    }
  }

  private Event event(Random random, Talk talk, List<EffectId> asked) {
    List<Choice> shown = talk.memory().choices();
    return switch (random.nextInt(12)) {
      case 0, 1, 2 ->
          shown.isEmpty() || random.nextInt(5) == 0
              ? new Event.Tapped(FORGED.get(random.nextInt(FORGED.size())))
              : new Event.Tapped(shown.get(random.nextInt(shown.size())).id());
      case 3 ->
          new Event.SentFile(
              new FileRef("f", random.nextBoolean() ? "image/jpeg" : "text/csv", 1),
              "ktp suami",
              null);
      case 4 -> other(random);
      case 5, 6 ->
          asked.isEmpty()
              ? new Event.Due(one(random, TimerName.values()))
              : new Event.Answered(
                  asked.remove(random.nextInt(asked.size())), answer(random.nextInt(37)));
      default -> new Event.Said(ear.hear(WORDS.get(random.nextInt(WORDS.size()))));
    };
  }

  private static Event other(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Event.SentLocation(0, 0);
      case 1 -> new Event.SentContact(new Phone("+6281234567890"), random.nextBoolean());
      case 2 -> new Event.SentOther(one(random, Event.SentOther.Kind.values()));
      case 3 -> new Event.Left();
      case 4 -> new Event.Noticed(new Notice.TakenOver("Dimas"));
      case 5, 6 -> new Event.Noticed(new Notice.GivenBack());
      case 7 -> new Event.Noticed(new Notice.OfficerSaid("halo"));
      default -> new Event.Due(one(random, TimerName.values()));
    };
  }

  private static <T> T one(Random random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  private static Answer answer(int which) {
    var code = new Code("K7M4-92QX");
    Instant at = Transcript.START;
    var member =
        new Answer.Membership(
            Answer.Standing.ACTIVE, "12345678901", Set.of(Programme.JKK), null, null);
    return switch (which) {
      case 0 -> new Answer.FileKept("f", "image/jpeg", 1, Set.of(Answer.Flaw.DARK));
      case 1 -> new Answer.FileRefused(Answer.FileRefused.Why.GONE);
      case 2 -> new Answer.Enrolled("DFT-1", code, "p");
      case 3 -> new Answer.Refused("not-accepted");
      case 4 -> new Answer.GivenUp("x");
      case 5 -> new Answer.Identified("p", "Budi");
      case 6 -> new Answer.NotIdentified();
      case 7 -> new Answer.TooManyTries(at);
      case 8 ->
          new Answer.StatusRead(new Answer.Status("Budi", member, List.of(), List.of(), false));
      case 9 -> new Answer.MemberFound("m", Answer.Standing.LAPSED, 1);
      case 10 -> new Answer.MemberNotFound();
      case 11 -> new Answer.ClaimOpened("JKM-1", code, "Kantor");
      case 12 -> new Answer.AccidentReported("JKK-1", code, at);
      case 13 -> new Answer.TicketOpened("TKT-1", at);
      case 14 -> new Answer.DraftKept(code);
      case 15 ->
          new Answer.DraftFound(
              Map.of(
                  "@",
                  "Enroll.Asking",
                  "slot",
                  "name",
                  "draft",
                  Map.of("who", Map.of("consent", true), "job", Map.of(), "wish", Map.of())));
      case 16 -> new Answer.CoverageRead(AREA);
      case 17 -> new Answer.AreaUnclear(List.of(AREA.area(), AREA.area()));
      case 18 -> new Answer.AreaUnknown();
      case 19 -> new Answer.FileMade(new Bubble.Attachment("f", "image/png", "cakupan.png"));
      case 20 -> new Answer.AgentIn("Rina", "BUMDesma", code);
      case 21 -> new Answer.BatchStands(stand(2, 1, false), List.of());
      case 22 -> new Answer.BatchStands(stand(1, 0, true), List.of(KNOWN));
      case 23 -> new Answer.BatchStands(stand(0, 1, true), List.of());
      case 24 -> new Answer.BatchStands(stand(0, 0, false), List.of());
      case 25 -> new Answer.BatchAgain(stand(0, 1, false), at);
      case 26 -> new Answer.BatchRefused("formula", "B7");
      case 27 -> new Answer.NoBatch();
      case 28 -> new Answer.SlotsOffered("JKM-1", List.of(at, at.plusSeconds(3600)), null);
      case 29 -> new Answer.SlotsOffered("JKM-1", List.of(at), at);
      case 30 -> new Answer.SlotBooked("JKM-1", at, "Kantor");
      case 31 -> new Answer.SlotGone("JKM-1");
      case 32 -> new Answer.NoClaim();
      case 33 -> new Answer.SponsorshipRead(SPONSORED);
      case 34 -> new Answer.SponsorshipsRead(List.of(SPONSORED));
      case 35 -> new Answer.NoCertificate();
      default -> new Answer.MemberFound("m", Answer.Standing.ACTIVE, 12);
    };
  }

  private static BatchStand stand(int ready, int faulty, boolean agreed) {
    var problem = new BatchStand.Problem("NIK", "nik.too-short", "1");
    var row = new BatchStand.Faulty(KNOWN.spot(), "Budi; 351", Map.of("NAME", "Budi"), problem);
    return new BatchStand(
        "1",
        new BatchStand.Counts(ready, 1, faulty, 0, 1, 0, ready),
        List.of(new BatchStand.Share(Sector.OTHER, new Rupiah(1_000_000), ready)),
        agreed ? new BatchStand.Terms(Set.of(Programme.JKK), 1, Rupiah.ZERO, null) : null,
        faulty > 0 ? row : null,
        null);
  }

  private static List<String> fields(String dialog, Form<?> form) {
    var optional = new TreeSet<>(Rules.EXTRAS);
    return form.slots().stream()
        .map(Slot::name)
        .filter(name -> !optional.contains(name))
        .map(name -> dialog + '.' + name)
        .toList();
  }

  private static String dialog(String state) {
    return state.split("\\.", 2)[0];
  }

  @Test
  void aTranscriptReachesEveryState() throws IOException {
    var reached = new TreeSet<String>();
    for (var file : TalksTest.talkFiles().toList()) {
      var transcript = new Transcript(content, ear);
      transcript.play(Files.readAllLines(file));
      reached.addAll(transcript.states());
    }
    assertThat(reached)
        .contains("enroll.keeping", "draft.finding", "handover.with-officer")
        .containsAll(fields("enroll", EnrollSlots.FORM))
        .containsAll(fields("claim", ClaimSlots.FORM))
        .contains("status.nik", "status.birth", "status.proof", "accident.right")
        .contains("coverage.area", "coverage.reading", "coverage.drawing")
        .contains("budget.people", "budget.drawing")
        .contains("batch.list", "batch.finding", "batch.found", "batch.taking", "batch.programmes")
        .contains("batch.months", "batch.confirm", "batch.running", "batch.row", "batch.drawing")
        .contains("visit.looking", "visit.choosing", "visit.booking", "visit.drawing");
    assertThat(reached.stream().map(AnyEventTest::dialog).distinct().count())
        .isEqualTo(Dialogs.families().size() + 1);
  }
}
