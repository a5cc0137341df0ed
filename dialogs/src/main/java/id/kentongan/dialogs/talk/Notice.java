package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// News from the records to a conversation, brought by the relay with its own id.
public sealed interface Notice {
  /// An officer takes the conversation over: the bot falls silent.
  record TakenOver(String officer) implements Notice {}

  /// The officer gives it back: the bot goes on at the same question.
  record GivenBack() implements Notice {}

  /// An officer's words to the person.
  record OfficerSaid(String text) implements Notice {}

  /// A file of ours that an officer sends, with words, perhaps none.
  record OfficerSent(Bubble.Attachment file, String text) implements Notice {}

  /// An officer wants a field of an enrolment or claim told anew; `field` is a key of the words
  /// under `query.ask`.
  record FieldAsked(String number, String field) implements Notice {}

  /// A code for whoever proves elsewhere that this phone is theirs.
  record IdentityCode(String code) implements Notice {
    @Override
    public String toString() {
      return "IdentityCode[••]";
    }
  }

  /// An agent wants to enrol somebody whose phone this is: to be answered under `request` until
  /// then, or by telling the agent the code.
  record ConsentWanted(
      long request, String name, String agent, String organisation, String code, Instant until)
      implements Notice {
    @Override
    public String toString() {
      return "ConsentWanted[••]";
    }
  }

  /// What became of the consent that an agent asked for; `number` of the enrolment when given.
  record ConsentEnded(String name, Outcome outcome, @Nullable String number) implements Notice {
    /// How it ended.
    public enum Outcome {
      GIVEN,
      REFUSED,
      SILENT,
      NOT_ACCEPTED
    }
  }

  /// An enrolment or claim changed its state; `state` is a key of the words under `matter`.
  record MatterMoved(String number, String state) implements Notice {}

  /// A payment was taken for the contribution months `from` to `until`; `receipt` can be checked by
  /// anyone.
  record Paid(Rupiah amount, YearMonth from, YearMonth until, Code receipt) implements Notice {}

  /// The contribution of the month after `paidUntil` is to be paid: `days` until the end of the
  /// last paid month, negative after it; `next` what is to be paid, where it is known: for that
  /// month, or for all until the month `until`.
  record ContributionDue(
      YearMonth paidUntil, int days, @Nullable Rupiah next, @Nullable YearMonth until)
      implements Notice {}

  /// The discount of the person's sector ends with the contribution month `until`; what a month
  /// costs now and what the month after it will; `sponsored` is the last month that the village
  /// pays, where it pays until then.
  record DiscountEnds(YearMonth until, Rupiah now, Rupiah then, @Nullable YearMonth sponsored)
      implements Notice {}

  /// An agent reminds somebody they enrolled: of the first contribution, or of the month after
  /// `paidUntil`; `amount` where it is known, `lapsed` when too many months are unpaid.
  record AgentReminds(
      String name,
      String agent,
      String organisation,
      @Nullable YearMonth paidUntil,
      @Nullable Rupiah amount,
      boolean lapsed)
      implements Notice {}

  /// What many are told at once.
  record Announcement(long broadcast, String text) implements Notice {}

  /// The person had their data erased from another conversation; `proof` checkable by anyone.
  record Erased(Code proof) implements Notice {}

  /// To an agent: somebody had everything erased, and what was filled in about them here goes.
  record Forgotten(Nik nik) implements Notice {}

  /// Officers approved or refused a list that the village pays for, or its people are enrolled;
  /// `words` are the officer's own, where there are any.
  record SponsorshipMoved(Sponsored now, String words) implements Notice {}

  /// Officers decided that a payment goes back the way it came.
  record PaymentReturned(Rupiah amount) implements Notice {}

  /// A payment came that does not fit what is due; an officer looks at it.
  record PaymentDoubted(Rupiah amount, @Nullable Rupiah due) implements Notice {}

  /// To whoever was told of a payment as theirs: officers found it to be somebody else's.
  record PaymentOfOther(Rupiah amount) implements Notice {}
}
