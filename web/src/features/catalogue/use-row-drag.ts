import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  attachInstruction,
  extractInstruction,
  type Instruction,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { useEffect, useRef, useState } from 'react';
import type { Place } from './tree';

const PLACES: Record<Instruction['operation'], Place> = {
  'reorder-before': 'before',
  'reorder-after': 'after',
  combine: 'inside',
};

interface Options {
  id: string;
  isRoot: boolean;
  /** Whether others may be put into it. */
  takesOthers: boolean;
  mayEdit: boolean;
  onDrop: (moved: string, place: Place, target: string) => void;
}

function placeOf(data: Record<string | symbol, unknown>): Place | null {
  const instruction = extractInstruction(data);
  return instruction && !instruction.blocked ? PLACES[instruction.operation] : null;
}

/** Lets a row be dragged by its handle and others be dropped before, after or into it. */
export function useRowDrag({ id, isRoot, takesOthers, mayEdit, onDrop }: Options) {
  const row = useRef<HTMLTableRowElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const drop = useRef(onDrop);
  const [over, setOver] = useState<Place | null>(null);
  useEffect(() => {
    drop.current = onDrop;
  }, [onDrop]);
  useEffect(() => {
    const element = row.current;
    if (!element || !mayEdit) return;
    const target = dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data['node'] === 'string' && source.data['node'] !== id,
      getData: ({ input }) =>
        attachInstruction(
          { node: id },
          {
            element,
            input,
            operations: {
              'reorder-before': isRoot ? 'not-available' : 'available',
              'reorder-after': isRoot ? 'not-available' : 'available',
              combine: takesOthers ? 'available' : 'not-available',
            },
          },
        ),
      onDrag: ({ self }) => setOver(placeOf(self.data)),
      onDragLeave: () => setOver(null),
      onDrop: ({ self, source }) => {
        setOver(null);
        const place = placeOf(self.data);
        if (place) drop.current(String(source.data['node']), place, id);
      },
    });
    if (isRoot || !handle.current) return target;
    const source = draggable({
      element,
      dragHandle: handle.current,
      getInitialData: () => ({ node: id }),
    });
    return combine(target, source);
  }, [id, isRoot, takesOthers, mayEdit]);
  return { row, handle, over };
}
