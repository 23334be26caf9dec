import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { extractStyle } from '@ant-design/static-style-extract';
import { ConfigProvider } from 'antd';
import { createElement } from 'react';
import type { Plugin } from 'vite';
import { cssVariables, theme } from '../src/ui/theme.ts';

const ID = 'virtual:antd.css';
const RESOLVED = `\0${ID}`;
/** Drawn inside others when nothing else is there, so no import names them. */
const INNER = ['Empty'];
const INJECTOR = '@rc-component/util/es/Dom/dynamicCSS.js';

/** Names imported from antd anywhere in the sources: only their styles are shipped. */
async function usedComponents(root: string): Promise<string[]> {
  const files = await readdir(root, { recursive: true });
  const names = new Set<string>(INNER);
  for (const file of files.filter((name) => name.endsWith('.tsx'))) {
    const source = await readFile(path.join(root, file), 'utf8');
    for (const match of source.matchAll(/import \{([^}]+)\} from 'antd'/g)) {
      for (const name of match[1]?.split(',') ?? []) names.add(name.trim());
    }
  }
  return [...names].filter((name) => /^[A-Z]/.test(name)).toSorted();
}

/**
 * Ant Design's styles as one static sheet, so that the page works under
 * `style-src 'self'`: nothing is injected at run time. The few sheets its parts
 * still add (scroll lock, scroll-bar measurement) become constructed style
 * sheets, which such a policy allows.
 */
export function antdStyle(): Plugin {
  const sources = path.resolve(import.meta.dirname, '../src');
  let isBuild = false;
  return {
    name: 'antd-style',
    enforce: 'pre',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    async resolveId(source, importer, options) {
      if (source === ID) return RESOLVED;
      if (!isBuild || !source.includes('dynamicCSS')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found?.id.endsWith(INJECTOR)) return found;
      const standIn = importer?.includes('@ant-design/cssinjs') ? 'absent' : 'constructed';
      return path.join(sources, `ui/injected-styles/${standIn}.ts`);
    },
    async load(id) {
      if (id !== RESOLVED) return null;
      const includes = await usedComponents(sources);
      const atRest = { ...theme, zeroRuntime: false };
      const antd = extractStyle({
        includes,
        customTheme: (node) => createElement(ConfigProvider, { theme: atRest }, node),
      });
      return `${cssVariables()}\n${antd}`;
    },
  };
}
