import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { indicatorsQuery } from '../queries';
import type { VersionDetail } from '../types';
import { useDraft } from '../use-draft';
import { DiscardDraft } from './discard-draft';
import styles from './editor.module.css';
import { EditorTools } from './editor-tools';
import { ExportLinks } from './export-links';
import { MethodEditor } from './method-editor';
import { NodePanel } from './node-panel';
import { ProblemsPanel } from './problems-panel';
import { PublishPanel } from './publish-panel';
import { SaveState } from './save-state';
import { ScoringFields } from './scoring-fields';
import { TreeEditor } from './tree-editor';

interface Props {
  strategy: string;
  detail: VersionDetail;
  mayEdit: boolean;
}

/** The whole of a draft: tree, what is scored, method, what a check finds, and publication. */
export function DraftEditor({ strategy, detail, mayEdit }: Props) {
  const draft = useDraft(strategy, detail);
  const [selected, setSelected] = useState<string | null>(null);
  const indicators = useQuery(indicatorsQuery(strategy));
  const known = indicators.data?.items ?? [];
  const shared = { draft, selected, onSelect: setSelected, indicators: known };
  return (
    <>
      {mayEdit && <SaveState strategy={strategy} version={detail.version} draft={draft} />}
      <div className={styles['columns']}>
        <div className={styles['main']}>
          {mayEdit && <EditorTools {...shared} />}
          <TreeEditor {...shared} mayEdit={mayEdit} />
        </div>
        <aside className={styles['side']}>
          {mayEdit && <NodePanel {...shared} />}
          <ProblemsPanel
            strategy={strategy}
            version={detail.version}
            draft={draft}
            onSelect={setSelected}
          />
        </aside>
      </div>
      <ScoringFields strategy={strategy} draft={draft} mayEdit={mayEdit} />
      <MethodEditor draft={draft} mayEdit={mayEdit} />
      <ExportLinks strategy={strategy} version={detail.version} />
      <PublishPanel strategy={strategy} detail={detail} draft={draft} />
      {mayEdit && (
        <DiscardDraft strategy={strategy} version={detail.version} revision={draft.revision} />
      )}
    </>
  );
}
