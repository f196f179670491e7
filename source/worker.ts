// The entry of the process that asks the network for the full-screen reader. As in `bin.ts`, nothing else is
// imported before Node keeps what it compiles.
process.getBuiltinModule('node:module').enableCompileCache?.();
const { serve } = await import('./worker/serve.ts');
serve();
