import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type Language } from '@/ui/language';

const STORED = 'yanzhi.language';

/**
 * Each area and feature owns its words: `<name>/locales/{zh,en}.json` is the namespace `<name>`.
 * A feature that only people at work open brings its words along itself.
 */
const files = import.meta.glob<ResourceLanguage>(
  [
    '/src/{api,app,ui}/locales/*.json',
    '/src/features/*/locales/*.json',
    '!/src/features/collection/locales/*.json',
    '!/src/features/catalogue/locales/*.json',
  ],
  { eager: true, import: 'default' },
);

function resources(): Record<string, Record<string, ResourceLanguage>> {
  const found: Record<string, Record<string, ResourceLanguage>> = { zh: {}, en: {} };
  for (const [path, words] of Object.entries(files)) {
    const match = /([\w-]+)\/locales\/(zh|en)\.json$/.exec(path);
    const namespaces = found[match?.[2] ?? ''];
    if (match?.[1] && namespaces) namespaces[match[1]] = words;
  }
  return found;
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** The address says it, else what was chosen before, else Chinese. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored();
  return isLanguage(asked) ? asked : 'zh';
}

function onLanguage(language: string): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

i18next.on('languageChanged', onLanguage);

void i18next.use(initReactI18next).init({
  resources: resources(),
  lng: firstLanguage(),
  fallbackLng: false,
  supportedLngs: ['zh', 'en'],
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
  initAsync: false,
});
