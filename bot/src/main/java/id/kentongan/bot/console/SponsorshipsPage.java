package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.documents.Xlsx;
import id.kentongan.integrations.postgres.batches.SponsorshipDesk;
import id.kentongan.integrations.postgres.batches.SponsorshipFiles;
import id.kentongan.integrations.postgres.officers.Hearing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// `/console/add`: lists of people that villages pay for from their budget (ADD): two officers
/// approve, within what the village has left this year.
final class SponsorshipsPage implements Page {
  static final String PATH = "/add";
  private static final String HOME = "/console" + PATH;
  private static final List<Integer> COLUMNS = List.of(28, 22, 22);

  /// why: with what stands around them they fit the template by which a silent agent is told.
  private static final int LONGEST = 700;

  private final SponsorshipFiles files;
  private final SponsorshipDesk desk;
  private final Reach reach;
  private final Supplier<Content> content;

  SponsorshipsPage(
      SponsorshipFiles files, SponsorshipDesk desk, Reach reach, Supplier<Content> content) {
    this.files = files;
    this.desk = desk;
    this.reach = reach;
    this.content = content;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.MATTERS, this::board),
        Address.post(PATH + "/anggaran", Permission.BUDGETS, this::budget),
        Address.get(PATH + "/:number", Permission.MATTERS, this::show),
        Address.get(PATH + "/:number/bayar.xlsx", Permission.EXPORT, this::sheet),
        Address.post(PATH + "/:number/setuju", Permission.DECIDE, this::approve),
        Address.post(PATH + "/:number/tolak", Permission.DECIDE, this::refuse));
  }

  private Future<Reply> board(Visit visit) {
    String asked = visit.query("keadaan").toUpperCase(Locale.ROOT);
    List<String> states = Stream.of(Sponsored.State.values()).map(Enum::name).toList();
    String state = states.contains(asked) ? asked : "";
    return files
        .all(state)
        .map(
            lines -> {
              var model = new HashMap<String, Object>();
              model.put("lines", lines);
              model.put("states", states);
              model.put("state", state);
              model.put("told", visit.query("hasil"));
              return Reply.shown("sponsorships", model);
            });
  }

  private Future<Reply> show(Visit visit) {
    return files
        .open(visit.name(), visit.path("number"))
        .compose(found -> reach.shown("sponsorship", found, visit, Hearing::sponsorship));
  }

  private Future<Reply> approve(Visit visit) {
    String number = visit.path("number");
    return desk.approve(visit.name(), number).map(came -> back(number, came.name()));
  }

  private Future<Reply> refuse(Visit visit) {
    String number = visit.path("number");
    String words = visit.field("words");
    if (words.isEmpty() || words.length() > LONGEST) {
      return Future.succeededFuture(back(number, words.isEmpty() ? "WORDS" : "LONG"));
    }
    return desk.refuse(visit.name(), number, words).map(came -> back(number, came.name()));
  }

  private Reply back(String number, String told) {
    return new Reply.See("%s/%s?hasil=%s".formatted(HOME, number, told));
  }

  /// From the board, or from the list that lacks it.
  private Future<Reply> budget(Visit visit) {
    String village = visit.field("village");
    String digits = visit.field("amount").replaceAll("[Rp.\\s]", "");
    String list = visit.field("number");
    String to = list.matches("ADD-[0-9]{4}-[0-9]{6,}") ? HOME + '/' + list : HOME;
    if (content.get().places().byCode(village).isEmpty() || !digits.matches("[0-9]{1,13}")) {
      return Future.succeededFuture(new Reply.See(to + "?hasil=BUDGET_UNCLEAR"));
    }
    return desk.budget(visit.name(), village, new Rupiah(Long.parseLong(digits)))
        .map(set -> new Reply.See(to + "?hasil=BUDGET"));
  }

  /// For the treasurer, who pays by each NIK.
  private Future<Reply> sheet(Visit visit) {
    String number = visit.path("number");
    return files
        .open(visit.name(), number)
        .map(
            found ->
                found
                    .<Reply>map(
                        opened ->
                            new Reply.Bytes(
                                Xlsx.TYPE,
                                number + ".xlsx",
                                Buffer.buffer(Xlsx.bytes(List.of(sheet(opened))))))
                    .orElseGet(Reply::missing));
  }

  private Sheet sheet(SponsorshipFiles.Opened opened) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(Stream.of("name", "nik", "occupation").map(this::head).toList());
    for (SponsorshipFiles.Person person : opened.people()) {
      rows.add(
          List.of(
              Cell.words(person.name()),
              Cell.words(person.nik().digits()),
              Cell.words(person.occupation())));
    }
    return new Sheet(opened.line().sponsored().number(), COLUMNS, rows);
  }

  private Cell head(String field) {
    return Cell.bold(content.get().words().say(Language.INDONESIAN, "batch.sheet." + field));
  }
}
