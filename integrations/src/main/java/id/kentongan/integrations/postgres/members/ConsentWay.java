package id.kentongan.integrations.postgres.members;

/// How somebody consented to be enrolled by an agent, as recorded.
public enum ConsentWay {
  IN_PERSON,
  OWN_PHONE,
  CODE_TOLD
}
