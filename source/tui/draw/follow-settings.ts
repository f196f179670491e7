import type { Settings } from '../../storage/config/settings-table.ts';
import type { Store } from '../state/store.ts';

/** Changes the terminal when a setting has another value. */
export type SettingHandlers = {
  readonly [Name in keyof Settings]?: (value: Settings[Name]) => void;
};

/** Calls the handlers of settings that change while the screen is open. Returns a function that ends it. */
export function followSettings(store: Store, handlers: SettingHandlers): () => void {
  let { settings } = store.getState();
  return store.subscribe(() => {
    const before = settings;
    settings = store.getState().settings;
    if (settings === before) return;
    for (const [name, handle] of Object.entries(handlers) as [keyof Settings, (value: unknown) => void][]) {
      if (settings[name] !== before[name]) handle(settings[name]);
    }
  });
}
