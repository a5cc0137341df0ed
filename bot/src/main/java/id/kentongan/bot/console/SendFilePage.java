package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.officers.Hearing;
import id.kentongan.integrations.postgres.officers.OfficerPost;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// `/console/percakapan/:talk/kirim`: an officer who has a conversation sends a photograph or a PDF
/// in it.
final class SendFilePage implements Page {
  private final OfficerPost post;
  private final Hearing hearing;
  private final TalkPage page;
  private final InstantSource clock;

  /// `page` shows the conversation again with what was written, where a file is not sent.
  SendFilePage(OfficerPost post, Hearing hearing, TalkPage page, InstantSource clock) {
    this.post = post;
    this.hearing = hearing;
    this.page = page;
    this.clock = clock;
  }

  @Override
  public List<Address> addresses() {
    return List.of(Address.upload("/percakapan/:talk/kirim", Permission.TALK, this::send));
  }

  private Future<Reply> send(Visit visit) {
    long talk = visit.number("talk");
    Optional<OneFile> file = OneFile.of(visit.route());
    if (file.isEmpty() || file.get().tooLarge()) {
      return page.show(visit, 400, file.isEmpty() ? "no-file" : "large-file");
    }
    var sent = new OfficerPost.Sent(file.get().name(), file.get().bytes(), visit.field("words"));
    return hearing
        .talk(talk)
        .compose(
            heard ->
                heard.filter(this::silent).isPresent()
                    ? page.show(visit, 400, "closed-file")
                    : sent(visit, talk, sent));
  }

  /// why: no template carries a file, whether there is one or not.
  private boolean silent(Hearing.Heard heard) {
    return !ReplyWindow.of(heard, false, clock.instant()).free();
  }

  private Future<Reply> sent(Visit visit, long talk, OfficerPost.Sent sent) {
    return post.send(visit.name(), talk, sent)
        .compose(
            result ->
                switch (result) {
                  case DONE ->
                      Future.succeededFuture(
                          new Reply.See("/console/percakapan/%d?berkas=terkirim".formatted(talk)));
                  case NOT_A_PAPER -> page.show(visit, 400, "odd-file");
                  case NOT_YOURS -> page.show(visit, 409, "taken");
                  case MISSING -> Future.succeededFuture(Reply.missing());
                });
  }
}
