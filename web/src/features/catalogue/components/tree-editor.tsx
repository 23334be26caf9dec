import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { childrenOf, put, rowsOf, type Step, stepped, type Tree } from '../tree';
import styles from './editor.module.css';
import type { EditorProps } from './editor-tools';
import { TreeRow } from './tree-row';

/** The tree with its weights: typed, dragged, or moved by keyboard. */
export function TreeEditor(props: EditorProps & { mayEdit: boolean }) {
  const { draft, selected, onSelect, indicators, mayEdit } = props;
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const [said, setSaid] = useState('');
  const { tree } = draft.state;
  const rows = rowsOf(tree);
  const names = new Map(indicators.map(({ code, name }) => [code, name]));
  const nameOf = (key: string, within: Tree = tree): string => {
    const node = within.find((it) => it.key === key);
    if (!node) return '';
    const own = text(node.name);
    const other = node.indicator ? names.get(node.indicator) : undefined;
    return own || (other ? text(other) : node.code);
  };
  const announce = (key: string, after: Tree) => {
    const node = after.find((it) => it.key === key);
    if (after === tree || !node) return setSaid(t('cannot_move', { name: nameOf(key) }));
    const position = childrenOf(after, node.parent).findIndex((it) => it.key === key) + 1;
    const parent = nameOf(node.parent ?? '', after);
    return setSaid(t('moved_to', { name: nameOf(key), parent, position }));
  };
  const move = (key: string, after: Tree) => {
    announce(key, after);
    draft.change((now) => ({ ...now, tree: after }));
  };
  return (
    <Section title={t('tree')} note={mayEdit && t('tree_note')}>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <table className={styles['tree']}>
        <caption className="visually-hidden">{t('tree')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('node')}</th>
            <th scope="col" className={styles['end']}>
              {t('weight')}
            </th>
            <th scope="col" className={`${styles['end']} ${styles['share']}`}>
              {t('share')}
            </th>
            <th scope="col" className={styles['end']}>
              {t('effective')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TreeRow
              key={row.node.key}
              row={row}
              name={nameOf(row.node.key)}
              isSelected={row.node.key === selected}
              mayEdit={mayEdit}
              onSelect={() => onSelect(row.node.key)}
              onStep={(step: Step) => move(row.node.key, stepped(tree, row.node.key, step))}
              onPut={(moved, place, target) => move(moved, put(tree, moved, place, target))}
              onChange={(change) =>
                draft.change(
                  (now) => ({
                    ...now,
                    tree: now.tree.map((it) =>
                      it.key === row.node.key ? { ...it, ...change } : it,
                    ),
                  }),
                  `weight:${row.node.key}`,
                )
              }
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
