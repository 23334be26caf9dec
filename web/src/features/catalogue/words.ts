import i18next from 'i18next';
import en from './locales/en.json';
import zh from './locales/zh.json';

/** The words of these pages come with them, so that the public site does not carry them. */
i18next.addResourceBundle('zh', 'catalogue', zh);
i18next.addResourceBundle('en', 'catalogue', en);
