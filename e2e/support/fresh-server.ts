import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
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
  stop: () => void;
}

/** What a program says on one of its outputs, as far as it is wanted. */
export function saidBy(
  program: ChildProcess,
  output: Readable | null,
  wanted: RegExp,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    output?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = wanted.exec(said)?.[1];
      if (found) resolve(found);
    });
    program.on('exit', (status) => reject(new Error(`the program ended with ${status}: ${said}`)));
  });
}

/** A server on which nobody has an account yet, with the example strategy, and settings as its file has them. */
export async function startFresh(port: number, settings = ''): Promise<FreshServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yanzhi-first-start-'));
  const database = ['--database', `sqlite:${path.join(folder, 'yanzhi.db')}`];
  const pack = path.join(top, 'packs/ningbo');
  execFileSync(program, ['--lang', 'en', 'import', ...database, pack], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const config = path.join(folder, 'yanzhi.toml');
  writeFileSync(config, settings);
  const given = ['--config', config, '--listen', `127.0.0.1:${port}`];
  const server = spawn(program, ['--lang', 'en', 'serve', ...database, ...given], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const code = await saidBy(server, server.stderr, /one-time code (\S+)/);
  return { url: `http://127.0.0.1:${port}`, code, stop: () => server.kill('SIGTERM') };
}
