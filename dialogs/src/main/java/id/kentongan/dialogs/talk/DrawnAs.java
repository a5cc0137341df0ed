package id.kentongan.dialogs.talk;

/// As what a coverage or a budget is drawn: PNG, PDF or XLSX.
public enum DrawnAs {
  PICTURE,
  PAGE,
  SHEET
}
