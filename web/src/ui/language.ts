import { useTranslation } from 'react-i18next';

export type Language = 'zh' | 'en';

/** A text of the data, in both languages. */
export interface Text {
  zh: string;
  en: string;
}

export function isLanguage(value: unknown): value is Language {
  return value === 'zh' || value === 'en';
}

/** The text in the language asked for; the other one rather than nothing. */
export function textIn(text: Text, language: Language): string {
  return text[language] || text.zh || text.en;
}

export function useLanguage(): { language: Language; text: (value: Text) => string } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return { language, text: (value) => textIn(value, language) };
}
