package id.kentongan.integrations.postgres;

/// How somebody consented to be enrolled by an agent, as recorded.
enum ConsentWay {
  IN_PERSON,
  OWN_PHONE,
  CODE_TOLD
}
