import type { Block } from '../../../model.ts';
import { sanitiseLine } from '../../../text/sanitise.ts';
import { webUrl } from '../../links.ts';
import {
  type AnyNode,
  all,
  classes,
  type Element,
  first,
  isBlock,
  isSmall,
  isTag,
  isText,
  textOf,
  textsInside,
} from '../tree/dom.ts';
import { isDropped } from '../tree/noise.ts';

type Photo = Extract<Block, { type: 'photo' }>;

/** The attributes in which a picture that loads late keeps its address. */
const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url'];
const PLACEHOLDER =
  /(?:^data:|\/(?:blank|spacer|loading|lazy|transparent|pixel|noimg)[\w-]*\.(?:gif|png|svg)(?:\?|$))/i;

/** A picture's address; null if it has none on the web. */
function imageUrl(image: Element, base: string | null): string | null {
  const late = LATE.map((name) => image.attribs[name]).find(
    (value) => value !== undefined && value.trim() !== '',
  );
  const source = image.attribs.src;
  const best = late ?? (source !== undefined && !PLACEHOLDER.test(source.trim()) ? source : undefined);
  return webUrl(best ?? image.attribs.srcset?.trim().split(/[\s,]+/)[0], base);
}

/** A photo; its `alt` is null if it only repeats the caption. */
export function photoOf(image: Element, caption: string | null, base: string | null): Photo | null {
  const url = imageUrl(image, base);
  if (url === null) return null;
  const alt = sanitiseLine(image.attribs.alt ?? '');
  return withCaption({ type: 'photo', url, caption: null, alt: alt === '' ? null : alt }, caption);
}

/** The photo with a caption found for it. */
export function withCaption(photo: Photo, caption: string | null): Photo {
  const said = caption === '' ? null : caption;
  return { ...photo, caption: said, alt: photo.alt === null || repeats(photo.alt, said) ? null : photo.alt };
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

function repeats(alt: string, caption: string | null): boolean {
  return (
    caption !== null && (alt === caption || (letters(alt) !== '' && letters(caption).includes(letters(alt))))
  );
}

const HOLDER =
  /^(?:img_cont|articlePhoto\w*|photo(?:_|$)\w*|(?:sub_)?photo\w*|img_?(?:box|wrap|area)\w*|image_?(?:box|wrap|area)?)$/i;

/** Whether an element is there for a picture and its caption: a figure, or one of the older boxes. */
export function isPhotoBox(element: Element): boolean {
  if (element.name === 'figure') return first('img', element) !== null;
  if (!isBlock(element) || !classes(element).some((name) => HOLDER.test(name))) return false;
  if (!isSmall(element, LARGEST_BOX)) return false;
  const images = all('img', element).length;
  return images > 0 && first('figure, br + br, table', element) === null && hasOnlyCaptions(element, images);
}

/** In nodes; a slide show of thirty photos has 300. */
const LARGEST_BOX = 1000;
const CAPTION = /caption|(?:^|[-_])(?:cap|desc)(?:[-_]|$)/i;
const LARGEST_CAPTION = 50;
/** In UTF-16 units; a longer paragraph beside a picture is the story's. */
const LONGEST_CAPTION = 300;

/** Whether an element calls itself a caption, and is short as one. */
export function isCaption(element: Element): boolean {
  if (!classes(element).some((name) => CAPTION.test(name)) || !isSmall(element, LARGEST_CAPTION))
    return false;
  if (first('img', element) !== null || isWordy(element)) return false;
  const { length } = textOf(element, isDropped);
  return length > 0 && length <= LONGEST_CAPTION;
}

/** Whether a small element holds far more text than a caption, white space between its words included. */
function isWordy(element: Element): boolean {
  let length = 0;
  for (const { data } of textsInside(element, isDropped)) length += data.length;
  return length > 10 * LONGEST_CAPTION;
}

/** Whether a box has no more paragraphs than its pictures need for captions. */
function hasOnlyCaptions(box: Element, images: number): boolean {
  const others = all('p', box)
    .filter((paragraph) => !isCaption(paragraph) && !isDropped(paragraph))
    .map((paragraph) => textOf(paragraph))
    .filter((text) => text !== '');
  return others.length <= images && others.every((text) => text.length <= LONGEST_CAPTION);
}

/** The words of such a box's figcaptions; empty if it has none. */
export function captionOf(box: Element): string {
  return all('figcaption', box)
    .map((caption) => textOf(caption, isDropped))
    .join(' ')
    .trim();
}

/**
 * The photos of a photo box. Text behind a picture is its caption, text before the first one the first one's;
 * so each caption is shown once, with the picture it stands at.
 */
export function photosIn(box: Element, base: string | null): Photo[] {
  const said: { image: Element; texts: string[] }[] = [];
  const before: string[] = [];
  const walk = (node: AnyNode): void => {
    if (isText(node)) {
      (said.at(-1)?.texts ?? before).push(node.data);
    } else if (isTag(node) && !isDropped(node)) {
      if (node.name === 'img') said.push({ image: node, texts: [] });
      const edge = () => {
        if (isBlock(node)) (said.at(-1)?.texts ?? before).push(' ');
      };
      edge();
      for (const child of node.children) walk(child);
      edge();
    }
  };
  walk(box);
  const explicit = captionOf(box);
  if (said.length === 1 && explicit !== '') {
    return [photoOf(said[0]!.image, explicit, base)].filter((photo) => photo !== null);
  }
  said[0]?.texts.unshift(...before, ' ');
  const photos: Photo[] = [];
  for (const { image, texts } of said) {
    const caption = sanitiseLine(texts.join(''));
    const photo = photoOf(image, caption, base);
    const last = photos.at(-1);
    // A late picture and its twin in <noscript> are one.
    if (photo !== null && photo.url === last?.url)
      photos[photos.length - 1] = { ...photo, caption: last.caption ?? photo.caption };
    else if (photo !== null) photos.push(photo);
  }
  return photos;
}
