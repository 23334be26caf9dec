import { HolderOutlined } from '@ant-design/icons';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlain, formatShare } from '@/ui/format';
import { ScoreBar } from '@/ui/score/score-bar';
import type { Place, Row, Step, TreeNode } from '../tree';
import { useRowDrag } from '../use-row-drag';
import styles from './editor.module.css';
import { WeightInput } from './weight-input';

const INDENT = 22;

const STEP_OF_KEY: Record<string, Step | undefined> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

interface Props {
  row: Row;
  name: string;
  isSelected: boolean;
  mayEdit: boolean;
  onSelect: () => void;
  onStep: (step: Step) => void;
  onPut: (moved: string, place: Place, target: string) => void;
  onChange: (change: Partial<TreeNode>) => void;
}

/** A node: its handle, its name, its weight, and what that comes to. */
export function TreeRow(props: Props) {
  const { row, name, isSelected, mayEdit, onSelect, onStep, onPut, onChange } = props;
  const { t } = useTranslation('catalogue');
  const { node, depth, share, effective } = row;
  const isRoot = node.parent === null;
  const takesOthers = node.indicator === null;
  const { row: line, handle, over } = useRowDrag({ id: node.key, isRoot, takesOthers, mayEdit, onDrop: onPut });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP_OF_KEY[event.key];
    if (!event.altKey || !step || !mayEdit) return;
    event.preventDefault();
    onSelect();
    onStep(step);
  };
  return (
    <tr
      ref={line}
      className={styles['row']}
      data-selected={isSelected}
      data-over={over ?? undefined}
      onKeyDown={onKeyDown}
    >
      <th scope="row">
        <span className={styles['node']} style={{ paddingInlineStart: depth * INDENT }}>
          {mayEdit && !isRoot && (
            <button
              ref={handle}
              type="button"
              className={styles['handle']}
              aria-label={t('drag', { name })}
              onFocus={onSelect}
            >
              <HolderOutlined />
            </button>
          )}
          <NodeName name={name} row={row} isSelected={isSelected} onSelect={onSelect} mayEdit={mayEdit} />
        </span>
      </th>
      <td className={styles['end']}>
        {isRoot ? null : mayEdit ? (
          <WeightInput
            label={t('weight_of', { name })}
            value={node.weight}
            onChange={(weight) => onChange({ weight })}
          />
        ) : (
          formatPlain(node.weight)
        )}
      </td>
      <td className={`num ${styles['end']} ${styles['share']}`}>
        {isRoot ? '' : formatShare(share)}
      </td>
      <td className={`num ${styles['end']}`}>
        {isRoot ? '' : formatShare(effective, 2)}
        {!isRoot && <ScoreBar value={effective} max={0.5} />}
      </td>
    </tr>
  );
}

function NodeName({
  name,
  row,
  isSelected,
  onSelect,
  mayEdit,
}: Pick<Props, 'name' | 'row' | 'isSelected' | 'onSelect' | 'mayEdit'>) {
  const { t } = useTranslation('catalogue');
  const { node, sum } = row;
  return (
    <span className={styles['words']} data-leaf={node.indicator !== null}>
      {mayEdit ? (
        <button
          type="button"
          className={styles['name']}
          aria-label={t('select_node', { name })}
          aria-pressed={isSelected}
          onClick={onSelect}
        >
          {name}
        </button>
      ) : (
        name
      )}
      <code className={styles['code']}>{node.code}</code>
      {sum !== null && <SumBadge sum={sum} />}
    </span>
  );
}

/** What the weights below sum to; the word says when that is odd, not the colour alone. */
function SumBadge({ sum }: { sum: number }) {
  const { t } = useTranslation('catalogue');
  const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) < 1e-6);
  const shown = formatPlain(sum);
  return (
    <span
      className={styles['sum']}
      data-odd={!isWhole}
      title={t(isWhole ? 'sum_whole' : 'sum_odd', { sum: shown })}
    >
      {t('sum', { sum: shown })}
      {!isWhole && ' !'}
    </span>
  );
}
