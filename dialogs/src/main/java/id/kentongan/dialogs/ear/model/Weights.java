package id.kentongan.dialogs.ear.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What training found, as it is stored. Row r holds `scales[r] * values[r * outcomes + c]` for the
/// feature `hashes[r]`; `rarity` weighs a feature (inverse document frequency), `unseen` one that
/// training never met.
@SuppressWarnings("ArrayRecordComponent")
record Weights(
    List<String> outcomes,
    float[] bias,
    int[] hashes,
    float[] rarity,
    float[] scales,
    byte[] values,
    float unseen) {
  int bytes() {
    return values.length + 12 * hashes.length + 4 * bias.length;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(outcomes.size());
    for (int c = 0; c < outcomes.size(); c++) {
      out.writeUTF(outcomes.get(c));
      out.writeFloat(bias[c]);
    }
    out.writeFloat(unseen);
    out.writeInt(hashes.length);
    for (int row = 0; row < hashes.length; row++) {
      out.writeInt(hashes[row]);
      out.writeFloat(rarity[row]);
      out.writeFloat(scales[row]);
    }
    out.write(values);
  }

  static Weights read(DataInputStream in) throws IOException {
    int size = in.readInt();
    var outcomes = new ArrayList<String>(size);
    float[] bias = new float[size];
    for (int c = 0; c < size; c++) {
      outcomes.add(in.readUTF());
      bias[c] = in.readFloat();
    }
    float unseen = in.readFloat();
    int rows = in.readInt();
    int[] hashes = new int[rows];
    float[] rarity = new float[rows];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      hashes[row] = in.readInt();
      rarity[row] = in.readFloat();
      scales[row] = in.readFloat();
    }
    byte[] values = new byte[rows * size];
    in.readFully(values);
    return new Weights(List.copyOf(outcomes), bias, hashes, rarity, scales, values, unseen);
  }
}
