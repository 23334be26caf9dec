import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { changed, childrenOf, type TreeNode } from '../tree';
import styles from './editor.module.css';
import type { EditorProps } from './editor-tools';

/** Code, name and indicator of the node that is selected. */
export function NodePanel({ draft, selected, indicators }: EditorProps) {
  const { t } = useTranslation('catalogue');
  const { tree } = draft.state;
  const node = tree.find(({ key }) => key === selected);
  const edit = (change: Partial<TreeNode>) =>
    node &&
    draft.change(
      (now) => ({ ...now, tree: changed(now.tree, node.key, change) }),
      `${Object.keys(change).join()}:${node.key}`,
    );
  return (
    <Section title={t('node_details')}>
      {node ? (
        <div className={styles['fields']}>
          <NodeFields node={node} onEdit={edit} />
          {node.parent !== null && childrenOf(tree, node.key).length === 0 && (
            <IndicatorField node={node} indicators={indicators} onEdit={edit} />
          )}
        </div>
      ) : (
        <p className="muted">{t('none_selected')}</p>
      )}
    </Section>
  );
}

interface FieldsProps {
  node: TreeNode;
  onEdit: (change: Partial<TreeNode>) => void;
}

function NodeFields({ node, onEdit }: FieldsProps) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  const { name, code, indicator } = node;
  return (
    <>
      <Field label={t('code')} htmlFor={`${id}-code`}>
        <Input
          id={`${id}-code`}
          maxLength={64}
          value={code}
          onChange={({ target }) => onEdit({ code: target.value })}
        />
      </Field>
      <Field label={t('name_zh')} hint={indicator && t('name_of_leaf')} htmlFor={`${id}-zh`}>
        <Input
          id={`${id}-zh`}
          maxLength={120}
          value={name.zh}
          onChange={({ target }) => onEdit({ name: { ...name, zh: target.value } })}
        />
      </Field>
      <Field label={t('name_en')} htmlFor={`${id}-en`}>
        <Input
          id={`${id}-en`}
          maxLength={120}
          value={name.en}
          onChange={({ target }) => onEdit({ name: { ...name, en: target.value } })}
        />
      </Field>
    </>
  );
}

function IndicatorField({ node, indicators, onEdit }: FieldsProps & Pick<EditorProps, 'indicators'>) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const id = useId();
  const known = indicators
    .filter((it) => !it.retired_at || it.code === node.indicator)
    .map((it) => ({ value: it.code, label: `${text(it.name)} ${it.code}` }));
  return (
    <Field label={t('indicator')} htmlFor={id}>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('choose_indicator')}
        value={node.indicator}
        options={known}
        onChange={(indicator: string | undefined) => onEdit({ indicator: indicator ?? null })}
      />
    </Field>
  );
}
