import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

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

function saidBy(server: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = wanted.exec(said)?.[1];
      if (found) resolve(found);
    });
    server.on('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)));
  });
}

/** A server on which nobody has an account yet, with the example strategy. */
export async function startFresh(port: number): Promise<FreshServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yanzhi-first-start-'));
  const database = ['--database', `sqlite:${path.join(folder, 'yanzhi.db')}`];
  const pack = path.join(top, 'packs/ningbo');
  execFileSync(program, ['--lang', 'en', 'import', ...database, pack], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const listen = ['--listen', `127.0.0.1:${port}`];
  const server = spawn(program, ['--lang', 'en', 'serve', ...database, ...listen], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const code = await saidBy(server, /one-time code (\S+)/);
  return { url: `http://127.0.0.1:${port}`, code, stop: () => server.kill('SIGTERM') };
}
