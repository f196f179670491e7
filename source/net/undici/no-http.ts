/** Stands for the parts of Node's HTTP module that undici takes. The most bytes that headers may have, by Node's default. */
export const maxHeaderSize = 16_384;

/** What a body could be that is sent; none is. */
export class IncomingMessage {}
