import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import type { Branch } from '../tree';
import styles from './organisations.module.css';

/** The tree as nested lists, which every reader can walk through. */
export function OrganisationTree({ branches }: { branches: readonly Branch[] }) {
  return (
    <div className={styles['tree']}>
      <Branches branches={branches} />
    </div>
  );
}

function Branches({ branches }: { branches: readonly Branch[] }) {
  const { t } = useTranslation('organisations');
  const { text } = useLanguage();
  return (
    <ul>
      {branches.map(({ organisation: { code, name, kind, closed_at: closed }, children }) => (
        <li key={code}>
          <div className={styles['row']}>
            <Link to={paths.organisation(code)}>{text(name)}</Link>
            <span className={styles['code']}>{code}</span>
            <span className={styles['kind']}>{t(`kind_${kind}`)}</span>
            {closed && <span className={styles['closed']}>{t('closed')}</span>}
          </div>
          {children.length > 0 && <Branches branches={children} />}
        </li>
      ))}
    </ul>
  );
}
