import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Program, startProgram } from '../../../source/terminal/programs/program.ts';
import {
  type SpeechEvent,
  speak,
  type VoiceEnvironment,
  voices,
} from '../../../source/terminal/programs/voice.ts';
import { emptyHome } from '../../support/program/program.ts';

const ON: VoiceEnvironment = { env: {}, platform: 'linux', setting: 'auto' };

describe('the voices that are tried', () => {
  const commands = (change: Partial<VoiceEnvironment>) =>
    voices({ ...ON, ...change }).map(({ program }) => ('shell' in program ? program.shell : program[0]));

  test.each<[Partial<VoiceEnvironment>, string[]]>([
    [{}, ['spd-say', 'espeak-ng', 'espeak']],
    [{ env: { WSL_DISTRO_NAME: 'Ubuntu' } }, ['powershell.exe', 'spd-say', 'espeak-ng', 'espeak']],
    [{ platform: 'darwin' }, ['say', 'say']],
    [{ platform: 'win32' }, ['powershell.exe', 'pwsh.exe']],
    [{ setting: 'my-voice --fast' }, ['my-voice --fast']],
  ])('by %j are %j', (change, expected) => {
    expect(commands(change)).toEqual(expected);
  });
});

/** Programs that end as the test says, by their names. */
function fakePrograms(endings: Readonly<Record<string, null | number | string | Promise<null>>>) {
  const started: string[] = [];
  const start: typeof startProgram = (program: Program, { input }) => {
    const name = 'shell' in program ? program.shell : program[0];
    started.push(`${name} ${input.trim()}`.trim());
    const ending = name in endings ? endings[name]! : 'ENOENT';
    return {
      name,
      started: Promise.resolve(ending !== 'ENOENT'),
      ended: Promise.resolve(ending),
      stop: () => started.push(`stop ${name}`),
    };
  };
  return { started, start };
}

async function spoken(endings: Parameters<typeof fakePrograms>[0]) {
  const programs = fakePrograms(endings);
  const events: SpeechEvent[] = [];
  await new Promise<void>((resolve) => {
    speak(
      '기사',
      ON,
      (event) => {
        events.push(event);
        if (event.type !== 'began') resolve();
      },
      programs.start,
    );
  });
  return { events, started: programs.started };
}

test('the first voice that can speak gets the text', async () => {
  expect(await spoken({ 'espeak-ng': null })).toEqual({
    events: [{ type: 'began' }, { type: 'ended' }],
    started: ['spd-say 기사', 'espeak-ng 기사'],
  });
});

test('a voice that fails gives way to the next, and is named if it was the last', async () => {
  expect((await spoken({ 'spd-say': 1, 'espeak-ng': null })).events.at(-1)).toEqual({ type: 'ended' });
  expect((await spoken({ 'spd-say': 1 })).events.at(-1)).toEqual({
    type: 'failed',
    name: 'spd-say',
    ending: 1,
  });
  expect((await spoken({})).events).toEqual([{ type: 'none' }]);
});

test('a voice that is stopped reports nothing more, and its server is silenced', async () => {
  const programs = fakePrograms({ 'spd-say': new Promise<null>(() => undefined) });
  const events: SpeechEvent[] = [];
  const speech = speak('기사', ON, (event) => events.push(event), programs.start);
  await sleep(0);
  speech.stop();
  await sleep(0);
  expect(events).toEqual([{ type: 'began' }]);
  expect(programs.started).toEqual(['spd-say 기사', 'stop spd-say', 'spd-say']);
});

test('a real command gets all of the text, and stopping it ends what it started too', async () => {
  const file = join(await emptyHome(), 'said.txt');
  const text = '가나다라 '.repeat(50_000);
  const done = Promise.withResolvers<SpeechEvent>();
  speak(text, { ...ON, env: { ...process.env, FILE: file }, setting: 'cat > "$FILE"' }, (event) => {
    if (event.type !== 'began') done.resolve(event);
  });
  expect(await done.promise).toEqual({ type: 'ended' });
  expect(await readFile(file, 'utf8')).toBe(`${text}\n`);

  const pids = join(await emptyHome(), 'pid');
  const began = Promise.withResolvers<void>();
  const speech = speak(
    '가',
    { ...ON, env: { ...process.env, FILE: pids }, setting: 'sleep 100 & echo $! > "$FILE"; wait' },
    () => began.resolve(),
  );
  await began.promise;
  const pid = await until(async () => Number(await readFile(pids, 'utf8').catch(() => '')) || null);
  speech.stop();
  await until(async () => {
    try {
      process.kill(pid, 0);
      return (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'Z')).includes(' Z') || null;
    } catch {
      return true;
    }
  });
});

async function until<Found>(look: () => Promise<Found | null>): Promise<Found> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await sleep(20);
  }
}
