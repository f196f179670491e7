// node test/support/generate/paint-photos.ts — paints the sample edition's photos: landscapes and rooms out of a few formulas.
import { readFile, writeFile } from 'node:fs/promises';
import encode, { init } from '@jsquash/jpeg/encode.js';
import { scale } from '../../../source/photos/scale.ts';

const SIZE = { width: 480, height: 320 };
/** Painted twice as large, and scaled down for smooth edges. */
const LARGE = { width: SIZE.width * 2, height: SIZE.height * 2 };
const QUALITY = 19;

type Colour = readonly [red: number, green: number, blue: number];
/** A picture: the colour at x from 0 to 1.5 and y from 0 to 1. */
type Painting = (x: number, y: number) => Colour;

const clamp = (value: number, low = 0, high = 1): number => Math.max(low, Math.min(high, value));
const mix = (one: Colour, other: Colour, share: number): Colour => {
  const part = clamp(share);
  return [0, 1, 2].map((at) => one[at]! + (other[at]! - one[at]!) * part) as unknown as Colour;
};
const shade = (colour: Colour, by: number): Colour => colour.map((each) => each * by) as unknown as Colour;

/** From 0 to 1, the same for the same numbers. */
const chance = (x: number, y = 0, seed = 0): number => {
  const value = Math.sin(x * 127.1 + y * 311.7 + seed * 74.7) * 43758.5453;
  return value - Math.floor(value);
};

/** Smooth noise from 0 to 1. */
function noise(x: number, y: number, seed = 0): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const [across, down] = [ease(x - left), ease(y - top)];
  const row = (at: number): number =>
    chance(left, at, seed) * (1 - across) + chance(left + 1, at, seed) * across;
  return row(top) * (1 - down) + row(top + 1) * down;
}

const clouds = (x: number, y: number, seed = 0): number =>
  [1, 2, 4, 8].reduce((sum, octave) => sum + noise(x * octave, y * octave, seed + octave) / octave, 0) /
  1.875;

/** The far side of the moon above its horizon. */
const moon: Painting = (x, y) => {
  const horizon = 0.42 + 0.1 * (x - 0.75) ** 2 + 0.012 * clouds(x * 9, 1, 3);
  if (y < horizon) {
    const star = chance(Math.floor(x * 160), Math.floor(y * 160), 5);
    return star > 0.9965 ? [235, 235, 225] : [6, 7, 12];
  }
  const depth = (y - horizon) / (1 - horizon);
  const [u, v] = [(x - 0.75) / (0.25 + depth), 1.4 / (0.16 + depth)];
  let light = 0.36 + 0.3 * clouds(u * 5, v * 2.2, 7) + 0.18 * depth;
  for (let crater = 0; crater < 46; crater += 1) {
    const [cx, cy] = [(chance(crater, 1) - 0.5) * 4.4, 1 + chance(crater, 2) * 6];
    const radius = 0.06 + 0.34 * chance(crater, 3) ** 3;
    const far = Math.hypot(u - cx, (v - cy) * 0.62) / radius;
    if (far > 1.25) continue;
    const side = (u - cx) / radius;
    light += far < 1 ? -0.13 + side * 0.24 : 0.16 - side * 0.12;
  }
  return shade([214, 208, 199], clamp(light, 0.05, 1));
};

/** Salt pans at evening: water in squares between dykes, a shed, hills. */
const salt: Painting = (x, y) => {
  const hill = 0.4 - 0.06 * clouds(x * 2.2, 0, 11) - 0.02 * Math.sin(x * 5);
  const sky = mix([242, 170, 112], [116, 140, 182], 1 - y / 0.4 + 0.25 * clouds(x * 2, y * 6, 2) - 0.2);
  if (y < hill) return sky;
  if (y < 0.42) return [84, 88, 104];
  if (x > 1.06 && x < 1.24 && y < 0.5 + (x - 1.06) * 0.05) return y < 0.45 ? [92, 58, 50] : [126, 92, 74];
  const depth = 1 / (y - 0.36);
  const [u, v] = [(x - 0.75) * depth * 0.55, depth * 0.62];
  const dyke = Math.min(Math.abs(u - Math.round(u)), Math.abs(v - Math.round(v)) * 0.8) < 0.055;
  if (dyke) return shade([134, 116, 96], 0.8 + 0.3 * noise(x * 60, y * 60));
  const heap = chance(Math.round(u - 0.5), Math.round(v - 0.5), 9) > 0.62;
  const middle = Math.hypot(u - Math.round(u - 0.5) - 0.5, v - Math.round(v - 0.5) - 0.5);
  if (heap && middle < 0.2) return mix([250, 247, 240], [196, 188, 186], middle / 0.2);
  return mix(shade(sky, 1.02), [208, 186, 168], 0.35 + 0.1 * noise(x * 30, y * 90));
};

/** A stone wall under ginkgos, the ground yellow with leaves. */
const autumn: Painting = (x, y) => {
  const wall = 0.36 + (x - 0.2) * 0.05;
  const leaf = noise(x * 55, y * 55, 4) * 0.6 + noise(x * 120, y * 120, 6) * 0.4;
  const crown = clouds(x * 2.4, y * 2.6, 21) + 0.34 - y * 1.25;
  const trunk = [0.22, 0.66, 1.18].some((at) => Math.abs(x - at - 0.02 * Math.sin(y * 9 + at)) < 0.022);
  if (y < 0.8 && trunk && crown < 0.62) return shade([82, 62, 48], 0.8 + 0.5 * noise(x * 90, y * 12));
  if (crown > 0.5) return mix([196, 136, 22], [250, 212, 72], leaf + crown - 0.4);
  if (y < wall) return mix([206, 222, 236], [170, 196, 220], y * 2);
  if (y < 0.74) {
    if (y < wall + 0.05) return shade([78, 80, 84], 0.8 + 0.4 * noise(x * 40, 1));
    const row = Math.floor((y - wall) * 22);
    const stone = chance(Math.floor(x * 13 + (row % 2) * 0.5), row, 3);
    const joint = (x * 13 + (row % 2) * 0.5) % 1 < 0.07 || ((y - wall) * 22) % 1 < 0.12;
    return joint ? [98, 90, 84] : shade([186, 172, 156], 0.72 + 0.36 * stone + 0.08 * leaf);
  }
  return leaf > 0.42 ? mix([214, 150, 30], [252, 220, 96], leaf) : [120, 96, 62];
};

/** A round table with people on both sides, and a screen on the wall. */
const meeting: Painting = (x, y) => {
  const lit = 1 - 0.35 * Math.hypot(x - 0.75, y - 0.3);
  const person = (at: number, foot: number, size: number, coat: Colour): Colour | null => {
    if (Math.hypot(x - at, (y - foot + size * 1.18) * 0.85) < size * 0.3) return [214, 178, 152];
    if (Math.hypot(x - at, (y - foot + size * 1.32) * 0.85) < size * 0.31) return [42, 36, 34];
    const shoulders = size * (0.36 + 0.24 * clamp((y - foot + size * 0.86) / (size * 0.5)));
    return y > foot - size * 0.86 && y < foot && Math.abs(x - at) < shoulders ? coat : null;
  };
  const COATS: readonly Colour[] = [
    [38, 46, 66],
    [66, 62, 68],
    [92, 44, 50],
    [44, 66, 62],
    [30, 32, 40],
  ];
  const table = Math.hypot((x - 0.75) / 0.72, (y - 0.74) / 0.2);
  if (table < 1) {
    const paper = [0.28, 0.52, 0.76, 1, 1.22].some(
      (at) => Math.abs(x - at) < 0.045 && Math.abs(y - 0.66) < 0.022,
    );
    return paper ? [244, 242, 234] : shade([150, 104, 66], 0.75 + 0.35 * noise(x * 3, y * 46) - 0.2 * table);
  }
  for (let seat = 0; seat < 5; seat += 1) {
    const found = person(0.27 + seat * 0.24, 0.62, 0.17, COATS[seat]!);
    if (found !== null) return shade(found, lit);
  }
  if (table < 1.16 && y > 0.74) return [70, 46, 32];
  if (Math.abs(x - 0.75) < 0.34 && Math.abs(y - 0.19) < 0.13) {
    const line = 0.24 - 0.09 * clouds((x - 0.4) * 4, 0, 31) - (x - 0.75) * 0.06;
    return Math.abs(y - line) < 0.006
      ? [222, 74, 62]
      : (y * 20) % 1 < 0.06
        ? [196, 206, 220]
        : [238, 242, 248];
  }
  if (y > 0.86) return shade([92, 84, 92], 0.9 + 0.2 * noise(x * 70, y * 70));
  return shade(mix([198, 188, 172], [150, 138, 126], y), lit);
};

/** A new building of glass on a clear day. */
const building: Painting = (x, y) => {
  const top = x < 0.86 ? 0.2 + (0.86 - x) * 0.16 : 0.2 + (x - 0.86) * 0.34;
  if (x > 0.26 && x < 1.3 && y > top && y < 0.84) {
    const left = x < 0.86;
    const floor = (y - top) * (left ? 11 : 12);
    const bay = left ? x * 22 : x * 30;
    if (floor % 1 < 0.16 || bay % 1 < 0.09) return left ? [222, 226, 230] : [156, 164, 174];
    const sky = clouds(x * 3, (y - top) * 3, 17);
    return shade(mix([96, 140, 178], [196, 220, 238], sky), left ? 1 : 0.72);
  }
  if (y < 0.8) {
    const tree = y > 0.7 + 0.06 * noise(x * 14, 0, 8);
    if (tree) return shade([66, 102, 58], 0.7 + 0.6 * noise(x * 70, y * 70));
    const cloud = clouds(x * 2.2, y * 4, 40);
    return mix(mix([92, 148, 212], [190, 216, 240], y * 1.2), [250, 250, 250], (cloud - 0.52) * 4);
  }
  if (y < 0.86) return shade([96, 136, 74], 0.85 + 0.3 * noise(x * 80, y * 80));
  const dash = Math.abs(y - 0.93) < 0.008 && (x * 6) % 1 < 0.55;
  return dash ? [240, 236, 214] : shade([98, 100, 106], 0.92 + 0.14 * noise(x * 90, y * 90));
};

/** Kites above a school ground between hills. */
const kites: Painting = (x, y) => {
  const KITES: readonly (readonly [number, number, Colour])[] = [
    [0.34, 0.22, [214, 62, 54]],
    [0.78, 0.13, [250, 206, 70]],
    [1.16, 0.28, [62, 112, 190]],
  ];
  for (const [kx, ky, colour] of KITES) {
    const [dx, dy] = [x - kx, y - ky];
    if (Math.abs(dx) / 0.055 + Math.abs(dy) / 0.075 < 1) {
      return Math.abs(dx) < 0.004 || Math.abs(dy) < 0.004
        ? [250, 246, 236]
        : shade(colour, dx < 0 ? 1 : 0.82);
    }
    const along = (y - ky) / (0.82 - ky);
    const string = kx + (0.62 + (kx - 0.75) * 0.35 - kx) * along + 0.03 * Math.sin(along * 3.14);
    if (along > 0 && along < 1 && Math.abs(x - string) < 0.0018) return [240, 240, 240];
  }
  for (const child of [0.5, 0.62, 0.77]) {
    if (Math.hypot(x - child, y - 0.8) < 0.02) return [60, 44, 36];
    if (y > 0.815 && y < 0.9 && Math.abs(x - child) < 0.014 + (y - 0.815) * 0.18) {
      return child < 0.55 ? [196, 66, 60] : child < 0.7 ? [64, 92, 150] : [226, 178, 62];
    }
  }
  const near = 0.62 - 0.1 * clouds(x * 1.7, 0, 51);
  const far = 0.5 - 0.16 * clouds(x * 1.2 + 4, 0, 52);
  if (y < far) return mix([112, 168, 224], [222, 234, 242], y * 1.7 + 0.3 * clouds(x * 2, y * 5, 53) - 0.2);
  if (y < near) return mix([126, 150, 158], [98, 128, 122], (y - far) * 5);
  if (y < 0.74) return shade([98, 122, 62], 0.7 + 0.5 * clouds(x * 16, y * 20, 54));
  return shade([206, 178, 132], 0.86 + 0.2 * clouds(x * 12, y * 24, 55));
};

/** A city by a river at night. */
const skyline: Painting = (x, y) => {
  const water = y > 0.66;
  const mirrored = water ? 1.32 - y + 0.008 * Math.sin(y * 160 + 6 * noise(x * 8, y * 30)) : y;
  const block = Math.floor(x * 17);
  const height = 0.16 + 0.34 * chance(block, 3) ** 1.6 + (block === 12 ? 0.16 : 0);
  let colour: Colour = mix(
    [22, 26, 58],
    [150, 84, 98],
    mirrored * 1.25 - 0.1 + 0.2 * clouds(x * 2, mirrored * 4, 60),
  );
  if (mirrored > 0.66 - height) {
    const [bay, floor] = [Math.floor(x * 17 * 6), Math.floor(mirrored * 64)];
    const gap = (x * 17 * 6) % 1 < 0.3 || (mirrored * 64) % 1 < 0.35;
    const lit = chance(bay, floor, 7) > 0.56 && !gap;
    colour = lit
      ? mix([255, 214, 130], [210, 226, 255], chance(bay, floor, 8))
      : shade([30, 32, 50], 0.8 + 0.5 * chance(block, 5));
  }
  if (Math.abs(y - 0.655) < 0.012) return (x * 26) % 1 < 0.16 ? [255, 224, 150] : [44, 42, 56];
  return water ? shade(mix(colour, [28, 34, 66], 0.35), 0.86) : colour;
};

/** A ball park under lights. */
const stadium: Painting = (x, y) => {
  const light = [0.16, 1.34].find((at) => Math.abs(x - at) < 0.1 && y > 0.05 && y < 0.15);
  if (light !== undefined) {
    return Math.hypot(((x * 40) % 1) - 0.5, ((y * 40) % 1) - 0.5) < 0.36 ? [255, 252, 236] : [96, 100, 110];
  }
  if ([0.16, 1.34].some((at) => Math.abs(x - at) < 0.008) && y > 0.14 && y < 0.5) return [84, 88, 96];
  const stand = 0.3 + 0.12 * Math.abs(x - 0.75) ** 1.5;
  if (y < stand) return mix([16, 22, 48], [58, 66, 104], y * 2.4);
  if (y < 0.5 + 0.05 * (x - 0.75) ** 2) {
    const seat = chance(Math.floor(x * 120), Math.floor(y * 110), 12);
    const team: Colour = chance(Math.floor(x * 9), 1, 2) > 0.5 ? [206, 64, 58] : [226, 226, 230];
    return seat > 0.4 ? shade(mix(team, [60, 80, 140], seat - 0.4), 0.6 + 0.4 * seat) : [48, 52, 66];
  }
  const depth = 1 / (y - 0.42);
  const [u, v] = [(x - 0.75) * depth, depth];
  const diamond = Math.abs(u) / 2.2 + Math.abs(v - 3.6) / 1.6;
  if (Math.hypot(x - 0.75, (y - 0.7) * 2.2) < 0.05) return [196, 150, 104];
  if (diamond > 0.9 && diamond < 1.12) return [188, 136, 92];
  return shade(
    (Math.floor(u * 1.6) + Math.floor(v * 1.6)) % 2 === 0 ? [74, 140, 70] : [92, 160, 82],
    0.9 + 0.14 * noise(x * 90, y * 90),
  );
};

const PAINTINGS = { moon, salt, autumn, meeting, building, kites, skyline, stadium };

globalThis.ImageData ??= class {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    Object.assign(this, { data, width, height });
    this.data = data;
    this.width = width;
    this.height = height;
  }
};
const wasm = await readFile('node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
await init(await WebAssembly.compile(wasm));
for (const [name, paint] of Object.entries(PAINTINGS)) {
  const data = new Uint8ClampedArray(LARGE.width * LARGE.height * 4);
  for (let y = 0; y < LARGE.height; y += 1) {
    for (let x = 0; x < LARGE.width; x += 1) {
      const colour = paint((x / LARGE.width) * 1.5, y / LARGE.height);
      data.set([...colour, 255], (y * LARGE.width + x) * 4);
    }
  }
  const { data: scaled } = scale({ ...LARGE, data }, SIZE);
  const jpeg = await encode({ ...SIZE, data: scaled, colorSpace: 'srgb' } as never, { quality: QUALITY });
  await writeFile(`fixtures/edition/photos/${name}.jpg`, Buffer.from(jpeg));
}
