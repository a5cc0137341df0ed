package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something the bot will do, said by a step and done by the Postman, at least once, with its
/// [EffectId] as idempotency key. A conversation's effects of one [Lane] are done in order.
public sealed interface Effect {
  /// Effects of one conversation wait for each other only within a lane.
  enum Lane {
    REPLIES,
    RECORDS,
    /// What many are told at once: replies go first.
    ANNOUNCEMENTS
  }

  default Lane lane() {
    return Lane.RECORDS;
  }

  /// Say something. `withdrawable`: the bubble only asks the form's question again, so the commit
  /// of a later message takes it back if it has not left yet.
  record Send(Bubble bubble, boolean withdrawable) implements Effect {
    @Override
    public Lane lane() {
      return Lane.REPLIES;
    }
  }

  /// Effects that end in an [Answer].
  sealed interface Ask extends Effect {}

  /// Fetch a file from the platform into our encrypted store. Answer: `FileKept` or `FileRefused`.
  record Fetch(FileRef file) implements Ask {}

  /// Record that the person consented to a purpose, with the version of the text they saw.
  record RecordConsent(String purpose, String textVersion) implements Effect {}

  /// Whether this conversation wants reminders, and from which hour of the day on.
  record SetReminders(boolean wanted, int hour) implements Effect {}

  /// Whether this conversation wants news that many are told at once, with the version of the text.
  record SetNews(boolean wanted, String textVersion) implements Effect {}

  /// The conversation is held in this language from now on.
  record Speaks(Language language) implements Effect {}

  /// Say what many are told at once; what becomes of it is noted under the broadcast.
  record Announce(long broadcast, Bubble bubble) implements Effect {
    @Override
    public Lane lane() {
      return Lane.ANNOUNCEMENTS;
    }
  }

  /// What became of a broadcast for this conversation; `why` as the channel told it.
  record NoteAnnouncement(long broadcast, Announced came, String why) implements Effect {}

  /// What the person answered to an officer who asked for a field of a matter, in its stored form.
  record TellField(String number, String field, String value) implements Effect {
    @Override
    public String toString() {
      return "TellField[" + number + ", " + field + ", ••]";
    }
  }

  /// What is kept about whoever writes here, `person` the record bound to the conversation. Answer:
  /// `MyDataRead`.
  record ReadMyData(@Nullable String person, Retention terms) implements Ask {}

  /// Erase all that is kept of this conversation and of its person, but what is still running.
  /// Answer: `Erased`.
  record EraseMyData(@Nullable String person, Retention terms) implements Ask {}

  /// The consents of this conversation do not stand any more: nothing rests on them from now on.
  record WithdrawConsent() implements Effect {}

  /// Submit an enrolment. Answer: `Enrolled` or `Refused`.
  record SubmitEnrollment(EnrollmentForm form) implements Ask {}

  /// Enrol somebody who consented in person before the agent of this conversation, to the text of
  /// that version; nothing is bound to it. Answer: `Enrolled` or `Refused`.
  record EnrollVillager(EnrollmentForm form, String textVersion) implements Ask {}

  /// Ask somebody by their own phone whether they consent to be enrolled by the agent of this
  /// conversation, to the text of that version; nothing is enrolled before they do. Answer:
  /// `ConsentAsked`, `Refused` or `TooManyTries`.
  record AskConsent(EnrollmentForm form, String textVersion, Instant until) implements Ask {}

  /// Consent to what this phone was asked under `request`. Answer: `ConsentGiven` or `Refused`.
  record GiveConsent(long request) implements Ask {}

  /// Consent by the code that the phone was sent, told here or to the agent. Answer:
  /// `ConsentGiven`, `NotIdentified`, `Refused` or `TooManyTries`.
  record TellConsent(Code code) implements Ask {}

  /// Do not consent: what was filled in is erased.
  record RefuseConsent(long request) implements Effect {}

  /// What is about a list of people that the agent of this conversation sends. Each is refused with
  /// `not-agent` where there is none.
  sealed interface BatchAsk extends Ask {}

  /// Take rows as they were pasted into a message; they go to the agent's list that is not agreed
  /// on yet, else to a new one. Answer: `BatchStands`, `BatchAgain` or `BatchRefused`.
  record TakeRows(String text) implements BatchAsk {}

  /// The same from a file at the platform.
  record TakeTable(FileRef file) implements BatchAsk {}

  /// The agent's latest list in which something is left to do. Answer: `BatchStands` or `NoBatch`.
  record ReadBatch() implements BatchAsk {}

  /// All in the list gave their consent to the agent in person, to the text of that version: enrol
  /// those who are ready, some at a time. Answer: `BatchStands` or `NoBatch`.
  record ConfirmBatch(
      String batch, Set<Programme> programmes, YearMonth first, int months, String textVersion)
      implements BatchAsk {}

  /// Enrol the next of those who are ready. Answer: `BatchStands` or `NoBatch`.
  record RunBatch(String batch) implements BatchAsk {}

  /// A row as it was mended. Answer: `BatchStands` or `NoBatch`.
  record MendRow(String batch, BatchStand.Faulty row) implements BatchAsk {}

  /// Leave a row out. Answer: `BatchStands` or `NoBatch`.
  record SkipRow(String batch, BatchStand.Spot spot) implements BatchAsk {}

  /// A table that tells what became of each row; of the latest list where `batch` is empty. Answer:
  /// `FileMade` or `NoBatch`.
  record DrawBatch(String batch) implements BatchAsk {}

  /// An empty table to fill in. Answer: `FileMade`.
  record DrawTemplate() implements BatchAsk {}

  /// What is about lists of people whom the village pays for, by the agent of this conversation.
  /// Each is refused with `not-agent` where there is none.
  sealed interface SponsorAsk extends Ask {}

  /// Send the list to the branch, to be enrolled at the village's cost once it is approved; rows
  /// that cannot be read are left out. Answer: `SponsorshipRead`, `NoBatch` or `Refused`.
  record SponsorBatch(ConfirmBatch terms) implements SponsorAsk {}

  /// The lists that this agent sent, latest first. Answer: `SponsorshipsRead`.
  record ReadSponsored() implements SponsorAsk {}

  /// What it costs to go on with the people of a list for so many months; with `send`, send that to
  /// the branch, resting on the consent they gave. Answer: `SponsorshipRead` or `Refused`.
  record RenewSponsored(String number, int months, boolean send) implements SponsorAsk {}

  /// Forget the agent's list that is not agreed on yet.
  record DropBatch() implements Effect {}

  /// Send a code to the phone in the record of a NIK and birth date, for this conversation to prove
  /// itself by, once and for ten minutes. Answer: `CodeSent` whether or not there is such a record,
  /// or `TooManyTries`.
  record SendCode(Nik nik, LocalDate birthDate) implements Ask {}

  /// Prove who somebody is: NIK, birth date and one thing a NIK does not contain (receipt code,
  /// KPJ, or the six digits that were sent). Answer: `Identified`, `NotIdentified` or
  /// `TooManyTries`; unknown and wrong are answered alike.
  record Identify(Nik nik, LocalDate birthDate, Code proof) implements Ask {}

  /// Let an agent in by the code of their invitation, once. Answer: `AgentIn`, `NotIdentified` or
  /// `TooManyTries`.
  record LogInAgent(Code code) implements Ask {}

  /// Tell whose check code it is. Answer: `AgentKnown`, `NotIdentified` or `TooManyTries`.
  record CheckAgent(Code code) implements Ask {}

  /// Read the status of a person bound to this conversation. Answer: `StatusRead`.
  record ReadStatus(String person) implements Ask {}

  /// Draw the card of a person bound to this conversation. Answer: `FileMade` or `NoCard`.
  record DrawCard(String person) implements Ask {}

  /// Read the claims that were opened from this conversation, which needs no other proof. Answer:
  /// `StatusRead` with these alone.
  record ReadClaims() implements Ask {}

  /// What a family wants of the branch's diary, for a claim that was opened from this conversation:
  /// the newest where none is named. Answer where there is none: `NoClaim`.
  sealed interface VisitAsk extends Ask {
    @Nullable String claim();
  }

  /// Read which times are free. Answer: `SlotsOffered`.
  record ReadSlots(@Nullable String claim) implements VisitAsk {}

  /// Take a time, instead of the one taken before. Answer: `SlotBooked`, or `SlotsOffered` when
  /// somebody else was there first.
  record BookSlot(String claim, Instant at) implements VisitAsk {}

  /// Give the time back. Answer: `SlotGone`.
  record CancelSlot(String claim) implements VisitAsk {}

  /// Draw the page that a family brings to the branch. Answer: `FileMade`.
  record DrawClaim(@Nullable String claim) implements VisitAsk {}

  /// Look up who died. Answer: `MemberFound`, `MemberNotFound` or `TooManyTries`.
  record LookUpDeceased(Nik nik, LocalDate died) implements Ask {}

  /// Open a JKM claim. Answer: `ClaimOpened` or `Refused`.
  record OpenClaim(ClaimForm form) implements Ask {}

  /// Add a kept file to an open claim. `paper` is a key of the papers' content.
  record AddPaper(String claim, String fileId, String paper) implements Effect {}

  /// Open a first notice of a work accident. Answer: `AccidentReported` or `Refused`.
  record ReportAccident(AccidentForm form) implements Ask {}

  /// Open a ticket: a person is wanted. Answer: `TicketOpened`.
  record OpenTicket(String topic, String lastWords) implements Ask {}

  /// Keep a draft so that it can be found from another number; `draft` is the stored form of a
  /// state, `birthDate` what must be told beside the code to open it. Answer: `DraftKept`.
  record KeepDraft(LocalDate birthDate, Map<String, Object> draft) implements Ask {}

  /// Find a draft by its code and the birth date in it. Answer: `DraftFound`, `NotIdentified` or
  /// `TooManyTries`.
  record FindDraft(Code code, LocalDate birthDate) implements Ask {}

  /// What an agent asks about the people they enrolled. Answer, where the conversation is no
  /// agent's: `Refused`.
  sealed interface AgentAsk extends Ask {}

  /// Count those enrolled from the first day up to but without `until`. Answer: `RecapRead`.
  record ReadRecap(LocalDate from, LocalDate until) implements AgentAsk {}

  /// List those who are to be reminded, leaving out the first `skip`. Answer: `ClientsRead`.
  record ReadDue(int skip) implements AgentAsk {}

  /// Find some by name, with typing errors. Answer: `ClientsRead`.
  record FindClients(String name) implements AgentAsk {}

  /// Remind the one of this enrolment, once a month and in their hours; `byNumber` where a phone
  /// can be reached by its number. Answer: `ClientReminded`.
  record RemindClient(String enrolment, boolean byNumber) implements AgentAsk {}

  /// What brings a secret: the words that told it are kept nowhere.
  sealed interface Secret extends Ask {}

  /// Read who shares this conversation. Answer: `ProfilesRead`.
  record ReadProfiles() implements Ask {}

  /// Become one of those who share this conversation, by their own key. Answer: `Identified`,
  /// `NotIdentified` or `TooManyTries`.
  record OpenProfile(String person, Code key) implements Secret {
    @Override
    public String toString() {
      return "OpenProfile[••]";
    }
  }

  /// Keep the key of one who has just shown who they are and has none. Answer: `KeyKept` or
  /// `Refused`.
  record KeepProfileKey(String person, Code key) implements Secret {
    @Override
    public String toString() {
      return "KeepProfileKey[••]";
    }
  }

  /// What is about areas and no person.
  sealed interface VillageAsk extends Ask {}

  /// Read the coverage of an area by its name as told, or by its code. `level` is the length of a
  /// code (2, 5, 8 or 13) where the person said what kind of area, else 0. Answer: `CoverageRead`,
  /// `AreaUnclear` or `AreaUnknown`.
  record ReadCoverage(String area, int level) implements VillageAsk {}

  /// Draw the coverage of an area by its code. Answer: `FileMade` or `AreaUnknown`.
  record DrawCoverage(String code, DrawnAs form) implements VillageAsk {}

  /// Draw a village's certificate of Desa Sadar by the village's code. Answer: `FileMade` or
  /// `NoCertificate`.
  record DrawCertificate(String village) implements VillageAsk {}

  /// Draw what a budget comes to. Answer: `FileMade`.
  record DrawBudget(Budget budget, DrawnAs form) implements VillageAsk {}

  /// Write the turn into the journal.
  record Journal(JournalEntry entry) implements Effect {}
}
