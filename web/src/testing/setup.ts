import '@/app/i18n';
import { cleanup } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeEach } from 'vitest';

beforeEach(async () => {
  await i18next.changeLanguage('zh');
});
afterEach(cleanup);
