import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { unitsQuery } from '@/api/strategy-queries';
import type { IndicatorDetail } from '@/api/types';
import { formatReported } from '@/ui/format';
import { useAsOf } from '@/ui/as-of/use-as-of';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { SourceLine } from '@/ui/page/source-line';
import { paths } from '@/ui/paths';
import { GRADES, layTiles, type Tile } from '../tiles';
import styles from './tile-map.module.css';

/** Each unit a tile about where it lies: neighbours stay neighbours, no border is drawn. */
export function TileMap({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { strategy = '' } = useParams();
  const units = useQuery(unitsQuery(strategy)).data?.items ?? [];
  const tiles = layTiles(units, detail.ranking);
  if (!tiles.some(({ row }) => row)) return null;
  const sources = tiles.flatMap(({ row }) => (row ? [row.source] : []));
  return (
    <Section title={t('map')} note={t('map_note')}>
      <ul className={styles['map']}>
        {tiles.map((tile) => (
          <TileItem key={tile.unit.code} tile={tile} decimals={detail.indicator.decimals} />
        ))}
      </ul>
      <p className={styles['legend']} aria-hidden="true">
        {t('less_good')}
        {Array.from({ length: GRADES }, (_, grade) => (
          <span key={grade} data-grade={grade} className={styles['swatch']} />
        ))}
        {t('better')}
        <span data-grade="none" className={styles['swatch']} />
        {t('no_figure')}
      </p>
      <SourceLine sources={sources} isSynthetic={detail.ranking.some((row) => row.is_synthetic)} />
    </Section>
  );
}

function TileItem({ tile, decimals }: { tile: Tile; decimals: number }) {
  const { unit, row, grade, column, line } = tile;
  const { t } = useTranslation('indicators');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const asOf = useAsOf();
  return (
    <li
      className={styles['tile']}
      data-grade={grade ?? 'none'}
      style={{ gridColumn: column, gridRow: line }}
    >
      <Link to={paths.unit(strategy, unit.code, { as_of: asOf })}>
        <span className={styles['name']}>{text(unit.short_name)}</span>
        <span className={styles['value']}>
          {row ? formatReported(row.value_text, row.value, decimals) : t('no_figure')}
        </span>
        {row && <span className={styles['rank']}>{t('place', { rank: row.rank })}</span>}
      </Link>
    </li>
  );
}
