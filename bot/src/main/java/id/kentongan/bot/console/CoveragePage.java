package id.kentongan.bot.console;

import id.kentongan.bot.made.Drawn;
import id.kentongan.bot.village.CertificatePage;
import id.kentongan.bot.village.CoverageDrawing;
import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.talk.DrawnAs;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.integrations.Villages;
import id.kentongan.integrations.Villages.Certificate;
import id.kentongan.integrations.Villages.Village;
import id.kentongan.integrations.postgres.villages.VillageCertificates;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// `/console/cakupan`: how many of an area's workers are members, with the figures that the chat
/// tells, drawn and as a table; for a village, its certificate of Desa Sadar.
final class CoveragePage implements Page {
  private static final String PATH = "/cakupan";
  private static final String HOME = "/console" + PATH + '/';
  private static final int MOST = 20;
  private static final int VILLAGE = 13;

  private final Vertx vertx;
  private final Villages villages;
  private final VillageCertificates certificates;
  private final Paper paper;
  private final Supplier<YearMonth> month;

  /// What is drawn, and how it is named.
  record Paper(CoverageDrawing coverages, CertificatePage certificates, CategoryWords categories) {}

  CoveragePage(
      Vertx vertx,
      Villages villages,
      VillageCertificates certificates,
      Paper paper,
      Supplier<YearMonth> month) {
    this.vertx = vertx;
    this.villages = villages;
    this.certificates = certificates;
    this.paper = paper;
    this.month = month;
  }

  @Override
  public List<Address> addresses() {
    String area = PATH + "/:area";
    return List.of(
        Address.get(PATH, Permission.SELF, this::search),
        Address.search(PATH, Permission.SELF),
        Address.get(area, Permission.SELF, this::show),
        Address.get(area + "/grafik.png", Permission.SELF, v -> drawn(v, DrawnAs.PICTURE)),
        Address.get(area + "/tabel.xlsx", Permission.SELF, v -> drawn(v, DrawnAs.SHEET)),
        Address.get(area + "/sertifikat.pdf", Permission.SELF, this::certificate),
        Address.post(area + "/sertifikat", Permission.BUDGETS, this::give),
        Address.post(area + "/cabut", Permission.BUDGETS, this::withdraw));
  }

  private Future<Reply> search(Visit visit) {
    String name = visit.field("cari");
    Optional<String> code = Region.codeOf(name);
    return code.isPresent()
        ? Future.succeededFuture(new Reply.See(HOME + code.get()))
        : villages
            .find(name, 0, MOST)
            .map(
                found -> {
                  var model = new HashMap<String, Object>();
                  model.put("asked", name);
                  model.put("found", found);
                  return Reply.shown("areas", model);
                });
  }

  private Future<Reply> show(Visit visit) {
    return coverage(
        visit,
        coverage ->
            certificateOf(coverage.area().code()).map(found -> shown(visit, coverage, found)));
  }

  private Reply shown(Visit visit, AreaCoverage coverage, Optional<Certificate> certificate) {
    var model = new HashMap<String, Object>();
    model.put("it", CoverageView.of(coverage, paper.categories()));
    model.put("drawn", paper.coverages().size(coverage));
    model.put("certificate", certificate.orElse(null));
    model.put("village", coverage.area().code().length() == VILLAGE);
    model.put("told", visit.query("hasil"));
    return Reply.shown("area", model);
  }

  private Future<Optional<Certificate>> certificateOf(String code) {
    return code.length() == VILLAGE
        ? villages.certificate(code)
        : Future.succeededFuture(Optional.empty());
  }

  private Future<Reply> drawn(Visit visit, DrawnAs form) {
    return coverage(
        visit,
        coverage ->
            below(coverage, form)
                .compose(all -> file(() -> paper.coverages().draw(coverage, all, form))));
  }

  private Future<List<Village>> below(AreaCoverage coverage, DrawnAs form) {
    String code = coverage.area().code();
    return form == DrawnAs.SHEET && code.length() < VILLAGE
        ? villages.villages(code, coverage.month())
        : Future.succeededFuture(List.of());
  }

  private Future<Reply> file(Callable<Drawn> drawing) {
    return vertx
        .executeBlocking(drawing, false)
        .map(drawn -> new Reply.Bytes(drawn.type(), drawn.name(), drawn.bytes()));
  }

  private Future<Reply> certificate(Visit visit) {
    return villages
        .certificate(visit.path("area"))
        .compose(
            found ->
                found
                    .map(one -> file(() -> paper.certificates().drawn(one)))
                    .orElseGet(() -> Future.succeededFuture(Reply.missing())));
  }

  private Future<Reply> give(Visit visit) {
    String basis = visit.field("basis");
    return coverage(
        visit,
        coverage -> {
          String code = coverage.area().code();
          if (code.length() < VILLAGE || !basis.matches("[^\n\t]{5,150}")) {
            return Future.succeededFuture(new Reply.See(HOME + code + "?hasil=BASIS"));
          }
          return certificates
              .give(visit.name(), coverage, basis)
              .map(given -> new Reply.See(HOME + code + "?hasil=" + (given ? "GIVEN" : "STANDS")));
        });
  }

  private Future<Reply> withdraw(Visit visit) {
    String code = visit.path("area");
    return certificates
        .withdraw(visit.name(), code)
        .map(done -> done ? new Reply.See(HOME + code + "?hasil=WITHDRAWN") : Reply.missing());
  }

  private interface Shows {
    Future<Reply> of(AreaCoverage coverage);
  }

  private Future<Reply> coverage(Visit visit, Shows shows) {
    return Region.codeOf(visit.path("area"))
        .map(code -> villages.coverage(code, month.get()))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            found -> found.map(shows::of).orElseGet(() -> Future.succeededFuture(Reply.missing())));
  }
}
