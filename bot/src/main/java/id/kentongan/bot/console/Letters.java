package id.kentongan.bot.console;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import id.kentongan.integrations.postgres.officers.Correspondents;
import id.kentongan.integrations.postgres.officers.Correspondents.Known;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What could not be delivered, by conversation and in all. What an officer does with it is a row
/// of the audit.
final class Letters {
  /// why: a conversation is to be read also while their store does not answer.
  private static final long PATIENCE_MILLIS = 500;

  /// So many are counted and shown: more are not looked through.
  static final int MOST = 1000;

  private final DeadLetters dead;
  private final Correspondents people;
  private final AuditTrail audit;
  private final LetterDrop drop;

  Letters(DeadLetters dead, Correspondents people, AuditTrail audit, LetterDrop drop) {
    this.dead = dead;
    this.people = people;
    this.audit = audit;
    this.drop = drop;
  }

  /// One of them and whose it is, as far as that is known.
  public record Listed(Undelivered one, String channel, @Nullable Known whose) {}

  /// Of a conversation; empty when their store does not answer.
  Future<Optional<List<DeadLetter>>> of(long talk) {
    return people
        .who(talk)
        .compose(who -> who.isPresent() ? dead.of(who.get()) : Future.succeededFuture(List.of()))
        .map(Optional::of)
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .otherwise(Optional.empty());
  }

  /// What changes when those of a conversation do.
  Future<String> mark(long talk) {
    return of(talk)
        .map(
            found ->
                found.stream()
                    .flatMap(List::stream)
                    .map(DeadLetter::id)
                    .collect(Collectors.joining(",")));
  }

  /// The oldest first, at most [#MOST].
  Future<List<Listed>> all() {
    return dead.list(MOST)
        .compose(
            letters ->
                people
                    .known(letters.stream().flatMap(Letters::whose).toList())
                    .map(
                        known ->
                            letters.stream()
                                .map(
                                    letter -> {
                                      var who = whose(letter).findFirst().orElse(null);
                                      return new Listed(
                                          Undelivered.of(letter),
                                          who == null ? "" : who.channel(),
                                          who == null ? null : known.get(who));
                                    })
                                .toList()));
  }

  /// Sends one of a conversation's again; false when it is not there any more.
  Future<Boolean> again(String officer, long talk, String letter) {
    return of(talk)
        .compose(
            found ->
                found.stream().flatMap(List::stream).anyMatch(one -> one.id().equals(letter))
                    ? again(officer, List.of(letter)).map(sent -> sent == 1)
                    : Future.succeededFuture(false));
  }

  /// Sends them again behind what waits now; says how many were there.
  Future<Integer> again(String officer, List<String> letters) {
    return each(officer, "send again", letters, dead::replay);
  }

  /// Gives them up for good, which stands in their conversations then; says how many were there.
  Future<Integer> drop(String officer, List<String> letters) {
    return dead.find(letters).compose(found -> drop.drop(officer, found));
  }

  private Future<Integer> each(
      String officer, String act, List<String> letters, Function<String, Future<Boolean>> deed) {
    Future<Integer> all = Future.succeededFuture(0);
    for (String letter : letters) {
      // why the audit first: nothing is done that is not written down.
      all =
          all.compose(
              done ->
                  audit
                      .note(officer, act, "letter/" + letter)
                      .compose(noted -> deed.apply(letter))
                      .map(there -> there ? done + 1 : done));
    }
    return all;
  }

  private static Stream<ConversationId> whose(DeadLetter letter) {
    return Stream.ofNullable(letter.post()).map(Post::id).map(id -> id.conversation());
  }
}
