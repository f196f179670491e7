import { type Program, type Running, startProgram } from './program.ts';

/** A program that reads a text from its standard input aloud until it ends or is ended. */
export interface Voice {
  readonly program: Program;
  /** The command that silences it, if ending the program does not: a speech server keeps speaking. */
  readonly silence?: readonly [string, ...string[]];
}

export interface VoiceEnvironment {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** The setting `voice`: `auto`, or a command line of the reader's own. */
  readonly setting: string;
}

/** PowerShell 5.1 reads its input in the console's code page unless that is set. */
const WINDOWS_VOICE = [
  '[Console]::InputEncoding = [Text.Encoding]::UTF8',
  'Add-Type -AssemblyName System.Speech',
  '$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer',
  "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'ko-KR') } catch { }",
  '$voice.Speak([Console]::In.ReadToEnd())',
].join('; ');

const powershell = (name: string): Voice => ({
  program: [name, '-NoProfile', '-NonInteractive', '-Command', WINDOWS_VOICE],
});

/** The voices to try, in order: the reader's own alone, else the system's, if possible Korean ones. */
export function voices({ env, platform, setting }: VoiceEnvironment): readonly Voice[] {
  if (setting !== 'auto' && setting.trim() !== '') return [{ program: { shell: setting } }];
  if (platform === 'win32') return [powershell('powershell.exe'), powershell('pwsh.exe')];
  // Yuna is Apple's Korean voice; a system without it has its default one.
  if (platform === 'darwin') return [{ program: ['say', '-v', 'Yuna'] }, { program: ['say'] }];
  return [
    ...((env.WSL_DISTRO_NAME ?? '') === '' ? [] : [powershell('powershell.exe')]),
    // Line by line from its input (-e), each waited for (-w), so that ending it leaves at most one line to be cancelled.
    { program: ['spd-say', '-e', '-w', '-l', 'ko'], silence: ['spd-say', '-C'] },
    { program: ['espeak-ng', '-v', 'ko', '--stdin'] },
    { program: ['espeak', '-v', 'ko', '--stdin'] },
  ];
}

/** The course of speaking: `none` if no voice could speak at all; a voice's ending, if the last one failed. */
export type SpeechEvent =
  | { readonly type: 'began' | 'ended' | 'none' }
  | { readonly type: 'failed'; readonly name: string; readonly ending: number | string };

export interface Speech {
  /** Ends the voice; nothing is reported any more. */
  stop(): void;
}

/**
 * Reads a text aloud with the first voice that can.
 * @param report called when a voice begins to speak, and once more at the end
 */
export function speak(
  text: string,
  where: VoiceEnvironment,
  report: (event: SpeechEvent) => void,
  start: typeof startProgram = startProgram,
): Speech {
  let current: { readonly running: Running; readonly voice: Voice } | null = null;
  let stopped = false;

  async function tryEach(): Promise<void> {
    let last: SpeechEvent = { type: 'none' };
    let began = false;
    for (const voice of voices(where)) {
      if (stopped) return;
      const running = start(voice.program, { input: `${text}\n`, env: where.env, on: 'nothing' });
      current = { running, voice };
      const began_ = await running.started;
      if (began_ && !began && !stopped) report({ type: 'began' });
      began ||= began_;
      const ending = await running.ended;
      current = null;
      if (stopped) return;
      if (ending === null) return report({ type: 'ended' });
      if (ending !== 'ENOENT') last = { type: 'failed', name: running.name, ending };
    }
    report(last);
  }

  void tryEach();
  return {
    stop() {
      stopped = true;
      if (current === null) return;
      current.running.stop();
      const { silence } = current.voice;
      if (silence !== undefined) start(silence, { input: '', env: where.env, on: 'nothing' });
    },
  };
}
