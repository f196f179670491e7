/** Stands for the parts of Node's HTTP module that undici takes. The most bytes that headers may have, by Node's default. */
export const maxHeaderSize = 16_384;

/** The class of a body that undici could send; the program sends none. */
export class IncomingMessage {}
