import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import i18next from 'i18next';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from '@/api/query-client';
import { useLanguage } from '@/ui/language';
import { theme } from '@/ui/theme';
import { router } from './router';

// Problems come in the language they were asked in: those are asked again.
i18next.on('languageChanged', () => {
  void queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' });
});

/** What the whole site stands on: theme, language, server state, addresses. */
export function Providers() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      locale={language === 'en' ? en : zh}
      theme={theme}
      virtual={false}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
