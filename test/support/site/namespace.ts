// Run by test/e2e/attacks/private-network.test.ts within network and mount namespaces of its own, as root: a
// network with a public site, a private host behind a name, and the built program between them. Prints the
// requests, as JSON.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIN } from '../program/program.ts';

/** In a network for documentation (RFC 5737): public to the program, and unused elsewhere. */
const PUBLIC = '203.0.113.7';
const PRIVATE = '192.168.77.1';
const SITE = 8080;
const INSIDE = 9090;

const folder = mkdtempSync(join(tmpdir(), 'donga-tui-namespace-'));
const hosts = join(folder, 'hosts');
writeFileSync(hosts, `127.0.0.1 localhost\n${PUBLIC} news.example\n${PRIVATE} inside.example\n`);
execFileSync('mount', ['--bind', hosts, '/etc/hosts']);
execFileSync('ip', ['link', 'set', 'lo', 'up']);
for (const address of [PUBLIC, PRIVATE]) execFileSync('ip', ['addr', 'add', `${address}/32`, 'dev', 'lo']);

const page = readFileSync('fixtures/edition/articles/139074720.html');
let day = 0;
/** A link to an article of its own at a host. */
const link = (host: string, port: number): string => {
  day += 1;
  return `http://${host}:${port}/news/Economy/article/all/20261120/13900${1000 + day}/1`;
};
const published = link('news.example', SITE);
const redirected = link(PUBLIC, SITE);
const links = [
  ...['127.0.0.1', `[::ffff:${PRIVATE}]`, '3232255233', 'inside.example'].map((host) => link(host, INSIDE)),
  redirected,
  published,
];
/** A feed of links. */
function feed(urls: readonly string[]): string {
  const items = urls.map((url, at) => `<item><title>기사 ${at}</title><link>${url}</link></item>`).join('');
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>경제</title>${items}</channel></rss>`;
}

const askedInside: string[] = [];
const askedOfSite: string[] = [];
const inside = createServer((request, response) => {
  askedInside.push(`http://${request.headers.host}${request.url}`);
  response.end(request.url?.endsWith('.xml') ? feed(links.slice(0, 2)) : page);
});
const site = createServer((request, response) => {
  askedOfSite.push(`http://${request.headers.host}${request.url}`);
  if (request.url?.endsWith('.xml')) response.end(feed(links));
  else if (redirected.endsWith(request.url!)) {
    response.writeHead(302, { location: link('inside.example', INSIDE) }).end();
  } else response.end(page);
});
await Promise.all([
  new Promise<void>((resolve) => inside.listen(INSIDE, '::', resolve)),
  new Promise<void>((resolve) => site.listen(SITE, PUBLIC, resolve)),
]);

function run(home: string, feeds: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DONGA_TUI_HOME: join(folder, home), DONGA_TUI_FEEDS: feeds };
  const child = spawn(process.execPath, [BIN, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

/** The requests that both got in one run, and its stderr. */
async function asked(home: string, feeds: string, ...args: string[]) {
  askedInside.length = 0;
  askedOfSite.length = 0;
  const said = await run(home, feeds, ...args);
  return { inside: [...askedInside], site: [...askedOfSite], said };
}

const origin = `http://news.example:${SITE}`;
const results = {
  links,
  published,
  sync: await asked('a', origin, 'sync', 'economy', '--articles'),
  named: await asked('b', origin, 'read', link(PRIVATE, INSIDE)),
  loopback: await asked('c', `http://127.0.0.1:${INSIDE}`, 'sync', 'economy', '--articles'),
};
process.stdout.write(JSON.stringify(results), () => process.exit());
