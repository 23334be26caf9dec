import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import { useSearchState } from '@/ui/use-search-state';
import styles from './shell.module.css';

/** Says the other language in that language. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('app');
  const { language } = useLanguage();
  const [, change] = useSearchState();
  const other = language === 'zh' ? 'en' : 'zh';
  const choose = () => {
    change({ lang: other });
    void i18n.changeLanguage(other);
  };
  return (
    <button
      type="button"
      className={styles['language']}
      lang={other === 'en' ? 'en' : 'zh-CN'}
      aria-label={t('other_language')}
      onClick={choose}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
