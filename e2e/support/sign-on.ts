import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FreshServer, saidBy, startFresh } from './fresh-server.ts';

/** What the provider shares with the client `yanzhi`. */
const SECRET = 'a secret of the client, shared with it';
const ADMINISTRATOR = '晨雾里的七座石桥与两只渡船';

export interface City {
  url: string;
  /** How the provider names itself, and where it is. */
  issuer: string;
  stop: () => void;
}

/** The provider's process ends with its standard input. */
async function startProvider(callback: string): Promise<{ process: ChildProcess; issuer: string }> {
  const script = path.join(import.meta.dirname, 'provider.js');
  const process = spawn('node', [script, callback], { stdio: ['pipe', 'pipe', 'ignore'] });
  const [issuer = ''] = await saidBy(process, process.stdout, /ready: (\S+)/);
  return { process, issuer };
}

function settings(issuer: string, url: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yanzhi-sign-on-'));
  const secret = path.join(folder, 'secret');
  writeFileSync(secret, SECRET);
  return `[identity.sign_on]
issuer = "${issuer}"
client_id = "yanzhi"
client_secret_file = "${secret}"
redirect_base = "${url}"
scopes = ["profile", "government"]
roles = { "yz-reporters" = "reporter", "yz-viewers" = "viewer" }
`;
}

async function setUp({ url, code }: FreshServer): Promise<void> {
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      system_admin: { login: 'sysadmin', name: '系统管理员' },
      password: ADMINISTRATOR,
      security_admin: { login: 'secadmin', name: '安全管理员' },
    }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}

/** A server that has been set up, whose people sign on through a provider. */
export async function startWithSignOn(port: number): Promise<City> {
  const url = `http://127.0.0.1:${port}`;
  const provider = await startProvider(`${url}/api/v1/session/sign-on/callback`);
  const server = await startFresh({ port, settings: settings(provider.issuer, url) });
  await setUp(server);
  const stop = () => {
    server.stop();
    provider.process.stdin?.end();
  };
  return { url, issuer: provider.issuer, stop };
}
