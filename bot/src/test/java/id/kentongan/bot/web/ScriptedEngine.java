package id.kentongan.bot.web;

import id.kentongan.bot.desk.Received;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Outgoing;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Stands in for the engine: takes each message once and answers by a fixed script.
final class ScriptedEngine implements Function<Inbound, Future<Received>> {
  private final Channel channel;
  private final Set<String> seen = new HashSet<>();
  private final List<Inbound> taken = new ArrayList<>();
  private volatile boolean down;

  ScriptedEngine(Channel channel) {
    this.channel = channel;
  }

  @Override
  public synchronized Future<Received> apply(Inbound inbound) {
    if (down) {
      return Future.failedFuture("down");
    }
    if (!seen.add(inbound.id())) {
      return Future.succeededFuture(Received.DUPLICATE);
    }
    taken.add(inbound);
    int version = taken.size();
    List<Bubble> answers = answers(inbound.content());
    Future<?> said = channel.typing(inbound.conversation(), inbound.id());
    for (int i = 0; i < answers.size(); i++) {
      var id = EffectId.of(inbound.conversation(), version, i);
      var message = new Outgoing(id, inbound.conversation(), answers.get(i), null, inbound.id());
      said = said.compose(before -> channel.send(message));
    }
    return Future.succeededFuture(Received.COMMITTED);
  }

  synchronized List<Inbound> taken() {
    return List.copyOf(taken);
  }

  /// As when Redis is gone: nothing is taken.
  void down(boolean down) {
    this.down = down;
  }

  private static List<Bubble> answers(Inbound.Content content) {
    return switch (content) {
      case Inbound.Words words -> answers(words.text());
      case Inbound.Ready(Event.Tapped(String choice)) ->
          List.of(Bubble.of("Baik, pilihan Bapak/Ibu: " + choice));
      case Inbound.Ready(Event.SentFile(var file, var caption, var album)) ->
          List.of(Bubble.of("Terima kasih, fotonya sudah kami terima (" + file.type() + ")."));
      case Inbound.Ready ready -> List.of(Bubble.of("?"));
    };
  }

  private static List<Bubble> answers(String text) {
    if (text.contains("iuran")) {
      return List.of(
          Bubble.of(
              """
              Untuk petani dengan penghasilan Rp 1.000.000 sebulan, iurannya Rp 8.400 per bulan \
              untuk dua program:
              • kecelakaan kerja (JKK)
              • kematian (JKM)

              Mulai Januari 2027 menjadi Rp 16.800.\
              """),
          Bubble.of(
              "Mau langsung mendaftar?",
              List.of(
                  new Choice("daftar", "Ya, daftar"),
                  new Choice("nanti", "Nanti saja"),
                  new Choice("hitung", "Hitung lagi"))));
    }
    if (text.contains("menu")) {
      return List.of(
          Bubble.of(
              "Silakan pilih:",
              List.of(
                  new Choice("a", "Iuran"),
                  new Choice("b", "Daftar"),
                  new Choice("c", "Cek status"),
                  new Choice("d", "Santunan keluarga"),
                  new Choice("e", "Bicara dengan petugas"))));
    }
    return text.contains("berkas")
        ? List.of(
            new Bubble(
                "Ini ringkasannya.",
                List.of(),
                new Bubble.Attachment("f1", "application/pdf", "ringkasan.pdf")))
        : List.of(Bubble.of("Terima kasih. Anda menulis: " + text));
  }
}
