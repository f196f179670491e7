/**
 * The build gives Ink this in place of Yoga, whose WebAssembly takes 30 kB in the package and some MB of
 * memory. Here Ink has one layout: a box of the screen's size whose texts stand below one another, each as
 * wide as the box. Everything else of Yoga is missing here, so that its use throws: another method, direction
 * or wrap.
 */

type Measure = (width: number, widthMode: number) => { readonly width: number; readonly height: number };

/** Yoga's numbers (https://www.yogalayout.dev), as far as the layout uses them or Ink compares with them. */
const COLUMN = 0;
const ROW = 2;
const NO_WRAP = 0;
const EXACTLY = 1;

class Node {
  readonly #children: Node[] = [];
  #parent: Node | null = null;
  #measure: Measure | null = null;
  #direction = COLUMN;
  #width: number | null = null;
  #height: number | null = null;
  /** The height that the column measured at a width; null before it is measured. */
  #measured: { readonly at: number; readonly height: number } | null = null;
  #layout = { top: 0, width: 0, height: 0 };

  static create(): Node {
    return new Node();
  }

  setMeasureFunc(measure: Measure): void {
    this.#measure = measure;
  }
  unsetMeasureFunc(): void {
    this.#measure = null;
  }
  setWidth(width: number): void {
    this.#width = width;
  }
  setHeight(height: number): void {
    this.#height = height;
  }
  setFlexDirection(direction: number): void {
    this.#direction = direction;
  }
  setFlexWrap(wrap: number): void {
    if (wrap !== NO_WRAP) throw new Error('only one column is laid out here');
  }
  /** Texts are a row each, and as many as the box has. */
  setFlexGrow(): void {}
  setFlexShrink(): void {}

  getChildCount(): number {
    return this.#children.length;
  }
  insertChild(child: Node, at: number): void {
    child.#parent = this;
    this.#children.splice(at, 0, child);
  }
  removeChild(child: Node): void {
    const at = this.#children.indexOf(child);
    if (at >= 0) this.#children.splice(at, 1);
    child.#parent = null;
  }
  markDirty(): void {
    this.#measured = null;
  }
  free(): void {}
  freeRecursive(): void {}

  calculateLayout(): void {
    if (this.#parent !== null) throw new Error('only the root is laid out here');
    this.#place(0, this.#width ?? 0);
  }

  /**
   * Lays out the node and its children from a row on, `width` cells wide unless the node has a width of its
   * own.
   */
  #place(top: number, width: number): void {
    const own = this.#width ?? width;
    let height = 0;
    if (this.#measure === null) {
      if (this.#children.length > 1 && this.#direction === ROW) throw new Error('rows are not laid out here');
      for (const child of this.#children) {
        child.#place(height, own);
        height += child.#layout.height;
      }
    } else {
      if (this.#measured?.at !== own)
        this.#measured = { at: own, height: this.#measure(own, EXACTLY).height };
      height = this.#measured.height;
    }
    this.#layout = { top, width: own, height: this.#height ?? height };
  }

  getComputedLeft(): number {
    return 0;
  }
  getComputedTop(): number {
    return this.#layout.top;
  }
  getComputedWidth(): number {
    return this.#layout.width;
  }
  getComputedHeight(): number {
    return this.#layout.height;
  }
  getComputedMargin(): number {
    return 0;
  }
  getComputedPadding(): number {
    return 0;
  }
  getComputedBorder(): number {
    return 0;
  }
  getDisplay(): number {
    return 0;
  }
}

/** Any other of Yoga's constants is undefined, and its setter a method that is missing. */
export default {
  Node,
  DIRECTION_LTR: 1,
  DISPLAY_FLEX: 0,
  DISPLAY_NONE: 1,
  FLEX_DIRECTION_COLUMN: COLUMN,
  FLEX_DIRECTION_ROW: ROW,
  MEASURE_MODE_UNDEFINED: 0,
  WRAP_NO_WRAP: NO_WRAP,
};
