import type {
  APIRequestContext,
  APIResponse,
  Browser,
  Page,
  PlaywrightWorkerArgs,
} from '@playwright/test';
import { type FreshServer, startFresh } from './fresh-server.ts';
import { expect } from './test.ts';
import { totp } from './totp.ts';

export const PASSWORD = '晨雾里的七座石桥与两只渡船';
const ROOT = '330200';

type Playwright = PlaywrightWorkerArgs['playwright'];

interface Wanted {
  login: string;
  name: string;
  role?: string;
  /** Where the person belongs and holds the role. */
  place?: string;
  withFactor?: boolean;
}

/** Somebody who is signed in, as a program that does what a browser would. */
export class Person {
  readonly id: string;
  readonly login: string;
  readonly request: APIRequestContext;
  #token = '';

  constructor(id: string, login: string, request: APIRequestContext) {
    this.id = id;
    this.login = login;
    this.request = request;
  }

  async signIn(): Promise<void> {
    await this.post('/api/v1/session', { login: this.login, password: PASSWORD });
  }

  /** Sets a second factor up, which makes the session a whole one. */
  async enrol(): Promise<void> {
    const { uri } = await this.post<{ uri: string }>('/api/v1/me/second-factor', {
      password: PASSWORD,
    });
    const code = totp(new URL(uri).searchParams.get('secret') ?? '');
    await this.post('/api/v1/me/second-factor/confirm', { code });
  }

  async get<Body>(path: string): Promise<Body> {
    return this.#read(await this.request.get(path), path);
  }

  async post<Body>(path: string, data: unknown, version?: number): Promise<Body> {
    const headers = this.#headers(version);
    return this.#read(await this.request.post(path, { data, headers }), path);
  }

  async patch<Body>(path: string, data: unknown, version: number): Promise<Body> {
    const headers = this.#headers(version);
    return this.#read(await this.request.patch(path, { data, headers }), path);
  }

  /** The same person in front of a browser. */
  async inBrowser(browser: Browser, baseURL: string): Promise<Page> {
    const context = await browser.newContext({
      baseURL,
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
      storageState: await this.request.storageState(),
    });
    return context.newPage();
  }

  #headers(version?: number): Record<string, string> {
    return {
      ...(this.#token && { 'x-csrf-token': this.#token }),
      ...(version !== undefined && { 'if-match': `"v${version}"` }),
    };
  }

  async #read<Body>(answer: APIResponse, path: string): Promise<Body> {
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    const body = (await answer.json()) as Body & { csrf_token?: string };
    this.#token = body.csrf_token ?? this.#token;
    return body;
  }
}

interface Invited {
  account: { id: string; version: number };
  link: string;
}

/** A platform that has been set up, with two districts and both administrators. */
export class City {
  readonly server: FreshServer;
  readonly #playwright: Playwright;
  system!: Person;
  security!: Person;

  private constructor(server: FreshServer, playwright: Playwright) {
    this.server = server;
    this.#playwright = playwright;
  }

  static async setUp(playwright: Playwright): Promise<City> {
    const city = new City(await startFresh({ pack: false }), playwright);
    const system = await city.#somebody('', 'wang.wei');
    const invited = await system.post<Invited>('/api/v1/setup', {
      code: city.server.code,
      password: PASSWORD,
      system_admin: { login: 'wang.wei', name: '王伟' },
      security_admin: { login: 'li.na', name: '李娜' },
      organisation: { code: ROOT, name: { zh: '宁波市', en: 'Ningbo' } },
    });
    city.system = system;
    await system.signIn();
    await system.enrol();
    city.security = await city.#accept(invited, 'li.na');
    await city.security.signIn();
    await city.security.enrol();
    await city.addOrganisation('330203', '海曙区', 'Haishu');
    await city.addOrganisation('330205', '江北区', 'Jiangbei');
    return city;
  }

  stop(): void {
    this.server.stop();
  }

  async addOrganisation(code: string, zh: string, en: string, parent = ROOT): Promise<void> {
    const kind = parent === ROOT ? 'district' : 'township';
    await this.system.post('/api/v1/organisations', { code, name: { zh, en }, kind, parent });
  }

  /** Somebody new, signed in; with a role where one is named. */
  async person({ login, name, role, place = ROOT, withFactor = false }: Wanted): Promise<Person> {
    const invited = await this.system.post<Invited>('/api/v1/accounts', {
      login,
      name,
      organisation: place,
    });
    const person = await this.#accept(invited, login);
    if (role) {
      const path = `/api/v1/accounts/${person.id}`;
      const { version } = await this.security.get<{ version: number }>(path);
      await this.security.post(`${path}/roles`, { role, organisation: place }, version);
    }
    await person.signIn();
    if (withFactor) await person.enrol();
    return person;
  }

  /** The same person, signed in a second time elsewhere. */
  async again({ id, login }: Person): Promise<Person> {
    const other = await this.#somebody(id, login);
    await other.signIn();
    return other;
  }

  async #accept({ account, link }: Invited, login: string): Promise<Person> {
    const person = await this.#somebody(account.id, login);
    const secret = link.split('#')[1];
    await person.post('/api/v1/invitations/accept', { secret, password: PASSWORD });
    return person;
  }

  async #somebody(id: string, login: string): Promise<Person> {
    const request = await this.#playwright.request.newContext({ baseURL: this.server.url });
    return new Person(id, login, request);
  }
}
