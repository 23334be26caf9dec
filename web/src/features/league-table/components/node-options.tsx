import type { FrameworkNode } from '@/api/types';
import type { Text } from '@/ui/language';

interface NodeOption {
  value: string;
  label: React.ReactNode;
  search: string;
}

const INDENT = 14;

/** The framework as a list, deeper levels set in. */
export function nodeOptions(
  nodes: readonly FrameworkNode[],
  text: (value: Text) => string,
): NodeOption[] {
  return nodes.map(({ code, name, level }) => ({
    value: code,
    label: <span style={{ paddingInlineStart: level * INDENT }}>{text(name)}</span>,
    search: `${code} ${name.zh} ${name.en}`,
  }));
}
