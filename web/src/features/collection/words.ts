import i18next from 'i18next';
import en from './locales/en.json';
import zh from './locales/zh.json';

// They come with the first of these pages: a visitor of the public ones does not load them.
i18next.addResourceBundle('zh', 'collection', zh);
i18next.addResourceBundle('en', 'collection', en);
