package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.payments.Payments;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A payment of which nobody knows whose it is.
class PaymentsPageTest {
  private final Office office = new Office();
  private final String token = office.in(Role.OFFICER);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void anOwnerIsNotedWithoutSayingThatThePaymentIsSettled() {
    String path = paid(1000);
    String body = after(office.post(path + "/milik", "whose=" + waiting(), token));
    assertThat(body).contains("Pemiliknya sudah dicatat", "masih diperiksa", "kurang dari iuran");
    assertThat(body).doesNotContain("Sudah dijalankan");
    assertThat(after(office.post(path + "/ulang", "x=1", token))).contains("belum cocok");
  }

  @Test
  void whatGoesBackToNobodyIsNotSaidToHaveAPerson() {
    String path = paid(1000);
    office.post(path + "/kembalikan", "x=1", token);
    String body = after(office.post(path + "/kembalikan", "x=1", office.in(Role.SUPERVISOR)));
    assertThat(body).contains("Belum diketahui siapa yang membayar");
  }

  private String after(HttpResponse<String> answer) {
    String next = answer.headers().firstValue("Location").orElseThrow();
    return office.get(next, token).body();
  }

  private String paid(long amount) {
    var time = new Payments.Time(office.clock, office.content.rules().zone());
    var payments = new Payments(office.database, Office.KEY, office.content::tariffs, true, time);
    var payer = new Payment.Payer.ByNik(new Nik("3510170302889124"));
    var payment = new Payment("p1", payer, new Rupiah(amount), office.clock.instant(), "BRILink");
    payments.take(payment).await();
    return "/console/pembayaran/" + one("select number from payments where id = 'p1'");
  }

  /// The number of an enrolment that is not paid.
  private String waiting() {
    return one("select number from enrolments where state = 'WAITING' order by number limit 1");
  }

  private String one(String sql) {
    return office
        .database
        .transact(handle -> handle.createQuery(sql).mapTo(String.class).one())
        .await();
  }
}
