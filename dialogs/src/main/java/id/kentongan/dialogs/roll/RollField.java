package id.kentongan.dialogs.roll;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a row tells of a person, in the order in which a faulty row is asked about. Each is known
/// by its headings, which stand before a value (`NIK: 3510...`) too.
public enum RollField {
  NAME("nama,nama lengkap,nama pekerja,nama peserta,nama sesuai ktp,nama tenaga kerja,name"),
  NIK("nik,no nik,nomor nik,no ktp,nomor ktp,ktp,nik ktp,no induk kependudukan"),
  BIRTH(
      "tanggal lahir,tgl lahir,lahir,ttl,tgl,tempat tanggal lahir,tempat tgl lahir,birth date,"
          + "date of birth"),
  OCCUPATION("pekerjaan,kerja,profesi,jenis pekerjaan,occupation,usaha"),
  INCOME(
      "penghasilan,pendapatan,upah,gaji,penghasilan sebulan,penghasilan per bulan,"
          + "penghasilan perbulan,income"),
  VILLAGE("desa,kelurahan,kel,ds,desa kelurahan,nama desa,alamat,village"),
  PHONE(
      "hp,no hp,nomor hp,telepon,telp,no telp,no telepon,nomor telepon,handphone,wa,no wa,nomor wa,"
          + "whatsapp,phone");

  private final String headings;

  RollField(String headings) {
    this.headings = "," + headings + ",";
  }

  /// What a row tells, by the fields' names.
  public static Map<RollField, String> named(Map<String, String> told) {
    var named = new EnumMap<RollField, String>(RollField.class);
    told.forEach((name, text) -> named.put(valueOf(name), text));
    return named;
  }

  /// The field that a heading names.
  static Optional<RollField> headed(String heading) {
    String plain =
        heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\([^)]*\\)", " ")
            .replaceAll("[^a-z]+", " ")
            .strip();
    return Arrays.stream(values())
        .filter(field -> field.headings.contains("," + plain + ","))
        .findFirst();
  }
}
