import type { Settings } from '../../storage/config/settings-table.ts';
import { backgroundIn } from '../../terminal/background.ts';
import { wantsColour } from '../../terminal/colour.ts';
import type { PaintOptions } from '../../terminal/paint.ts';
import { looksOf, PLAIN_LOOKS } from '../../terminal/theme.ts';

/** How a command paints rows: by the settings. The terminal is not asked for its background: the answer might come too late. */
export function paintOptions(settings: Settings, env: NodeJS.ProcessEnv): PaintOptions {
  const background = settings.background === 'auto' ? backgroundIn(env) : settings.background;
  return {
    looks: wantsColour(env) ? looksOf(settings.theme, background) : PLAIN_LOOKS,
    hyperlinks: false,
    wide: settings['ambiguous-width'] === 'wide',
    ascii: settings.ascii,
  };
}
