// The texts of the sample edition as one compressed file: half of their size in the tarball.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';

const EDITION = 'fixtures/edition';

export async function writeEdition(file) {
  const texts = {};
  for (const folder of ['feeds', 'articles']) {
    const names = await readdir(`${EDITION}/${folder}`, { recursive: true });
    for (const name of names.sort()) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (/\.(?:xml|html)$/.test(path)) texts[path] = await readFile(`${EDITION}/${path}`, 'utf8');
    }
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  await writeFile(file, brotliCompressSync(JSON.stringify(texts), { params }));
}
