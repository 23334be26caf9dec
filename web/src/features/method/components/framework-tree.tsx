import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FrameworkNode, RunInfo } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { ExportButton } from '@/ui/data-table/export-button';
import { formatPlain, formatShare } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { ScoreBar } from '@/ui/score/score-bar';
import { yardstickOf } from '../indicator-rule';
import { shareOf } from '../tree';
import styles from './method.module.css';

interface Props {
  strategy: string;
  nodes: readonly FrameworkNode[];
  version: string;
  run: RunInfo | null;
}

const INDENT = 24;

/** Index, dimensions and indicators with their weights, the given and what they come to. */
export function FrameworkTree({ strategy, nodes, version, run }: Props) {
  const { t } = useTranslation('method');
  const { text } = useLanguage();
  const most = Math.max(
    ...nodes.filter(({ level }) => level > 0).map((node) => node.effective_weight ?? 0),
  );
  const columns: Column<FrameworkNode>[] = [
    {
      key: 'name',
      title: t('node'),
      isRowHeader: true,
      cell: ({ code, indicator, name, level }) => (
        <span
          className={styles['node']}
          data-level={Math.min(level, 3)}
          style={{ paddingInlineStart: level * INDENT }}
        >
          <Link
            to={
              indicator
                ? paths.indicator(strategy, indicator)
                : paths.leagueTable(strategy, { node: code })
            }
          >
            {text(name)}
          </Link>
        </span>
      ),
      exportValue: ({ name }) => text(name),
    },
    {
      key: 'code',
      title: t('code'),
      cell: ({ code }) => <code className={styles['code']}>{code}</code>,
      exportValue: ({ code }) => code,
    },
    {
      key: 'level',
      title: t('level'),
      cell: ({ level }) => t([`level_${level}`, 'level_deeper'], { level }),
      exportValue: ({ level }) => level,
    },
    {
      key: 'yardstick',
      title: t('yardstick'),
      cell: ({ indicator }) => (run && indicator ? yardstickOf(run, indicator, t) : ''),
      exportValue: ({ indicator }) => (run && indicator ? yardstickOf(run, indicator, t) : ''),
    },
    {
      key: 'weight',
      title: t('weight'),
      align: 'end',
      cell: ({ weight, level }) => (level === 0 ? '' : formatPlain(weight)),
      exportValue: ({ weight }) => weight,
    },
    {
      key: 'share',
      title: t('share'),
      align: 'end',
      cell: (node) => (node.level === 0 ? '' : formatShare(shareOf(node, nodes))),
      exportValue: (node) => shareOf(node, nodes),
    },
    {
      key: 'effective',
      title: t('effective'),
      align: 'end',
      className: styles['effective'],
      cell: ({ effective_weight: weight, level }) => (
        <>
          {formatShare(weight)}
          {level > 0 && <ScoreBar value={weight ?? null} max={most || 1} />}
        </>
      ),
      exportValue: ({ effective_weight: weight }) => weight,
    },
  ];
  return (
    <Section
      title={t('framework')}
      note={t('framework_note', { version })}
      actions={
        <ExportButton fileName={`${strategy}-${t('framework')}`} columns={columns} rows={nodes} />
      }
    >
      <DataTable
        caption={t('framework')}
        columns={columns}
        rows={nodes}
        rowKey={({ code }) => code}
      />
    </Section>
  );
}
