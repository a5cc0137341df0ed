package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a list of people stands that an agent sent. `shares` tells what those who are ready will
/// pay, as long as `terms` are not agreed on; `next` is the row to be mended first; `village` the
/// code of the agent's own village, where there is only one.
public record BatchStand(
    String batch,
    Counts counts,
    List<Share> shares,
    @Nullable Terms terms,
    @Nullable Faulty next,
    @Nullable String village) {
  public BatchStand {
    shares = List.copyOf(shares);
  }

  /// How many rows are ready, enrolled, to be mended, skipped, known already (in the list, by an
  /// earlier one, as members) and refused by the core system.
  public record Counts(
      int ready, int enrolled, int faulty, int skipped, int known, int refused, int assumed) {
    public int all() {
      return ready + enrolled + faulty + skipped + known + refused;
    }
  }

  /// People of one sector and one monthly income.
  public record Share(Sector sector, Rupiah monthly, int people) {}

  /// What was agreed on for the whole list, and what the enrolled pay together; `sponsorship` is
  /// the number under which the village is to pay for it.
  public record Terms(
      Set<Programme> programmes, int months, Rupiah total, @Nullable String sponsorship) {
    public Terms {
      programmes = Set.copyOf(programmes);
    }
  }

  /// Where a row is: in which of the messages and files of the list, from 1, and on which line.
  public record Spot(int source, int line) {}

  /// A row that cannot be read: what it says, what it tells by the names of `RollField`, and what
  /// is wrong. Prints without what it says, so that it never reaches a log.
  public record Faulty(Spot spot, String quoted, Map<String, String> told, Problem problem) {
    public Faulty {
      told = Map.copyOf(told);
    }

    @Override
    public String toString() {
      return "Faulty[" + spot + ", " + problem.reason() + ']';
    }
  }

  /// What is wrong with a field: `reason` is a key of the words, `detail` goes into them.
  public record Problem(String field, String reason, String detail) {}

  /// A row that is not enrolled again; `other` says where that person is already: the line, or the
  /// number of the enrolment.
  public record Known(Spot spot, String name, Why why, String other) {
    /// Why it is not enrolled.
    public enum Why {
      IN_LIST,
      EARLIER,
      MEMBER,
      REFUSED
    }
  }
}
