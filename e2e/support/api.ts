import { type APIRequestContext, expect } from '@playwright/test';

export interface Words {
  zh: string;
  en: string;
}

export interface Row {
  unit: { code: string; name: Words; group?: string | null };
  score?: number | null;
  rank?: number | null;
  children: { node: string; score?: number | null }[];
}

export interface LeagueTable {
  period: string;
  node: { code: string; name: Words };
  is_synthetic: boolean;
  children: { code: string; name: Words }[];
  run: { content_hash: string };
  rows: Row[];
}

interface Node {
  code: string;
  level: number;
  name: Words;
  indicator?: string | null;
}

/** What the server says, to hold the pages against. */
export class Api {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async read<Body>(path: string): Promise<Body> {
    const answer = await this.#request.get(`/api/v1/strategies${path}`);
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as Body;
  }

  /** The code of the first strategy, which the home page leads to. */
  async strategy(): Promise<string> {
    const { items } = await this.read<{ items: { code: string }[] }>('');
    const [first] = items;
    if (!first) throw new Error('no strategy was imported');
    return first.code;
  }

  async leagueTable(query = ''): Promise<LeagueTable> {
    return this.read(`/${await this.strategy()}/league-table${query}`);
  }

  async nodes(): Promise<Node[]> {
    return (await this.read<{ nodes: Node[] }>(`/${await this.strategy()}/framework`)).nodes;
  }

  async groups(): Promise<{ code: string; name: Words }[]> {
    return (
      await this.read<{ groups: { code: string; name: Words }[] }>(`/${await this.strategy()}`)
    ).groups;
  }

  async periods(): Promise<string[]> {
    const { items } = await this.read<{ items: { code: string }[] }>(
      `/${await this.strategy()}/periods`,
    );
    return items.map(({ code }) => code);
  }

  /** A leaf of the framework: an indicator that is scored. */
  async indicator(): Promise<string> {
    const leaf = (await this.nodes()).find(({ indicator }) => indicator);
    if (!leaf?.indicator) throw new Error('the framework has no indicator');
    return leaf.indicator;
  }

  /** An indicator outside the framework, with real figures of the city, where the pack has one. */
  async cityIndicator(): Promise<string | undefined> {
    const { items } = await this.read<{
      items: { code: string; dimension?: unknown; observations: number }[];
    }>(`/${await this.strategy()}/indicators`);
    return items.find(({ dimension, observations }) => !dimension && observations > 0)?.code;
  }
}
