package id.kentongan.bot;

import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.postgres.sample.SampleData;
import java.util.ArrayList;
import java.util.List;

/// What a person who starts the gateway reads on the screen.
record Greeting(Settings settings, int port, List<String> notes, Registry registry) {
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("Kentongan is ready.");
    lines.add("  web chat   " + scheme() + "://" + host() + ":" + port + "/");
    lines.add("  console    " + scheme() + "://" + host() + ":" + port + "/console");
    lines.add("             the first account: ./kentongan admin create NAME");
    settings.publicUrl().ifPresent(url -> lines.add("  public     " + url));
    lines.add(channels());
    if (!registry.samples().isEmpty()) {
      lines.add("  to try     invented people (name, condition, NIK, birth date, KPJ or receipt):");
    }
    for (SampleData.Account a : registry.samples()) {
      lines.add(
          "    %-22s %-20s %s %s %s"
              .formatted(
                  a.name(), a.condition(), a.nik().digits(), a.birthDate(), a.proof().text()));
    }
    for (SampleData.AgentAccount a : registry.agents()) {
      lines.add(
          "    %-22s %-20s write once: masuk agen %s"
              .formatted(a.name(), "agent", a.login().text()));
    }
    notes.forEach(note -> lines.add("  note       " + note));
    return lines;
  }

  private String channels() {
    var on = new ArrayList<>(List.of("web"));
    var off = new ArrayList<String>();
    (settings.channels().telegram().isPresent() ? on : off).add("telegram (telegram.bot-token)");
    (settings.channels().whatsapp().isPresent() ? on : off)
        .add("whatsapp (twilio.account-sid or whatsapp-cloud.phone-number-id)");
    String told = "  channels   on: " + String.join(", ", on).replaceAll(" \\([^)]*\\)", "");
    return off.isEmpty()
        ? told
        : told + "; off, for want of credentials: " + String.join(", ", off);
  }

  private String scheme() {
    return settings.http().tls().isPresent() ? "https" : "http";
  }

  private String host() {
    String host = settings.http().host();
    return host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
  }
}
