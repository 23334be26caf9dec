import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';

const top = path.resolve(import.meta.dirname, '../..');
const target = process.env['CARGO_TARGET_DIR'] ?? path.join(top, 'target');
const program = process.env['YANZHI_E2E_PROGRAM'] ?? path.join(target, 'debug/yanzhi');

/** The program takes what begins with `YANZHI_` for its settings: ours are not among them. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('YANZHI_E2E_')),
);

export interface FreshServer {
  url: string;
  /** What the console showed for the first start. */
  code: string;
  /** Invites somebody from the console, with a role; the secret of the link. */
  invite: (person: Invited) => string;
  stop: () => void;
}

export interface Invited {
  login: string;
  name: string;
  organisation: string;
  role: string;
}

/** What a program says on one of its outputs, as far as it is wanted: the groups of the pattern. */
export function saidBy(
  program: ChildProcess,
  output: Readable | null,
  wanted: RegExp,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let said = '';
    output?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = wanted.exec(said);
      if (found) resolve(found.slice(1));
    });
    program.on('exit', (status) => reject(new Error(`the program ended with ${status}: ${said}`)));
  });
}

interface Wanted {
  /** A free one, when it is left out. */
  port?: number;
  /** Whether the example strategy is imported first; without it, there is no organisation yet either. */
  pack?: boolean;
  /** As the file of settings has them. */
  settings?: string;
}

/** A server on which nobody has an account yet. */
export async function startFresh({
  port = 0,
  pack = true,
  settings = '',
}: Wanted = {}): Promise<FreshServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yanzhi-first-start-'));
  const database = ['--database', `sqlite:${path.join(folder, 'yanzhi.db')}`];
  if (pack) {
    const example = path.join(top, 'packs/ningbo');
    execFileSync(program, ['--lang', 'en', 'import', ...database, example], {
      cwd: folder,
      env,
      stdio: 'ignore',
    });
  }
  const config = path.join(folder, 'yanzhi.toml');
  writeFileSync(config, settings);
  const given = ['--config', config, '--listen', `127.0.0.1:${port}`];
  const server = spawn(program, ['--lang', 'en', 'serve', '--migrate', ...database, ...given], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [url = '', code = ''] = await saidBy(
    server,
    server.stderr,
    /ready: (\S+)[\s\S]*one-time code (\S+)/,
  );
  const invite = ({ login, name, organisation, role }: Invited) => {
    const person = [login, '--name', name, '--organisation', organisation, '--role', role];
    const command = ['--lang', 'zh', 'user', ...database, 'invite', ...person];
    const { stderr } = spawnSync(program, command, { cwd: folder, env, encoding: 'utf8' });
    const secret = /#([\w-]+)/.exec(stderr)?.[1];
    if (!secret) throw new Error(`nobody was invited: ${stderr}`);
    return secret;
  };
  return { url, code, invite, stop: () => server.kill('SIGTERM') };
}
