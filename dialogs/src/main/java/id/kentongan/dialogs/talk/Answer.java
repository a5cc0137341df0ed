package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Relation;
import id.kentongan.dialogs.values.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of an [Effect.Ask]. Every one ends in an answer: done, refused or given up.
public sealed interface Answer {
  /// Kept under `fileId`; `type` proved by its bytes; `flaws` make it hard to read.
  record FileKept(String fileId, String type, long size, Set<Flaw> flaws) implements Answer {
    /// why: answers stored before files were looked at have none
    public FileKept {
      flaws = flaws == null ? Set.of() : Set.copyOf(flaws);
    }
  }

  /// What makes a paper hard to read for an officer.
  enum Flaw {
    BLURRED,
    DARK,
    SMALL,
    /// Of a kind that cannot be shown.
    NOT_SHOWN
  }

  record FileRefused(Why why) implements Answer {
    /// Why a file was not kept.
    public enum Why {
      TOO_LARGE,
      GONE,
      UNREADABLE,
      WRONG_TYPE
    }
  }

  /// `number` to follow it by, `receipt` checkable by anyone at /verify, `person` the bound record.
  record Enrolled(String number, Code receipt, String person) implements Answer {}

  /// The phone was asked; the enrolment waits for its answer until then.
  record ConsentAsked(Instant until) implements Answer {}

  /// Consented and therefore enrolled.
  record ConsentGiven(String name, String number, Code receipt, Rupiah total) implements Answer {}

  /// Who shares a conversation.
  record ProfilesRead(List<Profile> people) implements Answer {}

  record KeyKept() implements Answer {}

  /// An agent's people of a period, village by village; `due`: how many are to be reminded today.
  record RecapRead(List<RecapLine> villages, int due) implements Answer {}

  /// Some of an agent's people; `next`: how many to leave out for the next ones, 0 at the end.
  record ClientsRead(List<Client> clients, int next) implements Answer {}

  /// What came of reminding somebody.
  record ClientReminded(String name, Outcome outcome) implements Answer {
    /// `LATER`: in the hours of that person.
    public enum Outcome {
      SENT,
      LATER,
      ALREADY,
      UNREACHED,
      UNWANTED,
      NOT_DUE
    }
  }

  /// Refused by the rules of the record keeper; `reason` is a key of the words under `refused`.
  record Refused(String reason) implements Answer {}

  /// The lost world did not come back within the limits; `why` for the operator, without personal
  /// data.
  record GivenUp(String why) implements Answer {}

  record CodeSent() implements Answer {}

  record MyDataRead(MyData data) implements Answer {}

  /// Erased but for what is `kept`; `proof` checkable by anyone, `backups` the day when the last
  /// backup of it is gone.
  record Erased(Code proof, List<MyData.Kept> kept, LocalDate backups) implements Answer {
    public Erased {
      kept = List.copyOf(kept);
    }
  }

  record Identified(String person, String name) implements Answer {}

  /// An agent is bound to the conversation. `check`: the code by which villagers check the agent.
  record AgentIn(String name, String organisation, Code check) implements Answer {}

  /// An agent who stands as one today.
  record AgentKnown(String name, String organisation, LocalDate since, boolean sample)
      implements Answer {}

  record NotIdentified() implements Answer {}

  record TooManyTries(Instant until) implements Answer {}

  record StatusRead(Status status) implements Answer {}

  /// The membership of one who died at the day asked for.
  record MemberFound(String member, Standing standing, int monthsPaid) implements Answer {}

  record MemberNotFound() implements Answer {}

  record ClaimOpened(String number, Code receipt, String office) implements Answer {}

  /// Times at the branch that are free, soonest first, and the one that the family has.
  record SlotsOffered(String claim, List<Instant> free, @Nullable Instant booked)
      implements Answer {}

  record SlotBooked(String claim, Instant at, String office) implements Answer {}

  /// The family has no time at the branch any more.
  record SlotGone(String claim) implements Answer {}

  /// No claim that is still open was sent from this conversation.
  record NoClaim() implements Answer {}

  /// What stands on the page of a claim, before it is drawn; `papers` are keys of the papers'
  /// content.
  record ClaimRead(
      String number,
      Code code,
      Family family,
      List<String> papers,
      String office,
      @Nullable Instant visit,
      boolean sample)
      implements Answer {}

  /// Who died and who claims; `nik` masked, absent as long as nobody found it.
  record Family(
      String deceased, @Nullable String nik, LocalDate died, String heir, Relation relation) {}

  record AccidentReported(String number, Code receipt, Instant deadline) implements Answer {}

  /// `until`: when somebody will answer, by the office hours.
  record TicketOpened(String number, Instant until) implements Answer {}

  /// The code that finds the draft again, given by the records.
  record DraftKept(Code code) implements Answer {}

  record DraftFound(Map<String, Object> draft) implements Answer {}

  record CoverageRead(AreaCoverage coverage) implements Answer {}

  /// Several areas of nearly that name, likeliest first.
  record AreaUnclear(List<AreaCoverage.Area> areas) implements Answer {}

  record AreaUnknown() implements Answer {}

  /// The village has no certificate of Desa Sadar.
  record NoCertificate() implements Answer {}

  /// How a list stands after what was asked; `known` names the rows just found to need no
  /// enrolling.
  record BatchStands(BatchStand stand, List<BatchStand.Known> known) implements Answer {
    public BatchStands {
      known = List.copyOf(known);
    }
  }

  /// The very same list was sent before, at that time.
  record BatchAgain(BatchStand stand, Instant before) implements Answer {}

  /// What was sent is no list that can be read; `why` is a key of the words under `batch.refused`,
  /// `where` the cell or line it is about.
  record BatchRefused(String why, String where) implements Answer {}

  /// There is no list of this agent to go on with.
  record NoBatch() implements Answer {}

  /// A list that the village pays for.
  record SponsorshipRead(Sponsored sponsored) implements Answer {}

  /// Those of an agent, latest first.
  record SponsorshipsRead(List<Sponsored> all) implements Answer {
    public SponsorshipsRead {
      all = List.copyOf(all);
    }
  }

  /// Drawn and kept for a while, to be sent along.
  record FileMade(Bubble.Attachment file) implements Answer {}

  /// What stands on a card, before it is drawn: `nik` masked, `code` checkable by anyone.
  record CardRead(String name, String nik, Membership membership, Code code, boolean sample)
      implements Answer {}

  /// Nobody is covered, so there is no card.
  record NoCard() implements Answer {}

  /// One of those who share a conversation; `keyed`: whether they have a key of their own.
  record Profile(String person, String name, boolean keyed) {}

  /// Of those enrolled in a village by its code: how many paid, how many have yet to.
  record RecapLine(String village, int enrolled, int paid, int waiting) {}

  /// One of an agent's people: the enrolment's number, its state as a key of the words under
  /// `matter`, the last month paid; `due` when a reminder is in order.
  record Client(
      String name,
      String village,
      String number,
      String state,
      @Nullable YearMonth paidUntil,
      boolean due) {}

  /// How a membership stands on a day.
  enum Standing {
    ACTIVE,
    UNDER_THREE_MONTHS,
    IN_ARREARS,
    LAPSED,
    DEAD,
    WAITING_FOR_PAYMENT
  }

  /// All that a person may be told of themselves.
  record Status(
      String name,
      @Nullable Membership membership,
      List<Matter> enrollments,
      List<Matter> claims,
      List<Looked> payments,
      boolean sample) {
    /// why: answers stored before payments were told have none
    public Status {
      payments = payments == null ? List.of() : List.copyOf(payments);
    }

    /// One whose payments have all been settled.
    public Status(
        String name,
        @Nullable Membership membership,
        List<Matter> enrollments,
        List<Matter> claims,
        boolean sample) {
      this(name, membership, enrollments, claims, List.of(), sample);
    }

    /// Whether it tells nothing at all.
    public boolean empty() {
      return name.isEmpty() && enrollments.isEmpty() && claims.isEmpty();
    }
  }

  /// A payment that an officer looks at, and since when.
  record Looked(Rupiah amount, Instant since) {}

  /// `kpj` is absent as long as the authority has not given one.
  record Membership(
      Standing standing,
      @Nullable String kpj,
      Set<Programme> programmes,
      @Nullable YearMonth paidUntil,
      @Nullable LocalDate since) {}

  /// An enrolment, a claim or the notice of an accident: its number, its state as a key of the
  /// words under `matter` (e.g. `enrollment.waiting`), and since when. `due`: when the branch has
  /// promised to have decided, or must have the notice. `visit`: when the family is expected there.
  record Matter(
      String number, String state, Instant since, @Nullable Instant due, @Nullable Instant visit) {
    /// One without a promise or a visit.
    public Matter(String number, String state, Instant since) {
      this(number, state, since, null, null);
    }
  }
}
