interface Operation {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly transformers: readonly ((line: string, index: number) => string)[];
}

/**
 * The build gives Ink this module in place of its own output buffer. That one takes every text of the screen
 * apart and makes an object for each cell, for each frame: most of the cost of a key. Here every text is a
 * row of its own, from its beginning to its end, so rows are joined unchanged.
 */
export default class Output {
  readonly #size: { readonly width: number; readonly height: number };
  readonly #operations: Operation[] = [];

  constructor(size: { readonly width: number; readonly height: number }) {
    this.#size = size;
  }

  write(x: number, y: number, text: string, { transformers }: Pick<Operation, 'transformers'>): void {
    if (text !== '') this.#operations.push({ x, y, text, transformers });
  }

  /** Rows are fitted before they are given to Ink: there is nothing to clip. */
  clip(): void {}
  unclip(): void {}

  get(): { output: string; height: number } {
    const rows = new Array<string>(this.#size.height).fill('');
    for (const { x, y, text, transformers } of this.#operations) {
      text.split('\n').forEach((line, index) => {
        if (rows[y + index] === undefined) return;
        const drawn = transformers.reduce((drawn, transform) => transform(drawn, index), line);
        rows[y + index] += ' '.repeat(x) + drawn;
      });
    }
    return { output: rows.join('\n'), height: rows.length };
  }
}
