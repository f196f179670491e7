import { jsonForm, openConfFile } from './conf-file.ts';
import { readKeys } from './key-settings.ts';
import { type SettingsStore, settingsBy } from './settings-table.ts';

/**
 * Opens the settings in a folder's `config.json`. An invalid value counts as not set; settings that this
 * version does not know stay in the file.
 *
 * @param others where a setting's value comes from that the file does not have; without it, the default
 * Its promises reject with Failures, as those of the bookmarks do.
 */
export function openSettings(
  folder: string,
  others: Pick<SettingsStore, 'all'> | null = null,
): SettingsStore {
  const file = openConfFile({
    folder,
    name: 'config',
    form: jsonForm(),
  });
  return {
    onSetAside: file.onSetAside,
    all: () => {
      const store = file.read();
      const rest = others?.all();
      return settingsBy((name, { read, fallback }) => read(store[name]) ?? rest?.[name] ?? fallback);
    },
    set: (name, value) =>
      file.change((draft) => {
        draft[name] = value;
        return { result: undefined, isNew: true };
      }),
    unset: (name) =>
      file.change((draft) => {
        const isNew = name in draft;
        delete draft[name];
        return { result: undefined, isNew };
      }),
    setKeys: (action, keys) =>
      file.change((draft) => {
        const { [action]: _, ...others } = readKeys(draft.keys) ?? {};
        draft.keys = keys === null ? others : { ...others, [action]: keys };
        return { result: undefined, isNew: true };
      }),
  };
}
