import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import type { Text } from '@/ui/language';
import styles from './catalogue.module.css';

interface Props {
  field: 'name' | 'measure_unit' | 'definition' | 'formula';
  value: Text;
  isLong?: boolean;
  onChange: (value: Text) => void;
}

/** A text in both languages, side by side where there is room. */
export function TextFields({ field, value, isLong = false, onChange }: Props) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  return (
    <div className={styles['both']}>
      {(['zh', 'en'] as const).map((language) => {
        const shared = {
          id: `${id}-${language}`,
          value: value[language],
          onChange: ({ target }: { target: { value: string } }) =>
            onChange({ ...value, [language]: target.value }),
        };
        return (
          <Field key={language} label={t(`${field}_${language}`)} htmlFor={`${id}-${language}`}>
            {isLong ? (
              <Input.TextArea {...shared} maxLength={4000} autoSize={{ minRows: 2, maxRows: 8 }} />
            ) : (
              <Input {...shared} maxLength={field === 'name' ? 120 : 40} />
            )}
          </Field>
        );
      })}
    </div>
  );
}
