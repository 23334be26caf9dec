import {
  ArrowDownOutlined,
  ArrowLeftOutlined,
  ArrowRightOutlined,
  ArrowUpOutlined,
  RedoOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Popconfirm, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import { added, canStep, rowsOf, type Step, stepped, without } from '../tree';
import type { Indicator } from '../types';
import type { EditedDraft } from '../use-draft';
import styles from './editor.module.css';

const STEPS = [
  ['up', <ArrowUpOutlined key="up" />],
  ['down', <ArrowDownOutlined key="down" />],
  ['out', <ArrowLeftOutlined key="out" />],
  ['in', <ArrowRightOutlined key="in" />],
] as const satisfies readonly (readonly [Step, React.ReactNode])[];

export interface EditorProps {
  draft: EditedDraft;
  selected: string | null;
  onSelect: (key: string | null) => void;
  indicators: readonly Indicator[];
}

let count = 0;
/** A key that no node of the page has. */
function newKey(): string {
  count += 1;
  return `added${count}`;
}

/** What can be done to the node that is selected, and undone. */
export function EditorTools({ draft, selected, onSelect, indicators }: EditorProps) {
  const { t } = useTranslation('catalogue');
  const { tree } = draft.state;
  const step = (key: string, direction: Step) =>
    draft.change((now) => ({ ...now, tree: stepped(now.tree, key, direction) }));
  return (
    <div role="toolbar" aria-label={t('tools')} className={styles['tools']}>
      <Button
        icon={<UndoOutlined />}
        aria-label={t('undo')}
        title={t('undo')}
        disabled={!draft.canUndo}
        onClick={draft.undo}
      />
      <Button
        icon={<RedoOutlined />}
        aria-label={t('redo')}
        title={t('redo')}
        disabled={!draft.canRedo}
        onClick={draft.redo}
      />
      {STEPS.map(([direction, icon]) => (
        <Button
          key={direction}
          icon={icon}
          aria-label={t(`move_${direction}`)}
          title={t(`move_${direction}`)}
          disabled={selected === null || !canStep(tree, selected, direction)}
          onClick={() => selected !== null && step(selected, direction)}
        />
      ))}
      <AddNode draft={draft} selected={selected} onSelect={onSelect} indicators={indicators} />
      <RemoveNode draft={draft} selected={selected} onSelect={onSelect} />
    </div>
  );
}

/** Adds below the selected branch, or the root. */
function AddNode({ draft, selected, onSelect, indicators }: EditorProps) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const { tree } = draft.state;
  const chosen = tree.find(({ key }) => key === selected);
  const branch = chosen?.indicator ? chosen.parent : (chosen?.key ?? rowsOf(tree)[0]?.node.key);
  const used = new Set(tree.map(({ indicator }) => indicator));
  const free = indicators.filter((it) => !it.retired_at && !used.has(it.code));
  const add = (indicator: Indicator | null) => {
    if (!branch) return;
    const key = newKey();
    draft.change((now) => ({ ...now, tree: added(now.tree, branch, key, indicator) }));
    onSelect(key);
  };
  return (
    <>
      <Button disabled={!branch} onClick={() => add(null)}>
        {t('add_branch')}
      </Button>
      <Select
        className={styles['addLeaf'] ?? ''}
        aria-label={t('add_leaf')}
        placeholder={t('add_leaf')}
        disabled={!branch}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={free.map((it) => ({ value: it.code, label: `${text(it.name)} ${it.code}` }))}
        onChange={(code: string | null) => {
          const indicator = free.find((it) => it.code === code);
          if (indicator) add(indicator);
        }}
      />
    </>
  );
}

function RemoveNode({ draft, selected, onSelect }: Omit<EditorProps, 'indicators'>) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const chosen = draft.state.tree.find(({ key }) => key === selected);
  const canRemove = !!chosen && chosen.parent !== null;
  return (
    <Popconfirm
      title={t('sure_remove', { name: chosen ? text(chosen.name) || chosen.code : '' })}
      okText={t('remove')}
      disabled={!canRemove}
      onConfirm={() => {
        if (!chosen) return;
        draft.change((now) => ({ ...now, tree: without(now.tree, chosen.key) }));
        onSelect(chosen.parent);
      }}
    >
      <Button danger disabled={!canRemove}>
        {t('remove')}
      </Button>
    </Popconfirm>
  );
}
