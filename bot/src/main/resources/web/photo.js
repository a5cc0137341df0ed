// Makes a photograph small enough for a slow line; also drops where and when it was taken.

const EDGE = 2000;
const SMALL = 700 * 1024;

export const LIMIT = 10 * 1024 * 1024;

export function isAllowed(file) {
  return file.type.startsWith('image/') || file.type === 'application/pdf';
}

export async function shrink(file) {
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
