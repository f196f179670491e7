// In place of react-devtools-core in the bundle: Ink would load it under DEV=true.
export const initialize = (): void => undefined;
export const connectToDevTools = (): void => undefined;
export default { initialize, connectToDevTools };
