import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { indicatorsQuery, unitsQuery } from '@/api/strategy-queries';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { Notice } from '@/ui/form/notice';
import { useLanguage } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import { paths } from '@/ui/paths';
import type { Place, RoundDesign } from '../shapes';
import styles from './collection.module.css';

type Burden = RoundDesign['burden'][number];

/** Shown at once; the rest is counted. */
const SHOWN = 20;

/** What the round asks of whom, what of it is asked elsewhere, and what all of it costs. */
export function DesignSummary({ design }: { design: RoundDesign }) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const place = usePlaceName();
  return (
    <div className={styles['design']}>
      <p className={styles['big']}>
        {t('design_cells', { count: design.cells, organisations: design.asked.length })}
      </p>
      <ul className={styles['asked']}>
        {design.asked.map(({ organisation, cells }) => (
          <li key={organisation.code}>
            {text(organisation.name)} <span className="num">{cells}</span>
          </li>
        ))}
      </ul>
      {design.unanswered.length > 0 && (
        <Notice>
          <p>{t('design_unanswered', { count: design.unanswered.length })}</p>
          <ul>
            {design.unanswered.slice(0, SHOWN).map((one) => (
              <li key={place(one)}>{place(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {design.repeats.length > 0 ? (
        <Notice>
          <p>{t('design_repeats', { count: design.repeats.length })}</p>
          <ul>
            {design.repeats.slice(0, SHOWN).map(({ place: one, round }) => (
              <li key={`${place(one)} ${round}`}>
                {place(one)}
                {' — '}
                {round ? (
                  <Link to={paths.round(strategy, round)}>{t('design_asked_in', { round })}</Link>
                ) : (
                  t('design_final_already')
                )}
              </li>
            ))}
          </ul>
          {design.repeats.length > SHOWN && (
            <p>{t('and_more', { count: design.repeats.length - SHOWN })}</p>
          )}
        </Notice>
      ) : (
        <p>{t('design_no_repeats')}</p>
      )}
      <BurdenTable burden={design.burden} />
    </div>
  );
}

function usePlaceName(): (place: Place) => string {
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const indicators = useQuery(indicatorsQuery(strategy)).data?.items ?? [];
  const units = useQuery(unitsQuery(strategy)).data?.items ?? [];
  const nameIn = (
    list: readonly { code: string; name: { zh: string; en: string } }[],
    code: string,
  ) => {
    const found = list.find((item) => item.code === code);
    return found ? text(found.name) : code;
  };
  return ({ indicator, unit, period }) =>
    [nameIn(indicators, indicator), nameIn(units, unit), formatPeriod(period, language)].join(
      ' · ',
    );
}

function BurdenTable({ burden }: { burden: readonly Burden[] }) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const units = useQuery(unitsQuery(strategy)).data?.items ?? [];
  const name = (code: string) => {
    const unit = units.find((one) => one.code === code);
    return unit ? text(unit.name) : code;
  };
  const columns: Column<Burden>[] = [
    { key: 'unit', title: t('unit'), cell: ({ unit }) => name(unit), isRowHeader: true },
    { key: 'year', title: t('year'), cell: ({ year }) => year, sortValue: ({ year }) => year },
    {
      key: 'this',
      title: t('burden_this'),
      align: 'end',
      cell: ({ of_this_round: fields }) => fields,
      sortValue: ({ of_this_round: fields }) => fields,
    },
    {
      key: 'all',
      title: t('burden_all'),
      align: 'end',
      cell: ({ of_all_rounds: fields }) => fields,
      sortValue: ({ of_all_rounds: fields }) => fields,
    },
  ];
  return (
    <>
      <h3>{t('burden')}</h3>
      <DataTable
        caption={t('burden')}
        columns={columns}
        rows={burden}
        rowKey={({ unit, year }) => `${unit}-${year}`}
      />
    </>
  );
}
