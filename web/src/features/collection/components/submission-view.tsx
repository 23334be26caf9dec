import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid as SheetGrid, type GridHandle } from '@/ui/grid/grid';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { useSearchState } from '@/ui/use-search-state';
import { useAutosave } from '../drafts/use-autosave';
import { type Returned, saveCells, type SubmissionPlace } from '../queries';
import type { Cell, Grid } from '../shapes';
import { cellAtPlace, columnsOf, layoutFor, modeOf, placeOf, sheetOf } from '../sheet-of';
import { useTyping } from '../use-typing';
import { CellComments } from './cell-comments';
import { CellFields } from './cell-fields';
import { CellPanel } from './cell-panel';
import styles from './collection.module.css';
import { DecisionPanel } from './decision-panel';
import { EvidenceList } from './evidence-list';
import { FindingList } from './finding-list';
import { ReopenCell } from './reopen-cell';
import { ReturnCell } from './return-cell';
import { SavingLine } from './saving-line';
import { SheetTools } from './sheet-tools';
import { SubmitPanel } from './submit-panel';

interface Props {
  account: string;
  place: SubmissionPlace;
  grid: Grid;
}

const NONE: Returned = new Map();
/** A sheet of so few columns leaves room for what is said of a cell beside it. */
const SLIM = 3;
/** The sheet of a submission with all that is said and done about it: to fill in, to review, or to read. */
export function SubmissionView({ account, place, grid }: Props) {
  const { t } = useTranslation('collection');
  const { language } = useLanguage();
  const [search] = useSearchState();
  const sheetRef = useRef<GridHandle>(null);
  const [active, setActive] = useState<number | null>(null);
  const [returned, setReturned] = useState<Returned>(NONE);
  const [autosave, snapshot] = useAutosave({
    place: { account, ...place },
    save: (drafts) => saveCells(place, drafts, language),
  });
  const mode = modeOf(grid);
  const layout = layoutFor(grid, search.get('layout'));
  const { columns, rows } = grid;
  const across = useMemo(
    () => columnsOf({ columns, rows }, layout, language),
    [columns, rows, layout, language],
  );
  const sheet = sheetOf(
    {
      grid,
      snapshot,
      mode,
      layout,
      language,
      returning: new Set(returned.keys()),
      words: {
        conflict: (theirs) => t('conflict_note', { theirs: theirs || t('empty') }),
        missing: (reason) => t(`missing_${reason}`),
      },
    },
    across,
  );
  const typing = useTyping(grid, layout, autosave);
  const cell = grid.cells.find((one) => one.cell === active);
  const said = cell && typing.saidOf(cell);
  const show = (shown: Cell) => {
    setActive(shown.cell);
    sheetRef.current?.show(placeOf(shown, layout));
  };
  const sendBack = (comment: string | null) => {
    if (!cell) return;
    const next = new Map(returned);
    if (comment === null) next.delete(cell.cell);
    else next.set(cell.cell, comment);
    setReturned(next);
  };
  const found = grid.findings.filter((finding) => finding.cell === active);
  return (
    <>
      {mode === 'report' && <SavingLine snapshot={snapshot} onTry={() => void autosave.flush()} />}
      <SheetTools layout={layout} />
      <div className={styles['work']} data-slim={sheet.columns.length <= SLIM}>
        <SheetGrid
          ref={sheetRef}
          label={t('sheet')}
          heads={typing.heads}
          sheet={sheet}
          onChange={typing.change}
          onTyping={typing.jot}
          onActive={(at) => {
            const chosen = at && cellAtPlace(grid, at, layout);
            if (chosen) setActive(chosen.cell);
          }}
        />
        <div className={styles['panels']}>
          <Section title={t('cell')}>
            <CellPanel grid={grid} cell={cell}>
              {cell && said && mode !== 'review' && (
                <CellFields
                  said={said}
                  hasWarning={found.some(({ severity }) => severity === 'warning')}
                  isLocked={mode !== 'report' || !cell.is_editable}
                  theirs={snapshot.conflicts.get(cell.cell)}
                  onSay={(now) => autosave.type([{ cell: cell.cell, base: cell.version, ...now }])}
                  onDecide={(whose) => autosave.decide(cell.cell, whose)}
                />
              )}
              {cell?.standing === 'held' && mode === 'review' && (
                <ReturnCell
                  comment={returned.get(cell.cell)}
                  explanation={cell.explanation}
                  onReturn={sendBack}
                />
              )}
              {cell?.standing === 'approved' && grid.may.reopen && (
                <ReopenCell key={cell.cell} place={place} cell={cell.cell} />
              )}
              {cell && <EvidenceList place={place} cell={cell.cell} mayAdd={mode === 'report'} />}
              {cell && <CellComments key={cell.cell} place={place} cell={cell.cell} />}
            </CellPanel>
          </Section>
          <Section title={t('findings')}>
            <FindingList grid={grid} onShow={show} />
          </Section>
        </div>
      </div>
      {mode === 'report' && (
        <Section title={t('submit')}>
          <SubmitPanel place={place} grid={grid} autosave={autosave} snapshot={snapshot} />
        </Section>
      )}
      {mode === 'review' && (
        <Section title={t('decision')}>
          <DecisionPanel
            place={place}
            grid={grid}
            returned={returned}
            onShow={show}
            onDone={() => setReturned(NONE)}
          />
        </Section>
      )}
    </>
  );
}
