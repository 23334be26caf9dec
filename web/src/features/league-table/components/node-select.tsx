import { Select } from 'antd';
import type { FrameworkNode } from '@/api/types';
import { useLanguage } from '@/ui/language';

interface Props {
  id: string;
  value: string;
  nodes: readonly FrameworkNode[];
  onChange: (node: string) => void;
}

const INDENT = 14;

/** The framework as a list to choose from, deeper levels set in. */
export function NodeSelect({ id, value, nodes, onChange }: Props) {
  const { text } = useLanguage();
  const options = nodes.map(({ code, name, level }) => ({
    value: code,
    label: text(name),
    search: `${code} ${name.zh} ${name.en}`,
    level,
  }));
  return (
    <Select
      id={id}
      value={value}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={false}
      listHeight={440}
      options={options}
      optionRender={({ label, data }) => (
        <span style={{ paddingInlineStart: data.level * INDENT }}>{label}</span>
      )}
      onChange={onChange}
    />
  );
}
