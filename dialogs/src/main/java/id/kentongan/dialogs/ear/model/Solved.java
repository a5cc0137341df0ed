package id.kentongan.dialogs.ear.model;

/// Solves a small system of linear equations with a positive definite matrix.
final class Solved {
  private Solved() {}

  /// Overwrites both; Gauss without pivoting suffices for positive definite matrices.
  static double[] of(double[][] matrix, double[] right) {
    int n = right.length;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double factor = matrix[j][i] / matrix[i][i];
        for (int k = i; k < n; k++) {
          matrix[j][k] -= factor * matrix[i][k];
        }
        right[j] -= factor * right[i];
      }
    }
    double[] solved = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = right[i];
      for (int k = i + 1; k < n; k++) {
        sum -= matrix[i][k] * solved[k];
      }
      solved[i] = sum / matrix[i][i];
    }
    return solved;
  }
}
