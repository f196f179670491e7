/** Tokens parted by spaces, each once, gathered without a string for each. */
export interface TokenList {
  /** Adds letters to the token that is being written. */
  write(letters: string): void;
  /** Ends the token; one that the list has already is taken back. */
  end(): void;
  /** The whole list, which is empty afterwards. */
  take(): string;
}

const SPACE = 0x20;
/** The slots of the hash table; always a power of two, and at most half of them are taken. */
const SLOTS = 1024;

/** Makes an empty list. Its memory is used again after `take`. */
export function createTokenList(): TokenList {
  let codes = new Uint16Array(SLOTS * 4);
  /** Where tokens begin, plus one, by their hash (FNV-1a); 0 for an empty slot. */
  let slots = new Int32Array(SLOTS);
  let length = 0;
  let begun = 0;
  let hash = 0;
  let many = 0;

  function write(letters: string): void {
    while (length + letters.length >= codes.length) codes = enlarged(codes);
    for (let at = 0; at < letters.length; at += 1) {
      const code = letters.charCodeAt(at);
      codes[length] = code;
      length += 1;
      hash = Math.imul(hash ^ code, 0x01000193);
    }
  }

  /** The slot of the token that was just written, or of the same one before it. */
  function slotOf(begin: number, hashed: number): number {
    const mask = slots.length - 1;
    let slot = (hashed ^ (hashed >>> 15)) & mask;
    while (slots[slot] !== 0 && !isSame(slots[slot]! - 1, begin)) slot = (slot + 1) & mask;
    return slot;
  }

  function isSame(one: number, other: number): boolean {
    let at = 0;
    while (codes[one + at] === codes[other + at]) {
      if (codes[one + at] === SPACE) return true;
      at += 1;
    }
    return false;
  }

  function end(): void {
    codes[length] = SPACE;
    const slot = slotOf(begun, hash);
    if (slots[slot] === 0) {
      slots[slot] = begun + 1;
      length += 1;
      many += 1;
    } else {
      length = begun;
    }
    begun = length;
    hash = 0;
    if (many * 2 > slots.length) widen();
  }

  function widen(): void {
    slots = new Int32Array(slots.length * 2);
    for (let begin = 0, at = 0; at < length; at += 1) {
      if (at === begin) hash = 0;
      if (codes[at] !== SPACE) {
        hash = Math.imul(hash ^ codes[at]!, 0x01000193);
        continue;
      }
      slots[slotOf(begin, hash)] = begin + 1;
      begin = at + 1;
    }
    hash = 0;
  }

  function take(): string {
    const text = Buffer.from(codes.buffer, 0, Math.max(0, length - 1) * 2).toString('utf16le');
    slots.fill(0);
    length = 0;
    begun = 0;
    many = 0;
    return text;
  }

  return { write, end, take };
}

function enlarged(codes: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(codes.length * 2);
  larger.set(codes);
  return larger;
}
