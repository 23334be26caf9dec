interface Place {
  x: number;
  y: number;
}

const PADDING = 3;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The path through the values; a gap stays a gap. */
export function sparklinePath(
  values: readonly (number | null)[],
  width: number,
  height: number,
): { line: string; last: Place | null } {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return { line: '', last: null };
  const low = Math.min(...given);
  const range = Math.max(...given) - low || 1;
  const step = values.length > 1 ? (width - 2 * PADDING) / (values.length - 1) : 0;
  const places = values.map((value, position): Place | null =>
    value === null
      ? null
      : {
          x: round(PADDING + position * step),
          y: round(height - PADDING - ((value - low) / range) * (height - 2 * PADDING)),
        },
  );
  const commands = places.map((place, position) => {
    if (!place) return '';
    return `${places[position - 1] ? 'L' : 'M'}${place.x} ${place.y}`;
  });
  return { line: commands.join(''), last: places.findLast((place) => place !== null) ?? null };
}
