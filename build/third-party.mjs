// The notices of the other packages in the bundle: their licences ask that each copy carries them.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A file of a package with its licence, or with another text that the licence asks to be passed on. */
const NOTICE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Texts for packages that are published without such a file, by their name; given the package's folder. */
const WITHOUT_FILE = {
  // The comment at the head of its only file.
  omggif: (folder) =>
    /^(?:\/\/.*\n)+/
      .exec(readText(`${folder}/omggif.js`))[0]
      .replaceAll(/^\/\/ ?/gm, '')
      .trim(),
};

/** Tables in source/korean are made from these files, so this goes with them (https://www.unicode.org/license.txt). */
const UNICODE = {
  name: 'Unicode Character Database and Unihan Database (tables made from them)',
  version: '16.0',
  licence: 'Unicode-3.0',
  text: `UNICODE LICENSE V3

COPYRIGHT AND PERMISSION NOTICE

Copyright © 1991-2024 Unicode, Inc.

NOTICE TO USER: Carefully read the following legal agreement. BY DOWNLOADING, INSTALLING, COPYING OR OTHERWISE USING DATA FILES, AND/OR SOFTWARE, YOU UNEQUIVOCALLY ACCEPT, AND AGREE TO BE BOUND BY, ALL OF THE TERMS AND CONDITIONS OF THIS AGREEMENT. IF YOU DO NOT AGREE, DO NOT DOWNLOAD, INSTALL, COPY, DISTRIBUTE OR USE THE DATA FILES OR SOFTWARE.

Permission is hereby granted, free of charge, to any person obtaining a copy of data files and any associated documentation (the "Data Files") or software and any associated documentation (the "Software") to deal in the Data Files or Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files or Software, and to permit persons to whom the Data Files or Software are furnished to do so, provided that either (a) this copyright and permission notice appear with all copies of the Data Files or Software, or (b) this copyright and permission notice appear in associated Documentation.

THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF THIRD PARTY RIGHTS.

IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA FILES OR SOFTWARE.

Except as contained in this notice, the name of a copyright holder shall not be used in advertising or otherwise to promote the sale, use or other dealings in these Data Files or Software without prior written authorization of the copyright holder.`,
};

/**
 * The packages that a build took something from.
 * @param outputs of esbuild's metafile
 * @returns their folders, sorted by path
 */
export function bundledPackages(outputs) {
  const folders = new Set();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/**
 * A package's notice.
 * @param folder of the package
 * @throws an error if it has no licence text
 */
export function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  // Some have more of them beside code that is not their own.
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => NOTICE.test(basename(file)) && !file.includes('node_modules'))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const texts = files.map((file) => readText(`${folder}/${file}`));
  const text = texts.length > 0 ? [...new Set(texts)].join('\n\n') : WITHOUT_FILE[name]?.(folder);
  if (typeof license !== 'string' || !text) throw new Error(`no licence text for ${name} (${folder})`);
  return { name, version, licence: license, text };
}

const readText = (path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();

/** The first line of a package's entry. */
export const headingOf = ({ name, version, licence }) => `${name} ${version} (${licence})`;

/** The file's text for packages' folders. */
export function thirdPartyText(folders) {
  const line = '-'.repeat(80);
  // A package that is installed twice in one version has one entry.
  const entries = new Set(
    [...folders.map(noticeOf), UNICODE]
      // The same licences together: gzip finds a text again within 32 KB.
      .sort((a, b) => (a.licence < b.licence ? -1 : a.licence > b.licence ? 1 : 0))
      .map((notice) => `${line}\n${headingOf(notice)}\n${line}\n\n${notice.text}\n`),
  );
  return `donga-tui holds code and data of others, under these licences:\n\n${[...entries].join('\n')}`;
}
