// Unpacks the Chromium that the npm package @sparticuz/chromium carries, with the libraries that a
// bare machine lacks, into one folder. Arguments: the npm folder, the folder to make.
import { createReadStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { createWriteStream } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [npm, folder] = process.argv.slice(2);
const bin = join(npm, 'node_modules/@sparticuz/chromium/bin');
const fresh = folder + '.new';
mkdirSync(fresh, { recursive: true });

async function unpack(name, to) {
  await pipeline(createReadStream(join(bin, name)), createBrotliDecompress(), createWriteStream(to));
}

await unpack('chromium.br', join(fresh, 'headless-shell'));
for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
  if (!existsSync(join(bin, archive))) continue;
  const tar = join(fresh, archive.replace('.br', ''));
  await unpack(archive, tar);
  const done = spawnSync('tar', ['-xf', tar, '-C', fresh]);
  if (done.status !== 0) throw new Error(String(done.stderr));
}
writeFileSync(
  join(fresh, 'chromium'),
  '#!/bin/sh\nhere=$(dirname "$0")\nLD_LIBRARY_PATH=$here/lib exec "$here/headless-shell" "$@"\n',
  { mode: 0o755 },
);
spawnSync('chmod', ['755', join(fresh, 'headless-shell')]);
renameSync(fresh, folder);
