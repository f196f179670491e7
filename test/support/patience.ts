/**
 * The longest wait for what a test expects, in ms. It costs nothing where the expected comes, and machines are slow while
 * they are shared: no test may have a shorter one, unless that is what it tests.
 */
export const PATIENCE = 60_000;
