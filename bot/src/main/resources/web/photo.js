// What may be sent: a photograph, made small enough for a slow line and without where and when it was
// taken, a PDF, or a list of people.

const EDGE = 2000;
const SMALL = 700 * 1024;

export const LIMIT = 10 * 1024 * 1024;

const TABLES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv'
};

// Browsers often know no type for a list, or a wrong one; its name tells.
const table = file => TABLES[file.name.split('.').pop().toLowerCase()];

export function isAllowed(file) {
  return file.type.startsWith('image/') || file.type === 'application/pdf' || !!table(file);
}

export async function shrink(file) {
  if (table(file)) return new File([file], file.name, { type: table(file) });
  if (!file.type.startsWith('image/') || file.size <= SMALL) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    // A format that this browser cannot read goes as it is.
    return file;
  }
}
