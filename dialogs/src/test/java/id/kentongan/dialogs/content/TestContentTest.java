package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestContentTest {
  @Test
  void findsTheRepositorysOwnContent() {
    Content content = TestContent.load();
    assertThat(content.rules().enrolment().ageLimit()).isEqualTo(65);
    assertThat(content.papers().byKey()).containsKey("death-certificate");
    assertThat(content.offices().hours()).hasSize(5);
  }
}
